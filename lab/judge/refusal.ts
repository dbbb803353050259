import type { Problem } from "#lab/problem/problem.ts";
import { kindOf, misfit, type Shape } from "#lab/problem/shape.ts";
import type { ContractLaw } from "#lab/problem/solutions.ts";
import type { Outcome } from "#lab/sandbox/outcome.ts";
import type { Counterexample, Word } from "./verdict.ts";

/** Why an input refutes a subject. */
export interface Refusal {
  readonly word: Exclude<Word, "accepted">;
  readonly counterexample: Counterexample;
}

/**
 * Judges what a subject made of one input: `outcomes` of one or more calls with it, and a right answer. Undefined when every call is as it should be.
 */
export function refusalOf(
  problem: Problem,
  input: unknown[],
  outcomes: readonly Outcome[],
  wanted: unknown,
): Refusal | undefined {
  for (const [i, outcome] of outcomes.entries()) {
    const refusal = refusalOfOne(problem, input, outcome, wanted);
    if (!refusal) continue;
    if (i === 0 || refusal.word === "not-implemented") return refusal;
    const message = `the first call with this input is right, but not the second one: ${refusal.counterexample.message}`;
    return {
      ...refusal,
      counterexample: { ...refusal.counterexample, check: law("answers a second call as well"), message },
    };
  }
  return undefined;
}

function refusalOfOne(
  problem: Problem,
  input: unknown[],
  outcome: Outcome,
  wanted: unknown,
): Refusal | undefined {
  const refuse = (
    word: Refusal["word"],
    check: string,
    message: string,
    more?: Partial<Counterexample>,
  ): Refusal => {
    const printed = outcome.printed === "" ? undefined : { printed: outcome.printed };
    return { word, counterexample: { input, wanted, check, message, ...more, ...printed } };
  };
  switch (outcome.kind) {
    case "returned": {
      const { output } = outcome;
      const wrongKind = wrongShape(problem, input, output);
      if (wrongKind !== undefined)
        return refuse("wrong-answer", law("returns a value of the right kind"), wrongKind, { output });
      const broken = Object.entries(problem.checks).find(([, holds]) => !holds(output, input, wanted));
      return broken && refuse("wrong-answer", broken[0], `breaks the law "${broken[0]}"`, { output });
    }
    case "not-plain":
      return refuse("wrong-answer", law("returns a value of the right kind"), `it returned ${outcome.what}`);
    case "changed-input": {
      const message = `it changed its input from ${outcome.before} to ${outcome.after}`;
      return refuse("input-modified", law("leaves its input as it was"), message);
    }
    case "threw": {
      const { message, stack, during } = outcome;
      if (message === "Error: not implemented") {
        const begun = during !== undefined && !during.startsWith("call 1,");
        return refuse("not-implemented", "is implemented", `${begun ? during : "it"} is still the stub`);
      }
      return refuse(
        "runtime-error",
        law("does not throw"),
        during === undefined ? message : `in ${during}: ${message}`,
        { stack },
      );
    }
    case "died":
      return refuse("runtime-error", law("does not throw"), `its process ${outcome.how}`);
    case "out-of-steps":
      return refuse(
        "time-limit",
        law("finishes"),
        `it did not finish within ${outcome.budget.toLocaleString("en")} steps`,
      );
    case "no-answer":
      return refuse("time-limit", law("finishes"), `it did not answer within ${outcome.seconds} s`);
    case "out-of-memory":
      return refuse("memory-limit", law("finishes"), `it ran out of memory (${outcome.what})`);
  }
}

/** Lets the compiler see that a contract law is spelt as the mistakes spell it. */
export function law(name: ContractLaw): ContractLaw {
  return name;
}

function wrongShape({ returns, methods }: Problem, input: unknown[], output: unknown): string | undefined {
  if (methods) return wrongResult(methods, input[0] as string[], output as unknown[]);
  if (typeof returns === "string") {
    const wrong = misfit(returns, output);
    return wrong && `${returns} is wanted, but ${wrong}`;
  }
  const parts = output as Record<string, unknown>;
  for (const [name, shape] of Object.entries(returns)) {
    const wrong = misfit(shape, parts[name]);
    if (wrong !== undefined) return `${name} is wanted as ${shape}, but ${wrong}`;
  }
  return undefined;
}

/** The first call of a script whose result is of another kind than its method returns. */
function wrongResult(
  methods: Readonly<Record<string, Shape>>,
  names: readonly string[],
  results: readonly unknown[],
): string | undefined {
  for (const [i, name] of names.entries()) {
    const shape = methods[name] ?? "void";
    if (shape === "void" || misfit(shape, results[i]) === undefined) continue;
    return `call ${i}, ${name}(), is to return a ${shape}, but returned ${kindOf(results[i])}`;
  }
  return undefined;
}

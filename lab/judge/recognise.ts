import fc from "fast-check";
import type { LoadedProblem } from "#lab/catalogue/catalogue.ts";
import { equal } from "#lab/problem/compare.ts";
import { inProcess } from "#lab/sandbox/in-process.ts";
import type { Word } from "./verdict.ts";
import type { Call, Outcome, Subject } from "#lab/sandbox/outcome.ts";

/** Generated probes beside the mistakes' inputs and the examples. */
const generated = 30;
const probeSeed = 1;

/**
 * The known mistake that answers every probe as the subject does, crashes and endless loops included. Anything
 * less than a full match says nothing.
 */
export async function recognise(
  { problem, mistakes }: LoadedProblem,
  word: Word,
  subject: Subject,
  inChild: (mistake: string) => Subject,
): Promise<string | undefined> {
  const common = [
    ...Object.values(mistakes).map(({ input }) => input),
    ...problem.examples.map(({ input }) => input),
    ...fc.sample(problem.inputs, { seed: probeSeed, numRuns: generated }),
  ];
  const answers = new Map<unknown[], Outcome>();
  const answer = async (input: unknown[]): Promise<Outcome> => {
    const known = answers.get(input) ?? (await subject.run(probe(input)))[0]!;
    answers.set(input, known);
    return known;
  };
  const endless = word === "time-limit" || word === "memory-limit";
  for (const [name, mistake] of Object.entries(mistakes)) {
    if ((mistake.law === "finishes") !== endless) continue;
    const twin = mistake.inChild ? inChild(name) : inProcess(problem, mistake);
    if ((await twin.load()) === undefined && (await answersAlike([mistake.input, ...common], answer, twin)))
      return name;
  }
  return undefined;
}

async function answersAlike(
  probes: readonly unknown[][],
  answer: (input: unknown[]) => Promise<Outcome>,
  twin: Subject,
): Promise<boolean> {
  for (const input of probes) {
    const [theirs] = await twin.run(probe(input));
    if (!alike(await answer(input), theirs!)) return false;
  }
  return true;
}

function probe(input: unknown[]): Call {
  return { input, seed: probeSeed, budget: 1e6, times: 1, seconds: 0.5 };
}

function alike(a: Outcome, b: Outcome): boolean {
  if (a.kind === "returned" && b.kind === "returned") return equal(a.output, b.output);
  const endless = ["out-of-steps", "no-answer"];
  return a.kind === b.kind || (endless.includes(a.kind) && endless.includes(b.kind));
}

import fc from "fast-check";
import type { LoadedProblem } from "#lab/catalogue/catalogue.ts";
import { notation } from "#lab/problem/notation.ts";
import type { Problem } from "#lab/problem/problem.ts";
import { inProcess } from "#lab/sandbox/in-process.ts";
import type { Call, Outcome, Subject } from "#lab/sandbox/outcome.ts";
import type { Word } from "./verdict.ts";

/** Generated probes beside the mistakes' inputs and the examples. */
const generated = 30;
const probeSeed = 1;

/**
 * The known mistake that answers every probe as the subject does, crashes and endless loops included. Anything
 * less than a full match says nothing. All see the probes in the same order, from a fresh start, as some of them
 * remember what they saw.
 */
export async function recognise(
  { problem, mistakes }: LoadedProblem,
  word: Word,
  subject: Subject,
  inChild: (mistake: string) => Subject,
): Promise<string | undefined> {
  const probes = [
    ...Object.values(mistakes).map(({ input }) => input),
    ...problem.examples.map(({ input }) => input),
    ...fc.sample(problem.inputs, { seed: probeSeed, numRuns: generated }),
  ];
  const answers: Outcome[] = [];
  const answerTo = async (i: number): Promise<Outcome> => {
    while (answers.length <= i) answers.push(await probed(subject, probes[answers.length]!));
    return answers[i]!;
  };
  await subject.load();
  const endless = word === "time-limit" || word === "memory-limit";
  for (const [name, mistake] of Object.entries(mistakes)) {
    if ((mistake.law === "finishes") !== endless) continue;
    const twin = mistake.inChild ? inChild(name) : inProcess(problem, mistake);
    if ((await twin.load()) === undefined && (await answersAlike(problem, probes, answerTo, twin)))
      return name;
  }
  return undefined;
}

async function answersAlike(
  problem: Problem,
  probes: readonly unknown[][],
  answerTo: (i: number) => Promise<Outcome>,
  twin: Subject,
): Promise<boolean> {
  for (const [i, probe] of probes.entries()) {
    if (!alike(problem, await answerTo(i), await probed(twin, probe))) return false;
  }
  return true;
}

async function probed(subject: Subject, input: unknown[]): Promise<Outcome> {
  const call: Call = { input, seed: probeSeed, budget: 3e5, times: 1, seconds: 0.5 };
  return (await subject.run(call))[0]!;
}

function alike({ symptoms }: Problem, a: Outcome, b: Outcome): boolean {
  // What they wrote, not whether it is equal: NaN is like NaN here.
  const written = (output: unknown): string => notation(symptoms === undefined ? output : symptoms(output));
  if (a.kind === "returned" && b.kind === "returned") return written(a.output) === written(b.output);
  if (a.kind === "not-plain" && b.kind === "not-plain") return a.what === b.what;
  if (a.kind === "changed-input" && b.kind === "changed-input") return a.after === b.after;
  const endless = ["out-of-steps", "no-answer"];
  return a.kind === b.kind || (endless.includes(a.kind) && endless.includes(b.kind));
}

import { illegal, type Problem } from "#lab/problem/problem.ts";
import { seededRandom } from "#lab/problem/random.ts";
import { LabError } from "#lab/sandbox/lab-error.ts";
import type { Outcome, Subject } from "#lab/sandbox/outcome.ts";
import { type Refusal, refusalOf } from "./refusal.ts";

/** More steps or seconds than this on one input are not worth the wait. */
export const budget = 5e7;
const seconds = 1;

/** The subject whose growth is measured, beside the reference solution that is fastest. */
export interface Contest {
  readonly problem: Problem;
  readonly subject: Subject;
  readonly fastest: Subject;
  readonly seed: number;
  /** A size that costs so many steps is the last one: the next would not be worth the wait. Left out: 3 million. */
  readonly enoughSteps?: number;
}

/** What came of one input of size n; no refusal when the subject ran out of steps, time or memory. */
export interface Measured {
  readonly outcome: Outcome;
  readonly reference: Outcome;
  readonly ranOut: boolean;
  readonly refusal: Refusal | undefined;
}

/** Calls the subject with the workload's input of size n. */
export async function runWorkload(
  { problem, subject, fastest, seed }: Contest,
  name: string,
  n: number,
): Promise<Measured> {
  const input = problem.workloads[name]!(n, seededRandom(seed + n));
  const wrong = illegal(problem, input);
  if (wrong !== undefined) throw new LabError(`workload "${name}" at n = ${n}: ${wrong}`);
  const call = { input, seed, budget, times: 1, seconds, quiet: true };
  const [reference] = await fastest.run(call);
  if (reference?.kind !== "returned")
    throw new LabError(`the fastest approach on workload "${name}" at n = ${n}: ${reference?.kind}`);
  const [outcome] = await subject.run(call);
  const ranOut = ["out-of-steps", "no-answer", "out-of-memory"].includes(outcome!.kind);
  const refusal = ranOut ? undefined : refusalOf(problem, input, [outcome!], reference.output);
  return { outcome: outcome!, reference, ranOut, refusal };
}

/** The refusal at the smallest size that can be found between one that is answered rightly and one that is not. */
export async function narrowed(
  contest: Contest,
  name: string,
  right: number,
  wrong: number,
): Promise<Refusal | undefined> {
  let smallest: Refusal | undefined;
  while (wrong - right > 1) {
    const middle = (right + wrong) >> 1;
    const measured = await runWorkload(contest, name, middle).catch(() => undefined);
    // Not every workload can be had at any size.
    if (!measured) return smallest;
    if (measured.refusal) {
      smallest = measured.refusal;
      wrong = middle;
    } else right = middle;
  }
  return smallest;
}

import { type Growth, growths } from "#lab/problem/growth.ts";
import { illegal, type Problem } from "#lab/problem/problem.ts";
import { seededRandom } from "#lab/problem/random.ts";
import { LabError } from "#lab/sandbox/lab-error.ts";
import type { Outcome, Subject } from "#lab/sandbox/outcome.ts";
import { classify, outgrows, type Point, sizesFor } from "./growth.ts";
import { type Refusal, refusalOf } from "./refusal.ts";
import type { MeasuredGrowth } from "./verdict.ts";

/** A size is the last one when it costs so many steps or milliseconds: the next would not be worth the wait. */
const enoughSteps = 3e6;
const enoughMs = 150;
const budget = 5e7;
const seconds = 1;

/**
 * The backstop for work that takes no steps, such as a loop inside a package: so many milliseconds, and so many times
 * as long for each step as the fastest approach or an ordinary step takes.
 */
const noticeableMs = 20;
const slowdown = 30;
const ordinaryMsPerStep = 2e-5;

/** Who runs out of steps or time at so few sizes grows too fast to be measured. */
const fewest = 4;

export type Measurement = { readonly growth: MeasuredGrowth } | { readonly refusal: Refusal };

/**
 * Measures how the subject's cost grows on every workload and names the worst, or refuses it when it answers a
 * large input wrongly. Running out of steps, time or memory here only ends the measuring.
 */
export async function measureGrowth(
  problem: Problem,
  subject: Subject,
  fastest: Subject,
  seed: number,
): Promise<Measurement> {
  const measured: MeasuredGrowth[] = [];
  for (const workload of Object.keys(problem.workloads)) {
    const result = await measureOn(problem, workload, subject, fastest, seed);
    if ("refusal" in result) return result;
    measured.push(result.growth);
  }
  if (measured.length === 0) throw new LabError("the problem has no workloads to judge growth on");
  return { growth: measured.reduce((worst, one) => (speed(one) > speed(worst) ? one : worst)) };
}

/** Orders measurements by how fast they grow; whatever misses the target comes last. */
function speed({ ok, measured }: MeasuredGrowth): number {
  const place = growths.indexOf(measured as Growth);
  return (ok ? 0 : growths.length) + (place === -1 ? growths.length : place);
}

async function measureOn(
  problem: Problem,
  workload: string,
  subject: Subject,
  fastest: Subject,
  seed: number,
): Promise<Measurement> {
  const points: Point[] = [];
  const verdict = (ok: boolean, measured: string): Measurement => ({
    growth: { wanted: problem.growth, measured, ok, workload },
  });
  const sizes = sizesFor(problem.growth, problem.largest);
  for (const n of sizes) {
    const input = problem.workloads[workload]!(n, seededRandom(seed + n));
    const wrong = illegal(problem, input);
    if (wrong !== undefined) throw new LabError(`workload "${workload}" at n = ${n}: ${wrong}`);
    const call = { input, seed, budget, times: 1, seconds, quiet: true };
    const [reference] = await fastest.run(call);
    if (reference?.kind !== "returned")
      throw new LabError(`the fastest approach on workload "${workload}" at n = ${n}: ${reference?.kind}`);
    const [outcome] = await subject.run(call);
    if (ranOut(outcome!)) {
      // It costs at least this much; where time ran out, steps would have too.
      points.push({ n, cost: costOf(problem, outcome!, n, budget) });
      const known = points.length > fewest && outgrows(points, problem.growth);
      return verdict(false, known ? classify(points) : `more than ${problem.growth}`);
    }
    const refusal = refusalOf(problem, input, [outcome!], reference.output);
    if (refusal) return { refusal };
    points.push({ n, cost: costOf(problem, outcome!, n, outcome!.steps) });
    if (isSlowForItsSteps(outcome!, reference)) {
      const again = [await subject.run(call), await subject.run(call)].flat();
      if (again.every((outcome) => isSlowForItsSteps(outcome, reference)))
        return verdict(false, `more than ${problem.growth}`);
    }
    if (outcome!.steps > enoughSteps || outcome!.ms > enoughMs) break;
  }
  if (points.length < Math.min(fewest, sizes.length)) return verdict(false, `more than ${problem.growth}`);
  return verdict(!outgrows(points, problem.growth), classify(points));
}

/** Calls of an API where the problem counts them, steps elsewhere; thousandths of a step per call for a script of calls. */
function costOf(problem: Problem, outcome: Outcome, n: number, steps: number): number {
  if (outcome.uses > 0) return outcome.uses;
  return problem.methods ? (1000 * steps) / n : steps;
}

function isSlowForItsSteps({ ms, steps }: Outcome, reference: Outcome): boolean {
  const expected = steps * Math.max(reference.ms / reference.steps, ordinaryMsPerStep);
  return ms > noticeableMs && ms > slowdown * expected;
}

function ranOut({ kind }: Outcome): boolean {
  return kind === "out-of-steps" || kind === "no-answer" || kind === "out-of-memory";
}

import { type Growth, growths } from "#lab/problem/growth.ts";
import type { Problem } from "#lab/problem/problem.ts";
import { LabError } from "#lab/sandbox/lab-error.ts";
import type { Outcome } from "#lab/sandbox/outcome.ts";
import { classify, outgrows, type Point, sizesFor } from "./growth.ts";
import type { Refusal } from "./refusal.ts";
import type { MeasuredGrowth } from "./verdict.ts";
import { budget, type Contest, narrowed, runWorkload } from "./workload.ts";

/** A size is the last one when it takes so many milliseconds. */
const enoughMs = 150;
/** A busy machine is no reason to see less: with fewer sizes than this, milliseconds count only from `patientMs` on. */
const tellingSizes = 8;
const patientMs = 1000;

/**
 * The backstop for work that takes no steps, such as a loop inside a package: so many milliseconds, and so many times
 * as long for each step as the fastest approach or an ordinary step takes.
 */
const noticeableMs = 100;
const slowdown = 30;
const ordinaryMsPerStep = 2e-5;

/** Who runs out of steps or time at so few sizes grows too fast to be measured. */
const fewest = 4;

export type Measurement = { readonly growth: MeasuredGrowth } | { readonly refusal: Refusal };

/**
 * Measures how the subject's cost grows on every workload and names the worst, or refuses it when it answers a
 * large input wrongly. Running out of steps, time or memory here only ends the measuring.
 */
export async function measureGrowth(contest: Contest): Promise<Measurement> {
  const measured: MeasuredGrowth[] = [];
  for (const workload of Object.keys(contest.problem.workloads)) {
    const result = await measureOn(contest, workload);
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

async function measureOn(contest: Contest, workload: string): Promise<Measurement> {
  const { problem, enoughSteps = 3e6 } = contest;
  const points: Point[] = [];
  const result = (ok: boolean, measured: string, unanswered?: number): Measurement => ({
    growth: {
      wanted: problem.growth,
      measured,
      ok,
      workload,
      ...(unanswered !== undefined && { unanswered }),
    },
  });
  const sizes = sizesFor(problem.growth, problem.largest);
  for (const n of sizes) {
    const { outcome, reference, ranOut, refusal } = await runWorkload(contest, workload, n);
    if (refusal) {
      const right = points.at(-1)?.n ?? n;
      return { refusal: (await narrowed(contest, workload, right, n)) ?? refusal };
    }
    // Who runs out of steps has taken this many, and who runs out of time or memory would have.
    points.push({ n, cost: costOf(problem, outcome, n, ranOut ? budget : outcome.steps) });
    if (ranOut) {
      const known = points.length > fewest && outgrows(points, problem.growth);
      return result(false, known ? classify(points) : `more than ${problem.growth}`, n);
    }
    if (isSlowForItsSteps(outcome, reference)) {
      const again = [await runWorkload(contest, workload, n), await runWorkload(contest, workload, n)];
      if (again.every((other) => isSlowForItsSteps(other.outcome, reference)))
        return result(false, `more than ${problem.growth}`);
    }
    if (outcome.steps > enoughSteps) break;
    if (outcome.ms > (points.length < tellingSizes ? patientMs : enoughMs)) break;
  }
  if (points.length < Math.min(fewest, sizes.length)) return result(false, `more than ${problem.growth}`);
  return result(!outgrows(points, problem.growth), classify(points));
}

/** Calls of an API where the problem counts them, steps elsewhere; thousandths of a step per call for a script of calls. */
export function costOf(problem: Problem, outcome: Outcome, n: number, steps: number): number {
  if (outcome.uses > 0) return outcome.uses;
  return problem.methods ? (1000 * steps) / n : steps;
}

function isSlowForItsSteps({ ms, steps }: Outcome, reference: Outcome): boolean {
  const expected = steps * Math.max(reference.ms / reference.steps, ordinaryMsPerStep);
  return ms > noticeableMs && ms > slowdown * expected;
}

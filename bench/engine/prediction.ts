import type { Samples } from "./schedule.ts";

/** A power of n: between sizes that are close, noise may look like more. What is exponential has few steps to spare anyway. */
const steepest = 3;

/**
 * The milliseconds of a call at the next size, if it goes on growing as between the last two. Where only one is known, it is
 * taken to grow as n does, or as its steps do if they grow less; steps are not all there is to a small size's time.
 */
export function prediction(
  samples: ReadonlyMap<number, Samples>,
  n: number,
  steps: ReadonlyMap<number, number> = new Map(),
): number {
  const known = [...samples].filter(([size]) => size < n).slice(-2);
  const [a, b] = known.map(([size, sets]) => ({ n: size, ms: Math.min(...sets.flat()) }));
  if (!a) return 0;
  if (!b) {
    const [before, after] = [steps.get(a.n), steps.get(n)];
    return a.ms * Math.min(n / a.n, before && after ? after / before : Infinity);
  }
  const slope = Math.max(0, Math.min(steepest, Math.log(b.ms / a.ms) / Math.log(b.n / a.n)));
  return b.ms * (n / b.n) ** slope;
}

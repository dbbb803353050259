import type { Samples } from "./schedule.ts";

/** How many times as long one contender takes as another, over fresh processes. */
export interface Ratio {
  readonly median: number;
  /** The range of the processes', without the outermost. */
  readonly low: number;
  readonly high: number;
  /**
   * Is it a difference: in each of these processes beyond a tenth, or somewhat more where they are few, and altogether
   * beyond what they differ among themselves?
   */
  readonly shown: boolean;
}

/** Less than this is never called a difference: processes differ by as much for no reason. */
const leastOfMany = 1.1;
const leastOfFew = 1.15;
const many = 7;

/** Ratio of two contenders that took turns. Each round's ratio is taken by itself, so that a slow moment cancels out. */
export function ratioOf(slower: Samples, faster: Samples): Ratio {
  const sets = Math.min(slower.length, faster.length);
  const logs = Array.from({ length: sets }, (_, set) => {
    const [a, b] = [slower[set]!, faster[set]!];
    const rounds = Math.min(a.length, b.length);
    return medianOf(Array.from({ length: rounds }, (_, round) => Math.log(a[round]! / b[round]!)));
  });
  const median = Math.exp(medianOf(logs));
  const [lowest, highest] = rangeOf(logs);
  const [low, high] = [Math.exp(lowest), Math.exp(highest)];
  const beyond = Math.max(median, 1 / median);
  const least = logs.length < many ? leastOfFew : leastOfMany;
  const shown = beyond > high / low && (low > least || high < 1 / least);
  return { median, low, high, shown };
}

/** The lowest and the highest, the outermost left out where there are five or more. */
export function rangeOf(values: readonly number[]): [low: number, high: number] {
  const sorted = values.toSorted((a, b) => a - b);
  const kept = sorted.length >= 5 ? sorted.slice(1, -1) : sorted;
  return [kept[0]!, kept.at(-1)!];
}

export function medianOf(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  const half = sorted.length >> 1;
  return sorted.length % 2 === 1 ? sorted[half]! : (sorted[half - 1]! + sorted[half]!) / 2;
}

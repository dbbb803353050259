import type { Samples } from "./schedule.ts";

/** How many times as long one contender takes as another, over fresh processes. */
export interface Ratio {
  readonly median: number;
  /** The lowest and the highest of the processes', the outermost left out where there are five or more. */
  readonly low: number;
  readonly high: number;
  /**
   * Is it a difference: beyond a tenth in every process, and beyond what these differ among themselves? Of seven processes
   * or more, the outermost may disagree.
   */
  readonly shown: boolean;
}

/** Less than this is never called a difference: processes differ by as much for no reason. */
const least = 1.1;
const many = 7;

/** Ratio of two contenders that took turns. Each round's ratio is taken by itself, so that a slow moment cancels out. */
export function ratioOf(slower: Samples, faster: Samples): Ratio {
  const sets = Math.min(slower.length, faster.length);
  const logs = Array.from({ length: sets }, (_, set) => {
    const [a, b] = [slower[set]!, faster[set]!];
    const rounds = Math.min(a.length, b.length);
    return medianOf(Array.from({ length: rounds }, (_, round) => Math.log(a[round]! / b[round]!)));
  }).sort((a, b) => a - b);
  const median = Math.exp(medianOf(logs));
  const kept = logs.length >= 5 ? logs.slice(1, -1) : logs;
  const [low, high] = [Math.exp(kept[0]!), Math.exp(kept.at(-1)!)];
  const beyond = Math.max(median, 1 / median);
  const [lowest, highest] = logs.length < many ? [Math.exp(logs[0]!), Math.exp(logs.at(-1)!)] : [low, high];
  const shown = beyond > high / low && (lowest > least || highest < 1 / least);
  return { median, low, high, shown };
}

export function medianOf(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  const half = sorted.length >> 1;
  return sorted.length % 2 === 1 ? sorted[half]! : (sorted[half - 1]! + sorted[half]!) / 2;
}

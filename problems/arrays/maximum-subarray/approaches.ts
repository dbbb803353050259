import type { Approaches } from "#lab/problem/index.ts";
import type * as stub from "./stub.ts";

/** Adds up every subarray, each from the one that is an element shorter. O(n²) time, O(1) space. */
export function everySubarray(nums: number[]): number {
  let best = -Infinity;
  for (let start = 0; start < nums.length; start++) {
    let sum = 0;
    for (let end = start; end < nums.length; end++) {
      sum += nums[end]!;
      best = Math.max(best, sum);
    }
  }
  return best;
}

/** Takes the best of each half and of what crosses the middle. O(n log n) time, O(log n) space. */
export function divideAndConquer(nums: number[]): number {
  const bestOf = (from: number, to: number): number => {
    if (to - from === 1) return nums[from]!;
    const middle = (from + to) >> 1;
    let bestBefore = -Infinity;
    for (let i = middle - 1, sum = 0; i >= from; i--) {
      sum += nums[i]!;
      bestBefore = Math.max(bestBefore, sum);
    }
    let bestBehind = -Infinity;
    for (let i = middle, sum = 0; i < to; i++) {
      sum += nums[i]!;
      bestBehind = Math.max(bestBehind, sum);
    }
    return Math.max(bestOf(from, middle), bestOf(middle, to), bestBefore + bestBehind);
  };
  return bestOf(0, nums.length);
}

/** What has to be known of a part to join it to its neighbour. Only non-empty subarrays count. */
interface Summary {
  readonly total: number;
  /** The largest sum from the first element on. */
  readonly prefix: number;
  /** The largest sum up to the last element. */
  readonly suffix: number;
  readonly best: number;
}

function joined(a: Summary, b: Summary): Summary {
  return {
    total: a.total + b.total,
    prefix: Math.max(a.prefix, a.total + b.prefix),
    suffix: Math.max(b.suffix, a.suffix + b.total),
    best: Math.max(a.best, b.best, a.suffix + b.prefix),
  };
}

/** Joins the halves' summaries, so that nothing is added up twice. O(n) time, O(log n) space. */
export function summaries(nums: number[]): number {
  const summaryOf = (from: number, to: number): Summary => {
    if (to - from === 1) {
      const x = nums[from]!;
      return { total: x, prefix: x, suffix: x, best: x };
    }
    const middle = (from + to) >> 1;
    return joined(summaryOf(from, middle), summaryOf(middle, to));
  };
  return summaryOf(0, nums.length).best;
}

/** Takes the lowest earlier prefix sum from each prefix sum. O(n) time, O(1) space. */
export function prefixMinima(nums: number[]): number {
  let best = -Infinity;
  let sum = 0;
  let lowest = 0;
  for (const x of nums) {
    sum += x;
    best = Math.max(best, sum - lowest);
    lowest = Math.min(lowest, sum);
  }
  return best;
}

/** Extends the best subarray that ends before each element, unless its sum is negative. O(n) time, O(1) space. */
export function kadane(nums: number[]): number {
  let best = -Infinity;
  let endingHere = 0;
  for (const x of nums) {
    endingHere = Math.max(endingHere, 0) + x;
    best = Math.max(best, endingHere);
  }
  return best;
}

export default {
  "every subarray": { growth: "n²", maxSubArray: everySubarray },
  "divide and conquer": { growth: "n log n", maxSubArray: divideAndConquer },
  summaries: { growth: "n", maxSubArray: summaries },
  "prefix minima": { growth: "n", maxSubArray: prefixMinima },
  kadane: { growth: "n", maxSubArray: kadane },
} satisfies Approaches<typeof stub>;

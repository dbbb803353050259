import type { Approaches } from "#lab/problem/index.ts";
import type * as stub from "./stub.ts";

/** Adds up every subarray, each from the one that ends just before. O(n²) time, O(1) space. */
export function everySubarray(nums: number[], k: number): number {
  let count = 0;
  for (let start = 0; start < nums.length; start++) {
    let sum = 0;
    for (let end = start; end < nums.length; end++) {
      sum += nums[end]!;
      if (sum === k) count++;
    }
  }
  return count;
}

/** Sorts the prefix sums, and lets two pointers find what lies k below each. O(n log n) time, O(n) space. */
export function sortedSums(nums: number[], k: number): number {
  let upTo = 0;
  const sums = [{ sum: 0, place: 0 }];
  for (const [i, x] of nums.entries()) sums.push({ sum: (upTo += x), place: i + 1 });
  // Sorting is stable: equal sums stay in the order of their places.
  sums.sort((a, b) => a.sum - b.sum);
  let count = 0;
  // How many sums are too small to be the start, and how many stand before the start's last possible place.
  let tooSmall = 0;
  let before = 0;
  for (const { sum, place } of sums) {
    while (tooSmall < sums.length && sums[tooSmall]!.sum < sum - k) tooSmall++;
    before = Math.max(before, tooSmall);
    while (before < sums.length && sums[before]!.sum === sum - k && sums[before]!.place < place) before++;
    count += before - tooSmall;
  }
  return count;
}

/** Counts the prefix sums passed, and looks up how many lie k below the present one. O(n) time, O(n) space. */
export function countedSums(nums: number[], k: number): number {
  const times = new Map([[0, 1]]);
  let sum = 0;
  let count = 0;
  for (const x of nums) {
    sum += x;
    count += times.get(sum - k) ?? 0;
    times.set(sum, (times.get(sum) ?? 0) + 1);
  }
  return count;
}

export default {
  "every subarray": { growth: "n²", subarraySum: everySubarray },
  "sorted sums": { growth: "n log n", subarraySum: sortedSums },
  "counted sums": { growth: "n", subarraySum: countedSums },
} satisfies Approaches<typeof stub>;

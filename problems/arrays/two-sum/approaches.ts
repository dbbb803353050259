import type { Approaches } from "#lab/problem/index.ts";
import type * as stub from "./stub.ts";

/** Tries every pair. O(n²) time, O(1) space. */
export function everyPair(nums: number[], target: number): number[] {
  for (let i = 0; i < nums.length; i++) {
    for (let j = i + 1; j < nums.length; j++) {
      if (nums[i]! + nums[j]! === target) return [i, j];
    }
  }
  return [];
}

/** Walks two pointers towards each other over the indices, sorted by value. O(n log n) time, O(n) space. */
export function sortedPointers(nums: number[], target: number): number[] {
  const byValue = nums.map((_, i) => i).sort((a, b) => nums[a]! - nums[b]!);
  let low = 0;
  let high = nums.length - 1;
  while (low < high) {
    const sum = nums[byValue[low]!]! + nums[byValue[high]!]!;
    if (sum === target) return [byValue[low]!, byValue[high]!];
    if (sum < target) low++;
    else high--;
  }
  return [];
}

/** Looks each element's partner up among those before it. O(n) time, O(n) space. */
export function onePassMap(nums: number[], target: number): number[] {
  const indexOf = new Map<number, number>();
  for (let i = 0; i < nums.length; i++) {
    const partner = indexOf.get(target - nums[i]!);
    if (partner !== undefined) return [partner, i];
    indexOf.set(nums[i]!, i);
  }
  return [];
}

export default {
  "every pair": { growth: "n²", twoSum: everyPair },
  "sorted pointers": { growth: "n log n", twoSum: sortedPointers },
  "one-pass map": { growth: "n", twoSum: onePassMap },
} satisfies Approaches<typeof stub>;

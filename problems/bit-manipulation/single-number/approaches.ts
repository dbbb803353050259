import type { Approaches } from "#lab/problem/index.ts";
import type * as stub from "./stub.ts";

/** Looks for each element's first and last place. O(n²) time, O(1) space. */
export function firstAndLastPlace(nums: number[]): number {
  return nums.find((x) => nums.indexOf(x) === nums.lastIndexOf(x))!;
}

/** Sorts, and looks for the pair that is none. O(n log n) time, O(n) space. */
export function sortedPairs(nums: number[]): number {
  const sorted = [...nums].sort((a, b) => a - b);
  let i = 0;
  while (sorted[i] === sorted[i + 1]) i += 2;
  return sorted[i]!;
}

/** Keeps the values that have come an odd number of times. O(n) time, O(n) space. */
export function setOfUnpaired(nums: number[]): number {
  const unpaired = new Set<number>();
  for (const x of nums) {
    if (!unpaired.delete(x)) unpaired.add(x);
  }
  const [single] = unpaired;
  return single!;
}

/** Combines all elements by exclusive or, under which equal ones cancel. O(n) time, O(1) space. */
export function exclusiveOr(nums: number[]): number {
  return nums.reduce((combined, x) => combined ^ x, 0);
}

export default {
  "first and last place": { growth: "n²", singleNumber: firstAndLastPlace },
  "sorted pairs": { growth: "n log n", singleNumber: sortedPairs },
  "set of unpaired": { growth: "n", singleNumber: setOfUnpaired },
  "exclusive or": { growth: "n", singleNumber: exclusiveOr },
} satisfies Approaches<typeof stub>;

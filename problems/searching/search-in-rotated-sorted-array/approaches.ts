import type { Approaches } from "#lab/problem/index.ts";
import type * as stub from "./stub.ts";

/** Looks at one element after the other. O(n) time, O(1) space. */
export function scan(nums: number[], target: number): number {
  for (let i = 0; i < nums.length; i++) {
    if (nums[i] === target) return i;
  }
  return -1;
}

function placeOfSmallest(nums: number[]): number {
  let low = 0;
  let high = nums.length - 1;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (nums[middle]! > nums[high]!) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Finds the smallest element, then searches as if the array began there. O(log n) time, O(1) space. */
export function smallestFirst(nums: number[], target: number): number {
  const smallest = placeOfSmallest(nums);
  const placeOf = (rank: number): number => (rank + smallest) % nums.length;
  let low = 0;
  let high = nums.length - 1;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (nums[placeOf(middle)]! < target) low = middle + 1;
    else high = middle;
  }
  return nums[placeOf(low)] === target ? placeOf(low) : -1;
}

/** Asks at each step which half is sorted, and whether the target lies within it. O(log n) time, O(1) space. */
export function oneSearch(nums: number[], target: number): number {
  let low = 0;
  let high = nums.length - 1;
  while (low <= high) {
    const middle = (low + high) >> 1;
    if (nums[middle] === target) return middle;
    if (nums[low]! <= nums[middle]!) {
      if (nums[low]! <= target && target < nums[middle]!) high = middle - 1;
      else low = middle + 1;
    } else {
      if (nums[middle]! < target && target <= nums[high]!) low = middle + 1;
      else high = middle - 1;
    }
  }
  return -1;
}

export default {
  scan: { growth: "n", search: scan },
  "smallest first": { growth: "log n", search: smallestFirst },
  "one search": { growth: "log n", search: oneSearch },
} satisfies Approaches<typeof stub>;

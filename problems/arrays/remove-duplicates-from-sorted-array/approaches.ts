import type { Approaches } from "#lab/problem/index.ts";
import type * as stub from "./stub.ts";

/** Cuts out each element that equals the one before it. O(n²) time, O(1) space. */
export function splicing(nums: number[]): number {
  let i = 1;
  while (i < nums.length) {
    if (nums[i] === nums[i - 1]) nums.splice(i, 1);
    else i++;
  }
  return nums.length;
}

/** Copies the values back from a set, which keeps them in the order they came. O(n) time, O(n) space. */
export function setCopiedBack(nums: number[]): number {
  const values = new Set(nums);
  let kept = 0;
  for (const value of values) nums[kept++] = value;
  return kept;
}

/** Reads with one pointer and writes the first of each run with another. O(n) time, O(1) space. */
export function readAndWrite(nums: number[]): number {
  let kept = 0;
  for (const value of nums) {
    if (kept === 0 || value !== nums[kept - 1]) nums[kept++] = value;
  }
  return kept;
}

export default {
  splicing: { growth: "n²", removeDuplicates: splicing },
  "set copied back": { growth: "n", removeDuplicates: setCopiedBack },
  "read and write pointer": { growth: "n", removeDuplicates: readAndWrite },
} satisfies Approaches<typeof stub>;

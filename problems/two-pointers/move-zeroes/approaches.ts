import type { Approaches } from "#lab/problem/index.ts";
import type * as stub from "./stub.ts";

/** Collects the other numbers in an array of their own and writes them back. O(n) time, O(n) space. */
export function copy(nums: number[]): void {
  const others = nums.filter((x) => x !== 0);
  for (let i = 0; i < nums.length; i++) nums[i] = others[i] ?? 0;
}

/** Takes each zero out, last one first, and appends it. O(n²) time, O(1) space. */
export function takeOutAndAppend(nums: number[]): void {
  for (let i = nums.length - 1; i >= 0; i--) {
    if (nums[i] !== 0) continue;
    nums.splice(i, 1);
    nums.push(0);
  }
}

/** Writes the other numbers from the front on, then zeroes behind them. O(n) time, O(1) space. */
export function overwriteThenFill(nums: number[]): void {
  let end = 0;
  for (const x of nums) {
    if (x !== 0) nums[end++] = x;
  }
  nums.fill(0, end);
}

/** Swaps each other number with the first zero before it. O(n) time, O(1) space. */
export function swap(nums: number[]): void {
  let end = 0;
  for (let i = 0; i < nums.length; i++) {
    if (nums[i] === 0) continue;
    [nums[end], nums[i]] = [nums[i]!, nums[end]!];
    end++;
  }
}

export default {
  copy: { growth: "n", moveZeroes: copy },
  "take out and append": { growth: "n²", moveZeroes: takeOutAndAppend },
  "overwrite, then fill": { growth: "n", moveZeroes: overwriteThenFill },
  swap: { growth: "n", moveZeroes: swap },
} satisfies Approaches<typeof stub>;

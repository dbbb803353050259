import type { Approaches } from "#lab/problem/index.ts";
import type * as stub from "./stub.ts";

/** Measures every pair of lines. O(n²) time, O(1) space. */
export function everyPair(height: number[]): number {
  let most = 0;
  for (let i = 0; i < height.length; i++) {
    for (let j = i + 1; j < height.length; j++) {
      most = Math.max(most, Math.min(height[i]!, height[j]!) * (j - i));
    }
  }
  return most;
}

/** Pairs each line with the farthest one at least as tall, going from tall to short. O(n log n) time, O(n) space. */
export function tallestFirst(height: number[]): number {
  const byHeight = height.map((_, i) => i).sort((a, b) => height[b]! - height[a]!);
  let first = byHeight[0]!;
  let last = first;
  let most = 0;
  for (const i of byHeight) {
    most = Math.max(most, height[i]! * Math.max(i - first, last - i));
    first = Math.min(first, i);
    last = Math.max(last, i);
  }
  return most;
}

/** Starts with the widest container and gives up its shorter line each time. O(n) time, O(1) space. */
export function twoPointers(height: number[]): number {
  let left = 0;
  let right = height.length - 1;
  let most = 0;
  while (left < right) {
    most = Math.max(most, Math.min(height[left]!, height[right]!) * (right - left));
    if (height[left]! < height[right]!) left++;
    else right--;
  }
  return most;
}

export default {
  "every pair": { growth: "n²", maxArea: everyPair },
  "tallest first": { growth: "n log n", maxArea: tallestFirst },
  "two pointers": { growth: "n", maxArea: twoPointers },
} satisfies Approaches<typeof stub>;

import fc from "fast-check";
import { problem } from "#lab/problem/index.ts";
import * as stub from "./stub.ts";

/** Sorted arrays of integers up to `most` either way. */
function sorted(most: number, maxLength: number): fc.Arbitrary<number[]> {
  return fc.array(fc.integer({ min: -most, max: most }), { minLength: 1, maxLength }).map(
    (nums) => [...nums].sort((a, b) => a - b),
    (nums) => nums as number[],
  );
}

export default problem(stub, {
  takes: { nums: "number[]" },
  returns: { k: "number", nums: "number[]" },
  examples: [
    { input: [[0, 0, 1]], output: { k: 2, nums: [0, 1] } },
    { input: [[-3, -3, -3, 2, 4, 4]], output: { k: 3, nums: [-3, 2, 4] } },
    { input: [[5]], output: { k: 1, nums: [5] } },
  ],
  constraints: {
    "nums has 1 to 3 · 10⁴ elements": ([nums]) => nums.length >= 1 && nums.length <= 3e4,
    "all numbers are integers from -100 to 100": ([nums]) =>
      nums.every((x) => Number.isInteger(x) && Math.abs(x) <= 100),
    "nums is sorted in ascending order": ([nums]) => nums.every((x, i) => i === 0 || nums[i - 1]! <= x),
  },
  inputs: fc.tuple(fc.oneof(sorted(1, 6), sorted(4, 12), sorted(100, 40))),
  call: ({ removeDuplicates }, [nums]) => {
    const k = removeDuplicates(nums);
    const countsPlaces = Number.isInteger(k) && k >= 0 && k <= nums.length;
    return { k, nums: countsPlaces ? nums.slice(0, k) : nums };
  },
  checks: {
    "k is the number of different values": ({ k }, [nums]) => k === new Set(nums).size,
    "no value stands twice in the first k places": (output) =>
      new Set(output.nums).size === output.nums.length,
    "every value stands in the first k places": (output, [nums]) => {
      const kept = new Set(output.nums);
      return nums.every((x) => kept.has(x));
    },
    "the first k places are in ascending order": (output) =>
      output.nums.every((x, i) => i === 0 || output.nums[i - 1]! < x),
  },
  workloads: {
    "every value twice": (n) => [Array.from({ length: n }, (_, i) => (i >> 1) - 100)],
    "one value only": (n) => [Array.from({ length: n }, () => 7)],
    "half of it one value, then different ones": (n) => [
      Array.from({ length: n }, (_, i) => Math.max(0, i - (n >> 1)) - 100),
    ],
  },
  growth: "n",
  // There are 201 values, so an array in which each stands twice cannot be longer. Beyond that, what costs a
  // step for each value kept would pass for linear.
  largest: 402,
});

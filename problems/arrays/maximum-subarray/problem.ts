import fc from "fast-check";
import { problem } from "#lab/problem/index.ts";
import * as stub from "./stub.ts";

function arrays(min: number, max: number, maxLength: number): fc.Arbitrary<number[]> {
  return fc.array(fc.integer({ min, max }), { minLength: 1, maxLength });
}

/** Is there a subarray with this sum? It is the difference of two prefix sums, the earlier taken from the later. */
function isSumOfSome(nums: readonly number[], wanted: number): boolean {
  const earlier = new Set<number>();
  let sum = 0;
  return nums.some((x) => {
    earlier.add(sum);
    sum += x;
    return earlier.has(sum - wanted);
  });
}

export default problem(stub, {
  takes: { nums: "number[]" },
  returns: "number",
  examples: [
    { input: [[2, -3, 4, -1, 3, -5, 1]], output: 6 },
    { input: [[-4, -2, -7]], output: -2 },
    { input: [[3, -1, 2]], output: 4 },
  ],
  constraints: {
    "nums has 1 to 10⁵ elements": ([nums]) => nums.length >= 1 && nums.length <= 1e5,
    "all numbers are integers from -10⁴ to 10⁴": ([nums]) =>
      nums.every((x) => Number.isInteger(x) && Math.abs(x) <= 1e4),
  },
  inputs: fc.tuple(
    fc.oneof(
      arrays(-2, 2, 5),
      arrays(-9, -1, 4),
      arrays(-9, 9, 10),
      fc.array(fc.constantFrom(-1e4, 1e4), { minLength: 1, maxLength: 3 }),
      arrays(-1e4, 1e4, 40),
    ),
  ),
  call: ({ maxSubArray }, [nums]) => maxSubArray(nums),
  checks: {
    "some subarray has that sum": (sum, [nums]) => isSumOfSome(nums, sum),
    "no subarray has a larger sum": (sum, _input, largest) => sum >= largest,
  },
  workloads: {
    "up and down at random": (n, random) => [Array.from({ length: n }, () => random.integer(-1e4, 1e4))],
    "all positive": (n, random) => [Array.from({ length: n }, () => random.integer(1, 1e4))],
    "all negative": (n, random) => [Array.from({ length: n }, () => random.integer(-1e4, -1))],
  },
  growth: "n",
});

import fc from "fast-check";
import { problem, sameAsObvious } from "#lab/problem/index.ts";
import * as stub from "./stub.ts";

const longest = 2e4;
const largestElement = 1000;
const largestK = 1e7;

function arrays(min: number, max: number, maxLength: number): fc.Arbitrary<number[]> {
  return fc.array(fc.integer({ min, max }), { minLength: 1, maxLength });
}

/** k is the sum of a part of the array. */
const reached = fc
  .tuple(arrays(-largestElement, largestElement, 30), fc.nat(), fc.nat())
  .map(([nums, from, length]): [number[], number] => {
    const start = from % nums.length;
    const part = nums.slice(start, start + 1 + (length % nums.length));
    return [nums, part.reduce((sum, x) => sum + x, 0)];
  });

export default problem(stub, {
  takes: { nums: "number[]", k: "number" },
  returns: "number",
  examples: [
    { input: [[1, 2, 3, -3], 3], output: 3 },
    { input: [[0, 0], 0], output: 3 },
    { input: [[5, -2], 4], output: 0 },
  ],
  constraints: {
    "nums has 1 to 2·10⁴ elements": ([nums]) => nums.length >= 1 && nums.length <= longest,
    "all elements are integers from -1000 to 1000": ([nums]) =>
      nums.every((x) => Number.isInteger(x) && Math.abs(x) <= largestElement),
    "k is an integer from -10⁷ to 10⁷": ([, k]) => Number.isInteger(k) && Math.abs(k) <= largestK,
  },
  inputs: fc.oneof(
    fc.tuple(arrays(-1, 2, 5), fc.integer({ min: -2, max: 3 })),
    fc.tuple(arrays(-2, 2, 16), fc.integer({ min: -3, max: 3 })),
    reached,
    fc.tuple(arrays(-largestElement, largestElement, 40), fc.integer({ min: -largestK, max: largestK })),
  ),
  call: ({ subarraySum }, [nums, k]) => subarraySum(nums, k),
  checks: {
    "counts every subarray that adds up to k": (output, _input, wanted) => output >= wanted,
    "counts each of them once, and no other": sameAsObvious,
  },
  workloads: {
    "nothing but zeros": (n) => [Array.from({ length: n }, () => 0), 0],
    "sums that come again and again": (n, random) => [
      Array.from({ length: n }, () => random.integer(-2, 2)),
      random.integer(-2, 2),
    ],
    "sums that rise and fall far": (n, random) => [
      Array.from({ length: n }, () => random.integer(-largestElement, largestElement)),
      random.integer(-largestElement, largestElement),
    ],
  },
  growth: "n",
});

import fc from "fast-check";
import { problem, type Random } from "#lab/problem/index.ts";
import * as stub from "./stub.ts";

const largest = 5e4;

/** Arrays of 1 to `maxLength` integers from `min` to `max`. */
function arrays(maxLength: number, min: number, max: number): fc.Arbitrary<[number[]]> {
  return fc.tuple(fc.array(fc.integer({ min, max }), { minLength: 1, maxLength }));
}

/** In a typed array, numbers are sorted as numbers, and fast. */
function sorted(nums: readonly number[]): Float64Array {
  return Float64Array.from(nums).sort();
}

function drawn(n: number, random: Random, min: number, max: number): number[] {
  return Array.from({ length: n }, () => random.integer(min, max));
}

export default problem(stub, {
  takes: { nums: "number[]" },
  returns: "number[]",
  examples: [
    { input: [[4, -1, 3, 4, 0]], output: [-1, 0, 3, 4, 4] },
    { input: [[10, 9, 100]], output: [9, 10, 100] },
    { input: [[7]], output: [7] },
  ],
  constraints: {
    "nums has 1 to 5·10⁴ elements": ([nums]) => nums.length >= 1 && nums.length <= 5e4,
    "all numbers are integers from -5·10⁴ to 5·10⁴": ([nums]) =>
      nums.every((num) => Number.isInteger(num) && Math.abs(num) <= largest),
  },
  inputs: fc.oneof(
    arrays(5, -2, 2),
    arrays(12, -5, 20),
    arrays(40, -largest, largest),
    fc.tuple(fc.array(fc.constantFrom(-largest, -1, 0, largest), { minLength: 1, maxLength: 12 })),
  ),
  call: ({ sortArray }, [nums]) => sortArray(nums),
  checks: {
    "the same numbers, each as often as in nums": (output, [nums]) => {
      const wanted = sorted(nums);
      return output.length === nums.length && sorted(output).every((num, i) => num === wanted[i]);
    },
    "no number is followed by a smaller one": (output) =>
      output.every((num, i) => i === 0 || output[i - 1]! <= num),
  },
  workloads: {
    random: (n, random) => [drawn(n, random, -n, n)],
    "a few numbers, again and again": (n, random) => [drawn(n, random, -2, 2)],
    falling: (n) => [Array.from({ length: n }, (_, i) => (n >> 1) - i)],
  },
  growth: "n log n",
});

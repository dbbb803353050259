import fc from "fast-check";
import { equal, problem } from "#lab/problem/index.ts";
import * as stub from "./stub.ts";

const least = -(2 ** 31);
const greatest = 2 ** 31 - 1;

function sorted(values: readonly number[]): number[] {
  return [...values].sort((a, b) => a - b);
}

function others(values: readonly number[]): number[] {
  return values.filter((x) => x !== 0);
}

export default problem(stub, {
  takes: { nums: "number[]" },
  returns: "number[]",
  examples: [
    { input: [[0, 4, 0, 7, 2]], output: [4, 7, 2, 0, 0] },
    { input: [[0]], output: [0] },
    { input: [[3, -1]], output: [3, -1] },
  ],
  constraints: {
    "nums has 1 to 10⁴ elements": ([nums]) => nums.length >= 1 && nums.length <= 1e4,
    "all numbers are integers from -2³¹ to 2³¹ - 1": ([nums]) =>
      nums.every((x) => Number.isInteger(x) && x >= least && x <= greatest),
  },
  inputs: fc.oneof(
    fc.tuple(fc.array(fc.integer({ min: -1, max: 2 }), { minLength: 1, maxLength: 6 })),
    fc.tuple(
      fc.array(fc.oneof(fc.constantFrom(0, least, greatest), fc.integer({ min: least, max: greatest })), {
        minLength: 1,
        maxLength: 40,
      }),
    ),
  ),
  call: ({ moveZeroes }, [nums]) => {
    moveZeroes(nums);
    return nums;
  },
  checks: {
    "nothing is lost or made up": (output, [nums]) => equal(sorted(output), sorted(nums)),
    "all zeroes stand at the end": (output) => output.slice(others(output).length).every((x) => x === 0),
    "the others keep their order": (output, [nums]) => equal(others(output), others(nums)),
  },
  workloads: {
    "zeroes in front": (n, random) => [
      Array.from({ length: n }, (_, i) => (i < n / 2 ? 0 : random.integer(1, greatest))),
    ],
    "zeroes in between": (n, random) => [
      Array.from({ length: n }, (_, i) => (i % 2 === 0 ? 0 : random.integer(least, -1))),
    ],
    "no zero at all": (n, random) => [Array.from({ length: n }, () => random.integer(1, greatest))],
  },
  growth: "n",
  largest: 1e4,
});

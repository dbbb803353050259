import fc from "fast-check";
import { problem } from "#lab/problem/index.ts";
import { onePassMap } from "./approaches.ts";
import * as stub from "./stub.ts";

/** Arrays of `values`, with the sum of two places as the target. */
function solvable(values: fc.Arbitrary<number>, maxLength: number): fc.Arbitrary<[number[], number]> {
  const nums = fc.array(values, { minLength: 2, maxLength });
  return fc
    .tuple(nums, fc.nat({ max: 1e6 }), fc.nat({ max: 1e6 }))
    .map(
      ([nums, i, j]): [number[], number] => [nums, nums[i % nums.length]! + nums[j % nums.length]!],
      (input) => {
        const [nums, target] = input as [number[], number];
        const [i, j] = onePassMap(nums, target);
        return [nums, i ?? 0, j ?? 0];
      },
    )
    .filter(([nums, target]) => Math.abs(target) <= 1e9 && pairs(nums, target) === 1);
}

/** The first element is half the target, and is no part of the pair. */
const halfFirst = fc
  .tuple(
    fc.integer({ min: -5, max: 5 }),
    fc.integer({ min: 1, max: 9 }),
    fc.array(fc.integer({ min: -5, max: 5 }), { maxLength: 3 }),
  )
  .map(([half, apart, rest]): [number[], number] => [[half, half - apart, half + apart, ...rest], 2 * half])
  .filter(([nums, target]) => pairs(nums, target) === 1);

/** How many pairs of places add up to target. */
function pairs(nums: number[], target: number): number {
  const seen = new Map<number, number>();
  let count = 0;
  for (const x of nums) {
    count += seen.get(target - x) ?? 0;
    seen.set(x, (seen.get(x) ?? 0) + 1);
  }
  return count;
}

export default problem(stub, {
  takes: { nums: "number[]", target: "number" },
  returns: "number[]",
  severalAnswers: true,
  examples: [
    { input: [[2, 7, 11, 15], 9], output: [0, 1] },
    { input: [[3, 2, 4], 6], output: [1, 2] },
    { input: [[3, 3], 6], output: [0, 1] },
  ],
  constraints: {
    "nums has 2 to 10⁴ elements": ([nums]) => nums.length >= 2 && nums.length <= 1e4,
    "all numbers are integers from -10⁹ to 10⁹": ([nums, target]) =>
      [...nums, target].every((x) => Number.isInteger(x) && Math.abs(x) <= 1e9),
    "exactly one pair of places adds up to target": ([nums, target]) => pairs(nums, target) === 1,
  },
  inputs: fc.oneof(
    solvable(fc.integer({ min: -2, max: 4 }), 4),
    solvable(fc.integer({ min: -4, max: 8 }), 6),
    halfFirst,
    solvable(fc.integer({ min: -1e9, max: 1e9 }), 40),
  ),
  call: ({ twoSum }, [nums, target]) => twoSum(nums, target),
  checks: {
    "two indices": (output) => output.length === 2,
    "both are places in nums": (output, [nums]) =>
      output.every((i) => Number.isInteger(i) && i >= 0 && i < nums.length),
    "two different indices": ([i, j]) => i !== j,
    "the numbers there add up to target": ([i, j], [nums, target]) => nums[i!]! + nums[j!]! === target,
  },
  workloads: {
    "the pair at the very end": (n, random) => {
      const nums = random.shuffled(Array.from({ length: n }, (_, i) => 4 * i));
      nums[n - 2] = 1;
      nums[n - 1] = 2;
      return [nums, 3];
    },
    "the first and the last": (n, random) => {
      const nums = random.shuffled(Array.from({ length: n }, (_, i) => 4 * i));
      nums[0] = 1;
      nums[n - 1] = 2;
      return [nums, 3];
    },
  },
  growth: "n",
  largest: 1e4,
});

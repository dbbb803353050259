import fc from "fast-check";
import { problem, sameGroups } from "#lab/problem/index.ts";
import * as stub from "./stub.ts";

/** Arrays of integers up to `most` either way, from three elements on. */
function arrays(most: number, maxLength: number): fc.Arbitrary<number[]> {
  return fc.array(fc.integer({ min: -most, max: most }), { minLength: 3, maxLength });
}

/** How often each value occurs. */
function copiesOf(nums: readonly number[]): Map<number, number> {
  const copies = new Map<number, number>();
  for (const x of nums) copies.set(x, (copies.get(x) ?? 0) + 1);
  return copies;
}

/** Large numbers hardly ever add up to 0 by chance; multiples of one do. */
const scale = 12_500;
const large = arrays(1e5 / scale, 12).map(
  (nums) => nums.map((x) => x * scale),
  (nums) => (nums as number[]).map((x) => x / scale),
);

export default problem(stub, {
  takes: { nums: "number[]" },
  returns: "number[][]",
  severalAnswers: true,
  examples: [
    {
      input: [[1, -1, 2, 0, -1, -3]],
      output: [
        [-3, 1, 2],
        [-1, -1, 2],
        [-1, 0, 1],
      ],
    },
    { input: [[1, 2, -4]], output: [] },
    { input: [[0, 0, 0, 0]], output: [[0, 0, 0]] },
  ],
  constraints: {
    "nums has 3 to 3000 elements": ([nums]) => nums.length >= 3 && nums.length <= 3000,
    "all numbers are integers from -10⁵ to 10⁵": ([nums]) =>
      nums.every((x) => Number.isInteger(x) && Math.abs(x) <= 1e5),
  },
  inputs: fc.tuple(fc.oneof(arrays(1, 6), arrays(3, 9), arrays(20, 24), large, arrays(1e5, 12))),
  call: ({ threeSum }, [nums]) => threeSum(nums),
  checks: {
    "each is three numbers": (output) => output.every((triplet) => triplet.length === 3),
    "each can be drawn from nums": (output, [nums]) => {
      const copies = copiesOf(nums);
      return output.every((triplet) =>
        [...copiesOf(triplet)].every(([x, times]) => times <= (copies.get(x) ?? 0)),
      );
    },
    "each adds up to 0": (output) => output.every((triplet) => triplet.reduce((sum, x) => sum + x, 0) === 0),
    "no triplet is there twice": (output) => {
      const keys = output.map((triplet) => [...triplet].sort((a, b) => a - b).join(","));
      return new Set(keys).size === keys.length;
    },
    "none is missing": sameGroups,
  },
  workloads: {
    "no triplet at all": (n, random) => [
      random.shuffled(Array.from({ length: n }, (_, i) => 2 * (i - (n >> 1)) + 1)),
    ],
    "many triplets": (n, random) => {
      const most = Math.ceil((n * Math.sqrt(n)) / 4);
      return [Array.from({ length: n }, () => random.integer(-most, most))];
    },
    "many zeros": (n, random) => [
      random.shuffled(Array.from({ length: n }, (_, i) => (i < n / 8 ? 0 : 4 * (i - (n >> 1)) + 1))),
    ],
  },
  growth: "n²",
  largest: 3000,
});

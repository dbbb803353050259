import fc from "fast-check";
import { problem } from "#lab/problem/index.ts";
import * as stub from "./stub.ts";

/** The first `turn` elements go to the end. */
function turned(nums: readonly number[], turn: number): number[] {
  return [...nums.slice(turn), ...nums.slice(0, turn)];
}

/** Different values in ascending order, turned by any number of places. */
function rotated(values: fc.Arbitrary<number>, maxLength: number): fc.Arbitrary<number[]> {
  return fc.tuple(fc.uniqueArray(values, { minLength: 1, maxLength }), fc.nat({ max: 5000 })).map(
    ([drawn, turn]) =>
      turned(
        [...drawn].sort((a, b) => a - b),
        turn % drawn.length,
      ),
    (nums) => {
      const cut = cutOf(nums as number[]);
      return [turned(nums as number[], cut), ((nums as number[]).length - cut) % (nums as number[]).length];
    },
  );
}

/** The place of the smallest element. */
function cutOf(nums: readonly number[]): number {
  return nums.reduce((cut, x, i) => (x < nums[cut]! ? i : cut), 0);
}

const few = fc.integer({ min: 0, max: 6 });
const many = fc.integer({ min: -1e4, max: 1e4 });

const present = fc.tuple(rotated(many, 40), fc.nat({ max: 5000 })).map(
  ([nums, place]): [number[], number] => [nums, nums[place % nums.length]!],
  (input) => {
    const [nums, target] = input as [number[], number];
    return [nums, nums.indexOf(target)];
  },
);

/** Even numbers in ascending order, with the smallest at the place `cut`. */
function evenNumbers(n: number, cut: number): number[] {
  return turned(
    Array.from({ length: n }, (_, i) => 2 * i - n),
    (n - cut) % n,
  );
}

export default problem(stub, {
  takes: { nums: "number[]", target: "number" },
  returns: "number",
  examples: [
    { input: [[30, 40, 50, 10, 20], 10], output: 3 },
    { input: [[30, 40, 50, 10, 20], 35], output: -1 },
    { input: [[-5, 0, 5], 5], output: 2 },
  ],
  constraints: {
    "nums has 1 to 5000 elements": ([nums]) => nums.length >= 1 && nums.length <= 5000,
    "all numbers are integers from -10⁴ to 10⁴": ([nums, target]) =>
      [...nums, target].every((x) => Number.isInteger(x) && Math.abs(x) <= 1e4),
    "all elements of nums are different": ([nums]) => new Set(nums).size === nums.length,
    "nums is in ascending order, apart from the rotation": ([nums]) =>
      turned(nums, cutOf(nums)).every((x, i, sorted) => i === 0 || sorted[i - 1]! < x),
  },
  inputs: fc.oneof(
    fc.tuple(rotated(few, 4), few),
    fc.tuple(rotated(few, 7), few),
    present,
    fc.tuple(rotated(many, 40), many),
  ),
  call: ({ search }, [nums, target]) => search(nums, target),
  checks: {
    "-1 or a place in nums": (place, [nums]) =>
      place === -1 || (Number.isInteger(place) && place >= 0 && place < nums.length),
    "the target stands there": (place, [nums, target]) => place === -1 || nums[place] === target,
    "-1 only when the target is missing": (place, [nums, target]) => place !== -1 || !nums.includes(target),
  },
  workloads: {
    "missing, the smallest in the middle": (n) => [evenNumbers(n, n >> 1), 1 - n],
    "the smallest is the last, and the target": (n) => [evenNumbers(n, n - 1), -n],
    "not rotated, the target is the last": (n) => [evenNumbers(n, 0), n - 2],
  },
  growth: "log n",
  largest: 5000,
});

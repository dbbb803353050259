import fc from "fast-check";
import { problem } from "#lab/problem/index.ts";
import * as stub from "./stub.ts";

/** Makes legal what was drawn: no third copies, and partners at the end for all values but one. */
function paired(drawn: readonly number[]): number[] {
  const nums = drawn.filter((x, i) => drawn.slice(0, i).filter((y) => y === x).length < 2);
  let unpaired = nums.filter((x) => nums.indexOf(x) === nums.lastIndexOf(x));
  if (unpaired.length === 0) unpaired = [nums.pop()!];
  const single = unpaired[drawn.length % unpaired.length]!;
  return [...nums, ...unpaired.filter((x) => x !== single)];
}

function pairsAndOne(values: fc.Arbitrary<number>, maxLength: number): fc.Arbitrary<[number[]]> {
  return fc.tuple(fc.array(values, { minLength: 1, maxLength }).map(paired, (nums) => nums as number[]));
}

/** How often each value occurs. */
function counts(nums: readonly number[]): Map<number, number> {
  const countOf = new Map<number, number>();
  for (const x of nums) countOf.set(x, (countOf.get(x) ?? 0) + 1);
  return countOf;
}

/** `count` different values, none of them 0. */
function different(count: number): number[] {
  return Array.from({ length: count }, (_, i) => (i % 2 === 0 ? i + 1 : -i));
}

export default problem(stub, {
  takes: { nums: "number[]" },
  returns: "number",
  examples: [
    { input: [[5, 3, 5]], output: 3 },
    { input: [[4, -1, 2, -1, 2]], output: 4 },
    { input: [[-7]], output: -7 },
  ],
  constraints: {
    "nums has 1 to 3 · 10⁴ elements": ([nums]) => nums.length >= 1 && nums.length <= 3e4,
    "all elements are integers from -3 · 10⁴ to 3 · 10⁴": ([nums]) =>
      nums.every((x) => Number.isInteger(x) && Math.abs(x) <= 3e4),
    "one value occurs once, all others twice": ([nums]) => {
      const often = [...counts(nums).values()];
      return often.every((count) => count <= 2) && often.filter((count) => count === 1).length === 1;
    },
  },
  inputs: fc.oneof(
    pairsAndOne(fc.integer({ min: -2, max: 2 }), 5),
    pairsAndOne(fc.integer({ min: -4, max: 4 }), 9),
    pairsAndOne(fc.constantFrom(-3e4, 3e4, 0, -1), 5),
    pairsAndOne(fc.integer({ min: -3e4, max: 3e4 }), 20),
  ),
  call: ({ singleNumber }, [nums]) => singleNumber(nums),
  checks: {
    "one of the elements": (single, [nums]) => nums.includes(single),
    "it occurs once": (single, [nums]) => counts(nums).get(single) === 1,
  },
  workloads: {
    "all once, all again in the same order, then the single one": (n, random) => {
      const values = random.shuffled(different((n - 1) >> 1));
      return [[...values, ...values, 0]];
    },
    shuffled: (n, random) => {
      const values = different((n - 1) >> 1);
      return [random.shuffled([...values, ...values, 0])];
    },
    "side by side, the single one last": (n) => [[...different((n - 1) >> 1).flatMap((x) => [x, x]), 0]],
  },
  growth: "n",
});

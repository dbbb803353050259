import fc from "fast-check";
import { list, problem } from "#lab/problem/index.ts";
import * as stub from "./stub.ts";

/** Lists of `values`, a good third of them with an end, the others with a cycle from any node on. */
function lists(values: fc.Arbitrary<number>, maxLength: number): fc.Arbitrary<[number[], number]> {
  const cycleAt = fc.oneof(
    { weight: 2, arbitrary: fc.constant(-1) },
    { weight: 3, arbitrary: fc.nat(maxLength - 1) },
  );
  return fc.tuple(fc.array(values, { maxLength }), cycleAt).map(
    ([nums, pos]): [number[], number] => [nums, pos === -1 || nums.length === 0 ? -1 : pos % nums.length],
    (input) => input as [number[], number],
  );
}

export default problem(stub, {
  takes: { head: "number[]", pos: "number" },
  returns: "boolean",
  examples: [
    { input: [[3, 2, 0, -4], 1], output: true },
    { input: [[1, 2], 0], output: true },
    { input: [[1, 2, 1], -1], output: false },
    { input: [[], -1], output: false },
  ],
  constraints: {
    "the list has at most 10⁴ nodes": ([head]) => head.length <= 1e4,
    "all values are integers from -10⁵ to 10⁵": ([head]) =>
      head.every((x) => Number.isInteger(x) && Math.abs(x) <= 1e5),
    "pos is -1 or the place of a node": ([head, pos]) =>
      Number.isInteger(pos) && pos >= -1 && pos < head.length,
  },
  inputs: fc.oneof(
    lists(fc.integer({ min: -1, max: 2 }), 5),
    lists(
      fc.oneof(
        { arbitrary: fc.integer({ min: -1e5, max: 1e5 }), weight: 6 },
        { arbitrary: fc.constantFrom(-1e5, 1e5), weight: 1 },
      ),
      20,
    ),
    // Longer than the number of steps after which somebody might give up.
    lists(fc.integer({ min: -1, max: 2 }), 150),
  ),
  call: ({ hasCycle }, [head, pos]) => hasCycle(list(head, pos)),
  checks: {
    "finds the cycle that is there": (output, [, pos]) => output || pos === -1,
    "finds no cycle where the list ends": (output, [, pos]) => !output || pos !== -1,
  },
  workloads: {
    "no cycle": (n) => [places(n), -1],
    "one great circle": (n) => [places(n), 0],
    "the last node points to itself": (n) => [places(n), n - 1],
    "a long tail into a circle of three": (n) => [places(n), n - 3],
  },
  growth: "n",
  largest: 1e4,
});

/** The values 0 to n - 1, so that no two nodes are alike. */
function places(n: number): number[] {
  return Array.from({ length: n }, (_, i) => i);
}

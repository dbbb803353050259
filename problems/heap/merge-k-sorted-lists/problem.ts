import fc from "fast-check";
import { list, listValues, problem, type Random, sameInAnyOrder } from "#lab/problem/index.ts";
import * as stub from "./stub.ts";

/** At most `most` lists of at most `longest` nodes each, some of them empty. */
function sortedLists(values: fc.Arbitrary<number>, most: number, longest: number): fc.Arbitrary<number[][]> {
  const sortedList = fc.array(values, { maxLength: longest }).map(ascending, (list) => list as number[]);
  return fc.array(sortedList, { maxLength: most });
}

function ascending(values: number[]): number[] {
  return values.toSorted((a, b) => a - b);
}

/** n random values, dealt out in lists of `length` nodes. */
function dealt(n: number, length: number, random: Random): number[][] {
  const lists = Array.from({ length: Math.ceil(n / length) }, (_, i) => Math.min(length, n - i * length));
  return lists.map((size) => ascending(Array.from({ length: size }, () => random.integer(-1e4, 1e4))));
}

export default problem(stub, {
  takes: { lists: "number[][]" },
  returns: "number[]",
  examples: [
    {
      input: [
        [
          [1, 4, 5],
          [1, 3, 4],
          [2, 6],
        ],
      ],
      output: [1, 1, 2, 3, 4, 4, 5, 6],
    },
    { input: [[[-2, 10], [], [-2]]], output: [-2, -2, 10] },
    { input: [[]], output: [] },
    { input: [[[]]], output: [] },
  ],
  constraints: {
    "there are at most 10⁴ lists": ([lists]) => lists.length <= 1e4,
    "each list has at most 500 nodes": ([lists]) => lists.every(({ length }) => length <= 500),
    "the lists have at most 10⁴ nodes together": ([lists]) => lists.flat().length <= 1e4,
    "all values are integers from -10⁴ to 10⁴": ([lists]) =>
      lists.flat().every((x) => Number.isInteger(x) && Math.abs(x) <= 1e4),
    "each list ascends": ([lists]) =>
      lists.every((values) => values.every((x, i) => i === 0 || values[i - 1]! <= x)),
  },
  inputs: fc.tuple(
    fc.oneof(
      sortedLists(fc.integer({ min: -2, max: 2 }), 4, 3),
      sortedLists(fc.integer({ min: -12, max: 12 }), 9, 2),
      sortedLists(fc.constantFrom(-1e4, 1e4), 3, 2),
      sortedLists(fc.integer({ min: -1e4, max: 1e4 }), 6, 8),
    ),
  ),
  call: ({ mergeKLists }, [lists]) => listValues(mergeKLists(lists.map((values) => list(values)))),
  checks: {
    "no node is lost or added": (output, [lists]) => output.length === lists.flat().length,
    "the values are those of the lists": sameInAnyOrder,
    "the values ascend": (output) => output.every((x, i) => i === 0 || output[i - 1]! <= x),
  },
  workloads: {
    "n lists of one node": (n, random) => [dealt(n, 1, random)],
    "about √n lists": (n, random) => [dealt(n, Math.ceil(Math.sqrt(n)), random)],
  },
  growth: "n log n",
  largest: 1e4,
});

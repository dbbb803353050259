import fc from "fast-check";
import {
  areLevels,
  equal,
  type Levels,
  problem,
  sameAsObvious,
  tree,
  treeInputs,
} from "#lab/problem/index.ts";
import * as stub from "./stub.ts";

/** The values of all nodes, from the smallest to the largest. */
function sorted(values: Levels): number[] {
  return values.filter((value) => value !== null).sort((a, b) => a - b);
}

/** n nodes one below the other, to the left and to the right in turn. */
function zigzag(n: number): Levels {
  const links = Array.from({ length: n - 1 }, (_, i) => (i % 2 === 0 ? [i, null] : [null, i]));
  const levels = [n - 1, ...links.flat()];
  return levels.at(-1) === null ? levels.slice(0, -1) : levels;
}

/** Each left child is a leaf, and each right one goes on: two nodes in every level but the first. */
function spine(n: number): Levels {
  return [0, ...Array.from({ length: (n - 1) >> 1 }, (_, i) => [i, -i, null, null]).flat()].slice(0, -2);
}

export default problem(stub, {
  takes: { root: "(number | null)[]" },
  returns: "number[][]",
  examples: [
    { input: [[3, 9, 20, null, null, 15, 7]], output: [[3], [9, 20], [15, 7]] },
    { input: [[1, 2, 3, 4, null, null, 5]], output: [[1], [2, 3], [4, 5]] },
    { input: [[]], output: [] },
  ],
  constraints: {
    "root lists a tree level by level": ([root]) => areLevels(root),
    "the tree has at most 2000 nodes": ([root]) => sorted(root).length <= 2000,
    "all values are integers from -1000 to 1000": ([root]) =>
      root.every((value) => value === null || (Number.isInteger(value) && Math.abs(value) <= 1000)),
  },
  inputs: fc.tuple(
    fc.oneof(
      treeInputs(fc.integer({ min: -1, max: 1 }), 6),
      treeInputs(fc.integer({ min: -1, max: 8 }), 15),
      treeInputs(fc.integer({ min: -1000, max: 1000 }), 40),
    ),
  ),
  call: ({ levelOrder }, [root]) => levelOrder(tree(root)),
  checks: {
    "no level is empty": (rows) => rows.every((row) => row.length > 0),
    "every node's value, as often as it occurs": (rows, [root]) => equal(sorted(rows.flat()), sorted(root)),
    "each level has the nodes of one depth, the root's first": (rows, _input, wanted) =>
      equal(rows.map(sorted), wanted.map(sorted)),
    "each level from left to right": sameAsObvious,
  },
  workloads: {
    "a full tree": (n, random) => [Array.from({ length: n }, () => random.integer(-1000, 1000))],
    "a chain that turns at every node": (n) => [zigzag(n).map(small)],
    "two nodes in every level": (n) => [spine(n).map(small)],
  },
  growth: "n",
  largest: 2000,
});

/** Brings a value into the range that is allowed. */
function small(value: number | null): number | null {
  return value === null ? null : value % 1000;
}

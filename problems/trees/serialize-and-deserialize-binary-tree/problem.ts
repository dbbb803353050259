import fc from "fast-check";
import {
  areLevels,
  equal,
  kindOf,
  levels,
  type Levels,
  NotPlain,
  problem,
  type Random,
  tree,
  treeInputs,
} from "#lab/problem/index.ts";
import * as stub from "./stub.ts";

/** How many of the entries are nodes. */
function nodes(values: Levels): number {
  return values.filter((value) => value !== null).length;
}

/** A tree of n nodes, one below the other: to the left where `turnsLeft` says so, or else to the right. */
function chain(n: number, random: Random, turnsLeft: () => boolean): Levels {
  const result: Levels = [value(random)];
  for (let i = 1; i < n; i++) {
    if (turnsLeft()) result.push(value(random), null);
    else result.push(null, value(random));
  }
  if (result.at(-1) === null) result.pop();
  return result;
}

const value = (random: Random): number => random.integer(-1000, 1000);

export default problem(stub, {
  takes: { root: "(number | null)[]" },
  // What the program that wrote the text reads in it, and what one reads that has only the text.
  returns: { here: "(number | null)[]", elsewhere: "(number | null)[]" },
  examples: [
    {
      input: [[1, 2, 3, null, null, 4, 5]],
      output: { here: [1, 2, 3, null, null, 4, 5], elsewhere: [1, 2, 3, null, null, 4, 5] },
    },
    { input: [[]], output: { here: [], elsewhere: [] } },
    { input: [[-10, null, 10]], output: { here: [-10, null, 10], elsewhere: [-10, null, 10] } },
  ],
  constraints: {
    "root lists a tree level by level": ([root]) => areLevels(root),
    "the tree has at most 10⁴ nodes": ([root]) => nodes(root) <= 1e4,
    "all values are integers from -1000 to 1000": ([root]) =>
      root.every((value) => value === null || (Number.isInteger(value) && Math.abs(value) <= 1000)),
  },
  inputs: fc.tuple(
    fc.oneof(
      treeInputs(fc.integer({ min: -1, max: 1 }), 6),
      treeInputs(fc.integer({ min: -12, max: 12 }), 12),
      treeInputs(fc.integer({ min: -1000, max: 1000 }), 40),
    ),
  ),
  call: ({ serialize, deserialize }, [root], tools) => {
    const data: unknown = serialize(tree(root));
    if (typeof data !== "string") {
      throw new NotPlain(`${kindOf(data)} from serialize, which is to return a string`);
    }
    return { here: levels(deserialize(data)), elsewhere: levels(tools.fresh().deserialize(data)) };
  },
  checks: {
    "a fresh program reads the same tree": ({ here, elsewhere }) => equal(elsewhere, here),
    "no node is lost or added": ({ here }, [root]) => nodes(here) === nodes(root),
    "every node is in its place": ({ here }, [root]) =>
      here.length === root.length && here.every((value, i) => (value === null) === (root[i] === null)),
    "every node has its value": ({ here }, [root]) => equal(here, root),
  },
  workloads: {
    "a full tree": (n, random) => [Array.from({ length: n }, () => value(random))],
    "a bare chain to the left": (n, random) => [chain(n, random, () => true)],
    "a chain that turns at random": (n, random) => [chain(n, random, () => random.next() < 0.5)],
  },
  growth: "n",
  largest: 1e4,
});

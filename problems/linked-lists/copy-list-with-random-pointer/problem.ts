import fc from "fast-check";
import {
  equal,
  problem,
  randomListData,
  randomListNodes,
  RandomNode,
  reused,
  walk,
} from "#lab/problem/index.ts";
import type { RandomListData } from "#lab/problem/index.ts";
import * as stub from "./stub.ts";

/** Lists of `values`; a random link that would lead behind the end leads to the last node, in shrunk lists too. */
function lists(values: fc.Arbitrary<number>, maxLength: number): fc.Arbitrary<[RandomListData]> {
  const random = fc.option(fc.nat(maxLength - 1), { freq: 4 });
  return fc.array(fc.tuple(values, random), { maxLength }).map(
    (nodes): [RandomListData] => [
      nodes.map(([val, random]) => [val, random === null ? null : Math.min(random, nodes.length - 1)]),
    ],
    (input) => (input as [[number, number | null][]])[0],
  );
}

/** An example: whatever the list is, the copy reads as it does. */
function copied(head: RandomListData) {
  return { input: [head] as [RandomListData], output: { copy: head, reused: [] } };
}

export default problem(stub, {
  takes: { head: "(number | null)[][]" },
  returns: { copy: "(number | null)[][]", reused: "number[]" },
  examples: [
    copied([
      [7, null],
      [13, 0],
      [11, 4],
      [10, 2],
      [1, 0],
    ]),
    copied([
      [1, 1],
      [2, 1],
    ]),
    copied([
      [3, null],
      [3, 0],
      [3, null],
    ]),
    copied([]),
  ],
  constraints: {
    "the list has at most 1000 nodes": ([head]) => head.length <= 1000,
    "each node has a value and a random link": ([head]) => head.every((node) => node.length === 2),
    "all values are integers from -10⁴ to 10⁴": ([head]) =>
      head.every(([val]) => typeof val === "number" && Number.isInteger(val) && Math.abs(val) <= 1e4),
    "each random link is null or the number of a node": ([head]) =>
      head.every(
        ([, random]) =>
          random === null || (Number.isInteger(random) && random! >= 0 && random! < head.length),
      ),
  },
  inputs: fc.oneof(lists(fc.integer({ min: -1, max: 2 }), 5), lists(fc.integer({ min: -1e4, max: 1e4 }), 30)),
  globals: { _Node: RandomNode, Node: RandomNode },
  call: ({ copyRandomList }, [head], tools) => {
    const nodes = randomListNodes(head) as unknown as _Node[];
    tools.keeps(() => randomListData(nodes[0] ?? null));
    const copy = copyRandomList(nodes[0] ?? null);
    const taken = reused(copy, nodes);
    // A random link that leads into the original has no number in the copy: the values alone are shown then.
    return {
      copy: taken.length === 0 ? randomListData(copy) : walk(copy).map(({ val }) => [val as number]),
      reused: taken,
    };
  },
  checks: {
    "no node of the original is in the copy": ({ reused }) => reused.length === 0,
    "the same values in the same order": ({ copy }, [head]) => equal(copy.map(first), head.map(first)),
    "each random link points to the node with the same number": ({ copy }, [head]) => equal(copy, head),
  },
  workloads: {
    "random links to any node": (n, random) => [numbered(n, () => random.integer(0, n - 1))],
    "every random link to the last node": (n) => [numbered(n, () => n - 1)],
    "every random link one node back": (n) => [numbered(n, (i) => (i === 0 ? null : i - 1))],
  },
  growth: "n",
  largest: 1000,
});

function first<T>([value]: readonly T[]): T | undefined {
  return value;
}

/** n nodes whose values are their numbers. */
function numbered(n: number, random: (i: number) => number | null): RandomListData {
  return Array.from({ length: n }, (_, i) => [i, random(i)]);
}

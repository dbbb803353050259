import fc from "fast-check";
import { equal, problem, sameAsObvious, type Random } from "#lab/problem/index.ts";
import * as stub from "./stub.ts";

type Edges = number[][];

/** Trees with one edge more, of 3 to maxNodes nodes. */
function graphs(maxNodes: number): fc.Arbitrary<[Edges]> {
  const node = fc.integer({ min: 1, max: maxNodes });
  return fc
    .tuple(fc.integer({ min: 3, max: maxNodes }), fc.array(fc.tuple(node, node), { maxLength: 2 * maxNodes }))
    .map(repaired, (input) => {
      const [edges] = input as [[number, number][]];
      return [edges.length, edges];
    });
}

/** Rings of up to maxNodes nodes, their edges in any order. */
function rings(maxNodes: number): fc.Arbitrary<[Edges]> {
  const number = fc.integer({ min: 1, max: maxNodes });
  const keys = fc.uniqueArray(number, { minLength: 3, maxLength: maxNodes });
  return fc.tuple(keys, keys).map(([keys, order]) => {
    const n = keys.length;
    const around = keys.map((key) => 1 + keys.filter((other) => other < key).length);
    return repaired([n, order.map((i) => [around[i % n]!, around[(i + 1) % n]!])]);
  });
}

/** Trees grown by uniting equally large parts, which makes the deepest links there can be, and an edge at the end. */
function tournaments(rounds: number): fc.Arbitrary<[Edges]> {
  const n = 2 ** rounds;
  const numbers = Array.from({ length: n }, (_, i) => i + 1);
  const matches = Array.from({ length: rounds }, (_, round) => 2 ** round).flatMap((step) =>
    numbers.filter((x) => x % (2 * step) === 1).map((x) => [x, x + step]),
  );
  const order = fc.shuffledSubarray(numbers, { minLength: n });
  return fc
    .tuple(order, fc.integer({ min: 1, max: n }), fc.integer({ min: 1, max: n }))
    .map(([order, a, b]) =>
      repaired([n, [...matches, [a, b]].map((pair) => pair.map((x) => order[x - 1]!))]),
    );
}

/** Keeps of the pairs what a tree and one more edge have room for, and adds what is missing. A legal graph stays as it is. */
function repaired([n, pairs]: [number, number[][]]): [Edges] {
  const unite = uniting(n);
  const edges: Edges = [];
  let closed = false;
  const add = (x: number, y: number): void => {
    const edge = [Math.min(x, y), Math.max(x, y)];
    if (!unite(x, y)) {
      if (closed || x === y || edges.some((other) => equal(other, edge))) return;
      closed = true;
    }
    edges.push(edge);
  };
  for (const [x, y] of pairs) add(1 + ((x! - 1) % n), 1 + ((y! - 1) % n));
  for (let node = 2; node <= n; node++) add(1, node);
  add(2, 3);
  return [edges];
}

function connectsAll(edges: Edges, n: number): boolean {
  const unite = uniting(n);
  return edges.filter(([a, b]) => unite(a!, b!)).length === n - 1;
}

/** Puts two of the nodes from 1 to n into one group; false where they are in one already. */
function uniting(n: number): (a: number, b: number) => boolean {
  const parent = Array.from({ length: n + 1 }, (_, node) => node);
  const rootOf = (node: number): number => {
    while (parent[node] !== node) node = parent[node] = parent[parent[node]!]!;
    return node;
  };
  return (a, b) => {
    const [rootA, rootB] = [rootOf(a), rootOf(b)];
    parent[rootA] = rootB;
    return rootA !== rootB;
  };
}

/** Joins the nodes that stand at these places, once the n numbers are dealt out at random. */
function numbered(n: number, places: [number, number][], random: Random): [Edges] {
  const numbers = random.shuffled(Array.from({ length: n }, (_, i) => i + 1));
  return [places.map((pair) => pair.map((place) => numbers[place]!).sort((a, b) => a - b))];
}

export default problem(stub, {
  takes: { edges: "number[][]" },
  returns: "number[]",
  examples: [
    { input: [[[1, 2], [1, 3], [2, 3]]], output: [2, 3] }, // prettier-ignore
    { input: [[[1, 4], [2, 3], [3, 4], [2, 4], [1, 5]]], output: [2, 4] }, // prettier-ignore
  ],
  constraints: {
    "there are 3 to 1000 edges": ([edges]) => edges.length >= 3 && edges.length <= 1000,
    "each edge is a pair of numbers from 1 to n, the smaller one first": ([edges]) =>
      edges.every(
        ([a, b, ...more]) =>
          more.length === 0 &&
          Number.isInteger(a) &&
          Number.isInteger(b) &&
          1 <= a! &&
          a! < b! &&
          b! <= edges.length,
      ),
    "no edge occurs twice": ([edges]) => new Set(edges.map(([a, b]) => 1001 * a! + b!)).size === edges.length,
    "the graph is connected": ([edges]) => connectsAll(edges, edges.length),
  },
  inputs: fc.oneof(
    graphs(4),
    fc.noBias(graphs(7)),
    fc.noBias(rings(9)),
    fc.noBias(graphs(14)),
    tournaments(4),
  ),
  call: ({ findRedundantConnection }, [edges]) => findRedundantConnection(edges),
  checks: {
    "one of the edges, as it is written there": (edge, [edges]) => edges.some((other) => equal(other, edge)),
    "without it, all nodes are still connected": (edge, [edges]) =>
      connectsAll(
        edges.filter((other) => !equal(other, edge)),
        edges.length,
      ),
    "the last edge with which that is so": sameAsObvious,
  },
  workloads: {
    "a triangle with a path that grows from it": (n, random) => {
      const path = Array.from({ length: n - 1 }, (_, i): [number, number] => [i, i + 1]);
      path.splice(2, 0, [0, 2]);
      return numbered(n, path, random);
    },
    "a path that the last edge closes to a ring": (n, random) => {
      const path = Array.from({ length: n }, (_, i): [number, number] => [i, (i + 1) % n]);
      return numbered(n, path, random);
    },
    "a star around the number in the middle": (n, random) => {
      const middle = n >> 1;
      const others = random.shuffled(Array.from({ length: n }, (_, i) => i + 1).filter((x) => x !== middle));
      const rays = others.map((x) => (x < middle ? [x, middle] : [middle, x]));
      return [[...rays, others.slice(-2).sort((a, b) => a - b)]];
    },
  },
  growth: "n",
  largest: 1000,
});

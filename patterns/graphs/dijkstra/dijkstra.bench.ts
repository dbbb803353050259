import { MultiDirectedGraph } from "graphology";
import { singleSource } from "graphology-shortest-path/dijkstra.js";
import { isDeepStrictEqual } from "node:util";
import { comparison } from "#bench/comparison.ts";
import type { Random } from "#lab/problem/random.ts";
import { BinaryHeap } from "../../structures/binary-heap/binary-heap.ts";
import { NumericHeap } from "../../structures/binary-heap/numeric-heap.ts";
import { dijkstra, type Graph, graphOf } from "./dijkstra.ts";

/** One graph as each contender likes it. Nobody's preparation is timed: it is the search that is compared. */
interface Prepared {
  readonly graph: Graph;
  /** Made in the first call, which is for warming up, and only in the process of the contender that wants it. */
  readonly lists: () => Lists;
  readonly graphology: () => MultiDirectedGraph;
}

interface Edge {
  readonly to: number;
  readonly weight: number;
}

type Lists = readonly (readonly Edge[])[];

/** The node before each on its way from node 0, as an array, or as the whole path by the name of the node. */
type Tree = Int32Array | Readonly<Record<string, readonly string[]>>;

/** n nodes and 5n edges between nodes drawn by chance, of weight 1 to 1000. */
function prepared(n: number, random: Random): Prepared {
  const draw = (low: number, high: number): Int32Array =>
    Int32Array.from({ length: 5 * n }, () => random.integer(low, high));
  const graph = graphOf(n, draw(0, n - 1), draw(0, n - 1), draw(1, 1000));
  return { graph, lists: once(listsOf, graph), graphology: once(graphologyOf, graph) };
}

/** What was made last, of which graph: the same input is asked for several times in a process. */
let last: { readonly make: unknown; readonly graph: Graph; readonly made: unknown } | undefined;

function once<T>(make: (graph: Graph) => T, graph: Graph): () => T {
  let made: T | undefined;
  return () => {
    if (made !== undefined) return made;
    if (last?.make !== make || !isDeepStrictEqual(last.graph, graph))
      last = { make, graph, made: make(graph) };
    return (made = last.made as T);
  };
}

function listsOf({ nodes, starts, targets, weights }: Graph): Lists {
  return Array.from({ length: nodes }, (_, v) =>
    Array.from(targets.subarray(starts[v], starts[v + 1]), (to, i) => ({
      to,
      weight: weights[starts[v]! + i]!,
    })),
  );
}

function graphologyOf({ nodes, starts, targets, weights }: Graph): MultiDirectedGraph {
  const made = new MultiDirectedGraph();
  for (let v = 0; v < nodes; v++) made.addNode(v);
  for (let v = 0; v < nodes; v++)
    for (let e = starts[v]!; e < starts[v + 1]!; e++) made.addEdge(v, targets[e], { weight: weights[e]! });
  return made;
}

/** The distances along a tree: its paths are as short as the other's if they are the same. */
function lengths(tree: Tree, { starts, targets, weights }: Graph): Float64Array {
  const n = starts.length - 1;
  const before =
    tree instanceof Int32Array
      ? tree
      : Int32Array.from({ length: n }, (_, v) => Number(tree[v]?.at(-2) ?? -1));
  const step = new Float64Array(n).fill(Infinity);
  for (let v = 0; v < n; v++) {
    for (let e = starts[v]!; e < starts[v + 1]!; e++) {
      const next = targets[e]!;
      if (before[next] === v) step[next] = Math.min(step[next]!, weights[e]!);
    }
  }
  const known = new Float64Array(n).fill(Infinity);
  known[0] = 0;
  for (let v = 0; v < n; v++) {
    const way = [];
    for (let u = v; u >= 0 && known[u] === Infinity; u = before[u]!) way.push(u);
    for (const u of way.reverse()) if (before[u]! >= 0) known[u] = known[before[u]!]! + step[u]!;
  }
  return known;
}

/** As in many a textbook: lists of edges, and a heap of objects. */
function withObjects(input: Prepared): Int32Array {
  const lists = input.lists();
  const distances = new Array<number>(lists.length).fill(Infinity);
  const predecessors = new Int32Array(lists.length).fill(-1);
  const heap = new BinaryHeap<{ node: number; distance: number }>((a, b) => a.distance - b.distance);
  distances[0] = 0;
  heap.push({ node: 0, distance: 0 });
  for (let entry = heap.pop(); entry; entry = heap.pop()) {
    const { node, distance } = entry;
    if (distance > distances[node]!) continue;
    for (const { to, weight } of lists[node]!) {
      if (distance + weight >= distances[to]!) continue;
      distances[to] = distance + weight;
      predecessors[to] = node;
      heap.push({ node: to, distance: distance + weight });
    }
  }
  return predecessors;
}

/** As Dijkstra had it: the nearest open node is found by looking at all. */
function withoutHeap({ graph }: Prepared): Int32Array {
  const { nodes, starts, targets, weights } = graph;
  const distances = new Float64Array(nodes).fill(Infinity);
  const predecessors = new Int32Array(nodes).fill(-1);
  const done = new Uint8Array(nodes);
  distances[0] = 0;
  for (;;) {
    let node = -1;
    for (let v = 0; v < nodes; v++)
      if (done[v] === 0 && distances[v]! < (node < 0 ? Infinity : distances[node]!)) node = v;
    if (node < 0) return predecessors;
    done[node] = 1;
    for (let e = starts[node]!; e < starts[node + 1]!; e++) {
      const through = distances[node]! + weights[e]!;
      if (through >= distances[targets[e]!]!) continue;
      distances[targets[e]!] = through;
      predecessors[targets[e]!] = node;
    }
  }
}

/** The mistake of the note: entries come out by the weight of their last edge, and nodes again and again. */
function keyedByWeight({ graph }: Prepared): Int32Array {
  const { nodes, starts, targets, weights } = graph;
  const distances = new Float64Array(nodes).fill(Infinity);
  const predecessors = new Int32Array(nodes).fill(-1);
  const heap = new NumericHeap();
  distances[0] = 0;
  heap.push(0, 0);
  while (heap.size > 0) {
    const node = heap.pop()!;
    for (let e = starts[node]!; e < starts[node + 1]!; e++) {
      const through = distances[node]! + weights[e]!;
      if (through >= distances[targets[e]!]!) continue;
      distances[targets[e]!] = through;
      predecessors[targets[e]!] = node;
      heap.push(targets[e]!, weights[e]!);
    }
  }
  return predecessors;
}

function sameLengths(answer: Tree, expected: Tree, { graph }: Prepared): boolean {
  const theirs = lengths(answer, graph);
  return lengths(expected, graph).every((distance, v) => distance === theirs[v]);
}

const contenders = {
  dijkstra: ({ graph }: Prepared): Tree => dijkstra(graph, 0).predecessors,
  "a heap of objects": withObjects,
  "keyed by the edge's weight": keyedByWeight,
};

export default [
  comparison({
    title: "all shortest paths from one of n nodes with 5n edges, the graph being ready",
    sizes: [100, 200, 1000, 10_000, 100_000],
    input: prepared,
    contenders: {
      ...contenders,
      "no heap": withoutHeap,
      "graphology-shortest-path": ({ graphology }) => singleSource(graphology(), "0", "weight"),
    },
    agree: sameLengths,
    bars: [
      { against: "graphology-shortest-path", atLeast: 20, at: 10_000 },
      { against: "graphology-shortest-path", atLeast: 20, at: 100_000 },
    ],
  }),

  comparison({
    title: "the same up to a million nodes, for which a graph of objects would need gigabytes",
    sizes: [10_000, 100_000, 1_000_000],
    input: prepared,
    contenders,
    agree: sameLengths,
  }),
];

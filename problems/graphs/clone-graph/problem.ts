import fc from "fast-check";
import {
  type AdjacencyList,
  adjacencyList,
  equal,
  GraphNode,
  graphNodes,
  problem,
  type Random,
  reusedNodes,
} from "#lab/problem/index.ts";
import * as stub from "./stub.ts";

type Edge = [number, number];

/** The graph of n nodes with the edges, loops and repeated ones left out, joined to one by further edges of node 1. */
function connected(n: number, edges: readonly Edge[]): AdjacencyList {
  const rows = Array.from({ length: n }, () => new Set<number>());
  const join = (a: number, b: number): void => {
    if (a === b) return;
    rows[a]!.add(b + 1);
    rows[b]!.add(a + 1);
  };
  if (n > 0) for (const [a, b] of edges) join(a % n, b % n);
  let known = reached(rows);
  for (let node = 1; node < n; node++) {
    if (known.has(node + 1)) continue;
    join(0, node);
    known = reached(rows);
  }
  return rows.map((row) => [...row]);
}

/** The numbers of the nodes that can be reached from node 1. */
function reached(rows: readonly Iterable<number>[]): Set<number> {
  const numbers = new Set(rows.length === 0 ? [] : [1]);
  for (const number of numbers) for (const neighbor of rows[number - 1]!) numbers.add(neighbor);
  return numbers;
}

function graphs(maxNodes: number, maxEdges: number): fc.Arbitrary<[AdjacencyList]> {
  const node = fc.nat(maxNodes - 1);
  return fc.tuple(fc.nat(maxNodes), fc.array(fc.tuple(node, node), { maxLength: maxEdges })).map(
    ([n, edges]): [AdjacencyList] => [connected(n, edges)],
    (input) => {
      const [rows] = input as [AdjacencyList];
      return [
        rows.length,
        rows.flatMap((row, a) => row.map((b): Edge => [a, b - 1]).filter(([, b]) => a < b)),
      ];
    },
  );
}

/** An example: whatever the graph is, the clone reads as it does. */
function cloned(adjList: AdjacencyList) {
  return {
    input: [adjList] as [AdjacencyList],
    output: { node: adjList.length === 0 ? null : 1, graph: adjList, reused: [] },
  };
}

/** The graph with its rows sorted: the order of the neighbours does not count. */
function sorted(graph: AdjacencyList): AdjacencyList {
  return graph.map((row) => [...row].sort((a, b) => a - b));
}

const isNumber = (x: number, graph: AdjacencyList): boolean =>
  Number.isInteger(x) && x >= 1 && x <= graph.length;

export default problem(stub, {
  takes: { adjList: "number[][]" },
  returns: { node: "number | null", graph: "number[][]", reused: "number[]" },
  severalAnswers: true,
  examples: [
    cloned([
      [2, 4],
      [1, 3],
      [2, 4],
      [1, 3],
    ]),
    cloned([[2, 3], [1], [1]]),
    cloned([[]]),
    cloned([]),
  ],
  constraints: {
    "the graph has at most 100 nodes": ([graph]) => graph.length <= 100,
    "each neighbour is the number of another node": ([graph]) =>
      graph.every((row, i) => row.every((number) => isNumber(number, graph) && number !== i + 1)),
    "no neighbour stands in a row twice": ([graph]) => graph.every((row) => new Set(row).size === row.length),
    "each node is a neighbour of all its neighbours": ([graph]) =>
      graph.every((row, i) => row.every((number) => graph[number - 1]!.includes(i + 1))),
    "every node can be reached from node 1": ([graph]) => reached(graph).size === graph.length,
  },
  inputs: fc.oneof(graphs(4, 4), graphs(6, 8), graphs(14, 24)),
  globals: { _Node: GraphNode, Node: GraphNode },
  call: ({ cloneGraph }, [adjList], tools) => {
    const nodes = graphNodes(adjList) as unknown as _Node[];
    tools.keeps(() => adjacencyList(nodes[0]));
    const clone = cloneGraph(nodes[0] ?? null);
    const reused = reusedNodes(clone, nodes);
    // What is partly the original has no numbers of its own.
    const graph = reused.length === 0 ? adjacencyList(clone) : [];
    return { node: clone?.val ?? null, graph, reused };
  },
  checks: {
    "no node of the original is in the clone": ({ reused }) => reused.length === 0,
    "as many nodes as in the original": ({ graph }, [adjList]) => graph.length === adjList.length,
    "the clone of the given node comes back": ({ node }, [adjList]) =>
      node === (adjList.length === 0 ? null : 1),
    "each node has the neighbours it has in the original": ({ graph }, [adjList]) =>
      equal(sorted(graph), sorted(adjList)),
  },
  workloads: {
    "a ring": (n, random) => [relabelled(n, random, [1])],
    "six neighbours each": (n, random) => [relabelled(n, random, [1, 2, 3])],
    "all around one node": (n) => [connected(n, [])],
  },
  growth: "n",
  largest: 100,
});

/** A ring of n nodes in random order, each joined to those so many `steps` behind it. */
function relabelled(n: number, random: Random, steps: number[]): AdjacencyList {
  const order = random.shuffled(Array.from({ length: n }, (_, i) => i));
  return connected(
    n,
    order.flatMap((a, i) => steps.map((step): Edge => [a, order[(i + step) % n]!])),
  );
}

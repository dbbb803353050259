import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { equal } from "./compare.ts";
import { type AdjacencyList, adjacencyList, graphNodes, GraphNode, reusedNodes } from "./graph.ts";
import { notation } from "./notation.ts";
import { NotPlain } from "./plain.ts";

/** Connected graphs without loops and repeated edges, in which neighbours stand in any order. */
const graphs = fc
  .tuple(fc.array(fc.nat(29), { minLength: 1, maxLength: 20 }), fc.array(fc.tuple(fc.nat(29), fc.nat(29))))
  .map(([parents, more]): AdjacencyList => {
    const rows = parents.map(() => new Set<number>());
    const join = (a: number, b: number): void => {
      if (a === b) return;
      rows[a]!.add(b + 1);
      rows[b]!.add(a + 1);
    };
    for (const [a, b] of more) join(a % rows.length, b % rows.length);
    for (let i = 1; i < rows.length; i++) join(i, parents[i]! % i);
    return rows.map((row) => [...row]);
  });

const ring = (n: number): AdjacencyList =>
  Array.from({ length: n }, (_, i) => [((i + n - 1) % n) + 1, ((i + 1) % n) + 1]);

const neighbors = (node: unknown): unknown[] => (node as { neighbors: unknown[] }).neighbors;

describe("a node", () => {
  test("takes its value and its neighbours, in this order", () => {
    const others = [new GraphNode(2)];
    expect(new GraphNode(1, others)).toEqual({ val: 1, neighbors: others });
  });

  test("holds 0 and has no neighbours unless it is told otherwise, and a list of its own for them", () => {
    expect(new GraphNode()).toEqual({ val: 0, neighbors: [] });
    expect(new GraphNode().neighbors).not.toBe(new GraphNode().neighbors);
  });
});

describe("building", () => {
  test("is undone by reading", () => {
    fc.assert(fc.property(graphs, (graph) => equal(adjacencyList(graphNodes(graph)[0]), graph)));
  });

  test("numbers the nodes: each holds its number and leads to those it is to lead to", () => {
    fc.assert(
      fc.property(graphs, (graph) => {
        const nodes = graphNodes(graph);
        expect(nodes).toHaveLength(graph.length);
        for (const [i, row] of graph.entries()) {
          const node = nodes[i]!;
          expect(node).toBeInstanceOf(GraphNode);
          expect(node.val).toBe(i + 1);
          expect(neighbors(node)).toHaveLength(row.length);
          expect(row.every((number, k) => neighbors(node)[k] === nodes[number - 1])).toBe(true);
        }
      }),
    );
  });

  test("of no rows makes no nodes", () => {
    expect(graphNodes([])).toEqual([]);
  });

  test("makes new nodes each time", () => {
    fc.assert(
      fc.property(graphs, (graph) => reusedNodes(graphNodes(graph)[0], graphNodes(graph)).length === 0),
    );
  });
});

describe("reading", () => {
  test("takes undefined for null, as LeetCode does", () => {
    expect(adjacencyList(null)).toEqual([]);
    expect(adjacencyList(undefined)).toEqual([]);
  });

  test("gives the same graph from whichever node it begins", () => {
    fc.assert(
      fc.property(graphs, (graph) => graphNodes(graph).every((start) => equal(adjacencyList(start), graph))),
    );
  });

  test("takes links of one direction and repeated ones as they are", () => {
    expect(adjacencyList(graphNodes([[2, 2, 1], []])[0])).toEqual([[2, 2, 1], []]);
  });

  test("describes two nodes with the same value, wherever they are", () => {
    fc.assert(
      fc.property(graphs, fc.nat(29), fc.nat(29), (graph, i, j) => {
        const nodes = graphNodes(graph);
        const [at, val] = [i % nodes.length, (j % nodes.length) + 1];
        neighbors(nodes[at]).push(new GraphNode(val));
        expect(() => adjacencyList(nodes[0])).toThrow(
          new NotPlain(`a graph with two nodes of the value ${val}`),
        );
      }),
    );
  });

  test.each([7, 0, -1, 1.5, NaN, Infinity])("names the number that is missing beside the value %d", (val) => {
    expect(() => adjacencyList(new GraphNode(1, [new GraphNode(val)]))).toThrow(
      new NotPlain("a graph of 2 nodes, none of them with the value 2"),
    );
    expect(() => adjacencyList(new GraphNode(val))).toThrow(
      new NotPlain("a graph of 1 nodes, none of them with the value 1"),
    );
  });

  test.each([
    [5, "a graph with a number for a node"],
    [[[2], [1]], "a graph with an object for a node"],
    [{}, "a graph with an object for a node"],
    [{ val: "1", neighbors: [] }, "a graph with a string for the value of a node"],
    [{ val: Symbol("1"), neighbors: [] }, "a graph with a symbol for the value of a node"],
    [{ val: 1 }, "a graph whose node 1 has undefined for its neighbours"],
    [{ val: 1, neighbors: null }, "a graph whose node 1 has null for its neighbours"],
    [{ val: 1, neighbors: new Set() }, "a graph whose node 1 has an object for its neighbours"],
    [{ val: 1, neighbors: [2] }, "a graph with a number for a node"],
    [{ val: 1, neighbors: [null] }, "a graph with null for a node"],
    [{ val: 1, neighbors: Array(1) }, "a graph with undefined for a node"],
    [
      { val: 1, neighbors: [{ val: 2, neighbors: "1" }] },
      "a graph whose node 2 has a string for its neighbours",
    ],
  ])("describes what is no such graph: %#", (start, description) => {
    expect(() => adjacencyList(start)).toThrow(new NotPlain(description));
  });
});

describe("the reused nodes", () => {
  test("of a graph itself are the one it is entered by", () => {
    fc.assert(
      fc.property(graphs, (graph) => {
        const nodes = graphNodes(graph);
        for (const [i, node] of nodes.entries()) expect(reusedNodes(node, nodes)).toEqual([i + 1]);
      }),
    );
  });

  test("are those that new nodes lead to, and not what lies behind them", () => {
    fc.assert(
      fc.property(graphs, fc.array(fc.tuple(fc.nat(29), fc.nat(29))), (graph, leaks) => {
        const [original, copy] = [graphNodes(graph), graphNodes(graph)];
        const places = leaks.map((leak) => leak.map((place) => place % graph.length));
        for (const [from, to] of places) neighbors(copy[from!]).push(original[to!]);
        const wanted = [...new Set(places.map(([, to]) => to! + 1))].sort((a, b) => a - b);
        expect(reusedNodes(copy[0], original)).toEqual(wanted);
      }),
    );
  });

  test.each([null, undefined, 5, "graph", {}, [], { neighbors: null }, { neighbors: [null, 5, "x", {}] }])(
    "of %j are none",
    (start) => {
      expect(reusedNodes(start, graphNodes([[2], [1]]))).toEqual([]);
    },
  );
});

describe("a ring of 10⁵ nodes", () => {
  const graph = ring(1e5);

  test("is built, read, compared and printed", () => {
    const read = adjacencyList(graphNodes(graph)[0]);
    expect(equal(read, graph)).toBe(true);
    expect(notation(read, 40)).toBe(notation(graph, 40));
  });

  test("is searched for reused nodes", () => {
    const [nodes, copy] = [graphNodes(graph), graphNodes(graph)];
    neighbors(copy[5e4]).push(nodes[7]);
    expect(reusedNodes(copy[0], nodes)).toEqual([8]);
    expect(reusedNodes(nodes[0], graphNodes(graph))).toEqual([]);
  });
});

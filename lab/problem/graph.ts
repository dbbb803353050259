import { nodeClass } from "./node.ts";
import { isObject, NotPlain } from "./plain.ts";
import { kindOf } from "./shape.ts";

/** A graph as LeetCode writes it: row i lists the neighbours of node i + 1, whose value is its number. */
export type AdjacencyList = number[][];

/** LeetCode's `_Node` of a graph: `new _Node(val, neighbors)`. */
export const GraphNode = nodeClass({ neighbors: [] });

/** Builds the graph and returns its nodes in the order of their numbers. O(n + m), no recursion. */
export function graphNodes(adjacency: AdjacencyList): Record<string, unknown>[] {
  const nodes = Array.from({ length: adjacency.length }, (_, i) => new GraphNode(i + 1));
  for (const [i, row] of adjacency.entries()) nodes[i]!.neighbors = row.map((number) => nodes[number - 1]);
  return nodes;
}

/**
 * Reads back what can be reached from `start`; undefined counts as no graph, as null does. O(n + m), no recursion. Throws
 * NotPlain unless it is made of nodes whose values are the numbers from 1 on, each once.
 */
export function adjacencyList(start: unknown): AdjacencyList {
  if (start === null || start === undefined) return [];
  const waiting = new Set([graphNode(start)]);
  const byValue = new Map<number, GraphNode>();
  // The set grows while it is walked: it is the queue of a breadth-first search.
  for (const node of waiting) {
    if (byValue.has(node.val)) throw new NotPlain(`a graph with two nodes of the value ${node.val}`);
    byValue.set(node.val, node);
    for (const neighbor of node.neighbors) waiting.add(graphNode(neighbor));
  }
  return Array.from({ length: waiting.size }, (_, i) => {
    const node = byValue.get(i + 1);
    if (!node) throw new NotPlain(`a graph of ${waiting.size} nodes, none of them with the value ${i + 1}`);
    return node.neighbors.map((neighbor) => (neighbor as GraphNode).val);
  });
}

/**
 * The numbers of the nodes of `original` that new nodes lead to, or of `start` where it is one of them. What lies behind
 * these is not looked at.
 */
export function reusedNodes(start: unknown, original: readonly object[]): number[] {
  const old = new Set<unknown>(original);
  const waiting = new Set([start]);
  for (const node of waiting) {
    if (old.has(node) || !isObject(node) || !Array.isArray(node.neighbors)) continue;
    for (const neighbor of node.neighbors as unknown[]) waiting.add(neighbor);
  }
  return original.flatMap((node, i) => (waiting.has(node) ? [i + 1] : []));
}

interface GraphNode {
  readonly val: number;
  readonly neighbors: readonly unknown[];
}

function graphNode(node: unknown): GraphNode {
  if (!isObject(node) || !("val" in node))
    throw new NotPlain(`a graph with ${isObject(node) ? "an object" : kindOf(node)} for a node`);
  const { val, neighbors } = node;
  if (typeof val !== "number") throw new NotPlain(`a graph with ${kindOf(val)} for the value of a node`);
  if (!Array.isArray(neighbors))
    throw new NotPlain(`a graph whose node ${val} has ${kindOf(neighbors)} for its neighbours`);
  return node as unknown as GraphNode;
}

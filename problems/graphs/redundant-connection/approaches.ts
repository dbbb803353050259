import type { Approaches } from "#lab/problem/index.ts";
import type * as stub from "./stub.ts";

/** Leaves out one edge after another, from the last to the first. O(n²) time, O(n) space. */
export function leaveOneOut(edges: number[][]): number[] {
  const n = edges.length;
  for (let left = n - 1; left >= 0; left--) {
    const neighbors = neighborsIn(
      edges.filter((_, i) => i !== left),
      n,
    );
    const reached = new Set([1]);
    for (const node of reached) {
      for (const next of neighbors[node]!) reached.add(next);
    }
    if (reached.size === n) return edges[left]!;
  }
  return [];
}

/** Searches for a way between the ends of each edge before it adds the edge. O(n²) time, O(n) space. */
export function searchFirst(edges: number[][]): number[] {
  const neighbors = neighborsIn([], edges.length);
  // There is no cycle yet, so it is enough not to turn back.
  const leads = (node: number, from: number, target: number): boolean =>
    node === target || neighbors[node]!.some((next) => next !== from && leads(next, node, target));
  for (const [a, b] of edges) {
    if (leads(a!, 0, b!)) return [a!, b!];
    neighbors[a!]!.push(b!);
    neighbors[b!]!.push(a!);
  }
  return [];
}

/** Strips the graph of its leaves until only the cycle is left. O(n) time and space. */
export function stripLeaves(edges: number[][]): number[] {
  const neighbors = neighborsIn(edges, edges.length);
  const degree = neighbors.map((others) => others.length);
  const leaves = Array.from(degree.keys()).filter((node) => degree[node] === 1);
  for (const leaf of leaves) {
    for (const next of neighbors[leaf]!) {
      if (--degree[next]! === 1) leaves.push(next);
    }
  }
  return edges.findLast(([a, b]) => degree[a!]! > 1 && degree[b!]! > 1) ?? [];
}

/** Unites the groups at the ends of each edge; where it is one group, a cycle closes. O(n α(n)) time, O(n) space. */
export function unionFind(edges: number[][]): number[] {
  const parent = Array.from({ length: edges.length + 1 }, (_, node) => node);
  const size = parent.map(() => 1);
  const rootOf = (node: number): number => {
    while (parent[node] !== node) {
      parent[node] = parent[parent[node]!]!;
      node = parent[node]!;
    }
    return node;
  };
  for (const [a, b] of edges) {
    const [rootA, rootB] = [rootOf(a!), rootOf(b!)];
    if (rootA === rootB) return [a!, b!];
    const [small, large] = size[rootA]! < size[rootB]! ? [rootA, rootB] : [rootB, rootA];
    parent[small] = large;
    size[large]! += size[small]!;
  }
  return [];
}

function neighborsIn(edges: number[][], n: number): number[][] {
  const neighbors = Array.from({ length: n + 1 }, (): number[] => []);
  for (const [a, b] of edges) {
    neighbors[a!]!.push(b!);
    neighbors[b!]!.push(a!);
  }
  return neighbors;
}

export default {
  "leave one out": { growth: "n²", findRedundantConnection: leaveOneOut },
  "search first": { growth: "n²", findRedundantConnection: searchFirst },
  "strip leaves": { growth: "n", findRedundantConnection: stripLeaves },
  "union-find": { growth: "n", findRedundantConnection: unionFind },
} satisfies Approaches<typeof stub>;

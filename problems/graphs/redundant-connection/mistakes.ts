import type { Mistakes } from "#lab/problem/index.ts";
import type problem from "./problem.ts";

export default {
  "leaves out the first edge that can go": {
    law: "the last edge with which that is so",
    input: [[[1, 2], [1, 3], [2, 3]]], // prettier-ignore
    findRedundantConnection(edges) {
      const n = edges.length;
      for (const edge of edges) {
        const neighbors = Array.from({ length: n + 1 }, (): number[] => []);
        for (const [a, b] of edges.filter((other) => other !== edge)) {
          neighbors[a!]!.push(b!);
          neighbors[b!]!.push(a!);
        }
        const reached = new Set([1]);
        for (const node of reached) for (const next of neighbors[node]!) reached.add(next);
        if (reached.size === n) return edge;
      }
      return [];
    },
  },
  "takes an edge between two nodes it has seen for the one that closes the cycle": {
    law: "the last edge with which that is so",
    input: [[[1, 2], [3, 4], [1, 3], [2, 4]]], // prettier-ignore
    findRedundantConnection(edges) {
      const seen = new Set<number>();
      for (const [a, b] of edges) {
        if (seen.has(a!) && seen.has(b!)) return [a!, b!];
        seen.add(a!).add(b!);
      }
      return [];
    },
  },
  "hangs the node instead of its root": {
    law: "one of the edges, as it is written there",
    input: [[[1, 2], [1, 3], [2, 3]]], // prettier-ignore
    findRedundantConnection(edges) {
      const parent = Array.from({ length: edges.length + 1 }, (_, node) => node);
      const find = (node: number): number => (parent[node] === node ? node : find(parent[node]!));
      for (const [a, b] of edges) {
        if (find(a!) === find(b!)) return [a!, b!];
        parent[a!] = b!;
      }
      return [];
    },
  },
  "renames one node instead of its whole group": {
    law: "one of the edges, as it is written there",
    input: [[[2, 3], [1, 2], [1, 3]]], // prettier-ignore
    findRedundantConnection(edges) {
      const group = Array.from({ length: edges.length + 1 }, (_, node) => node);
      for (const [a, b] of edges) {
        if (group[a!] === group[b!]) return [a!, b!];
        group[b!] = group[a!]!;
      }
      return [];
    },
  },
  "has no place for node n": {
    law: "does not throw",
    input: [[[1, 2], [1, 3], [2, 3]]], // prettier-ignore
    findRedundantConnection(edges) {
      const neighbors = Array.from({ length: edges.length }, (): number[] => []);
      for (const [a, b] of edges) {
        const reached = new Set([a!]);
        for (const node of reached) for (const next of neighbors[node]!) reached.add(next);
        if (reached.has(b!)) return [a!, b!];
        neighbors[a!]!.push(b!);
        neighbors[b!]!.push(a!);
      }
      return [];
    },
  },
  "takes the way back for a cycle": {
    law: "without it, all nodes are still connected",
    input: [[[1, 2], [2, 3], [2, 4], [3, 4]]], // prettier-ignore
    findRedundantConnection(edges) {
      const neighbors = Array.from({ length: edges.length + 1 }, (): number[] => []);
      for (const [a, b] of edges) {
        neighbors[a!]!.push(b!);
        neighbors[b!]!.push(a!);
      }
      const seen = new Set<number>();
      const visit = (node: number): number[] | undefined => {
        seen.add(node);
        for (const next of neighbors[node]!) {
          if (seen.has(next)) return [Math.min(node, next), Math.max(node, next)];
          const found = visit(next);
          if (found) return found;
        }
        return undefined;
      };
      return visit(1) ?? [];
    },
  },
  "returns the edge at which its search comes back to a node": {
    law: "the last edge with which that is so",
    input: [[[1, 2], [1, 3], [2, 3]]], // prettier-ignore
    findRedundantConnection(edges) {
      const neighbors = Array.from({ length: edges.length + 1 }, (): number[] => []);
      for (const [a, b] of edges) {
        neighbors[a!]!.push(b!);
        neighbors[b!]!.push(a!);
      }
      const seen = new Set<number>();
      const visit = (node: number, from: number): number[] | undefined => {
        seen.add(node);
        for (const next of neighbors[node]!) {
          if (next === from) continue;
          if (seen.has(next)) return [Math.min(node, next), Math.max(node, next)];
          const found = visit(next, node);
          if (found) return found;
        }
        return undefined;
      };
      return visit(1, 0) ?? [];
    },
  },
  "strips the leaves only once": {
    law: "without it, all nodes are still connected",
    input: [[[1, 2], [1, 3], [2, 3], [3, 4], [4, 5]]], // prettier-ignore
    findRedundantConnection(edges) {
      const degree = Array.from({ length: edges.length + 1 }, () => 0);
      for (const node of edges.flat()) degree[node]!++;
      return edges.findLast(([a, b]) => degree[a!]! > 1 && degree[b!]! > 1) ?? [];
    },
  },
} satisfies Mistakes<typeof problem>;

import type { Approaches } from "#lab/problem/index.ts";
import type * as stub from "./stub.ts";

/**
 * Lists all nodes, copies each, and searches the list for the place of each neighbour. For n nodes and m edges: O(n · m)
 * time, O(n) space.
 */
export function searchPlaces(node: _Node | null): _Node | null {
  const originals = node === null ? [] : [node];
  for (const { neighbors } of originals) {
    for (const neighbor of neighbors) {
      if (!originals.includes(neighbor)) originals.push(neighbor);
    }
  }
  const copies = originals.map(({ val }) => new _Node(val));
  for (const [i, { neighbors }] of originals.entries()) {
    copies[i]!.neighbors = neighbors.map((neighbor) => copies[originals.indexOf(neighbor)]!);
  }
  return copies[0] ?? null;
}

/** Copies each node before its neighbours, by recursion, and remembers the copies in a map. O(n + m) time, O(n) space. */
export function depthFirst(node: _Node | null): _Node | null {
  const copies = new Map<_Node, _Node>();
  const copyOf = (original: _Node): _Node => {
    const known = copies.get(original);
    if (known !== undefined) return known;
    const copy = new _Node(original.val);
    copies.set(original, copy);
    copy.neighbors = original.neighbors.map(copyOf);
    return copy;
  };
  return node === null ? null : copyOf(node);
}

/** Makes a copy when a node is met, and links it when it is visited; the map is the queue. O(n + m) time, O(n) space. */
export function breadthFirst(node: _Node | null): _Node | null {
  if (node === null) return null;
  const first = new _Node(node.val);
  const copies = new Map([[node, first]]);
  for (const [original, copy] of copies) {
    for (const neighbor of original.neighbors) {
      let itsCopy = copies.get(neighbor);
      if (itsCopy === undefined) {
        itsCopy = new _Node(neighbor.val);
        copies.set(neighbor, itsCopy);
      }
      copy.neighbors.push(itsCopy);
    }
  }
  return first;
}

export default {
  "search for places": { growth: "n²", cloneGraph: searchPlaces },
  "depth first": { growth: "n", cloneGraph: depthFirst },
  "breadth first": { growth: "n", cloneGraph: breadthFirst },
} satisfies Approaches<typeof stub>;

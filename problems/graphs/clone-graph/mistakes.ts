import type { Mistakes } from "#lab/problem/index.ts";
import type problem from "./problem.ts";

export default {
  "returns the node itself": {
    law: "no node of the original is in the clone",
    input: [[[]]],
    cloneGraph(node) {
      return node;
    },
  },
  "copies the first node only": {
    law: "no node of the original is in the clone",
    input: [[[2], [1]]],
    cloneGraph(node) {
      return node && new _Node(node.val, [...node.neighbors]);
    },
  },
  "stops at the neighbours of the first node": {
    law: "each node has the neighbours it has in the original",
    input: [[[2], [1]]],
    cloneGraph(node) {
      if (!node) return null;
      return new _Node(
        node.val,
        node.neighbors.map(({ val }) => new _Node(val)),
      );
    },
  },
  "remembers a copy only after its neighbours are copied": {
    law: "does not throw",
    input: [[[2], [1]]],
    cloneGraph(node) {
      const copies = new Map<_Node, _Node>();
      const copyOf = (original: _Node): _Node => {
        const known = copies.get(original);
        if (known) return known;
        const copy = new _Node(original.val, original.neighbors.map(copyOf));
        copies.set(original, copy);
        return copy;
      };
      return node && copyOf(node);
    },
  },
  "makes another copy of a node for each edge that leads to it": {
    law: "returns a value of the right kind",
    input: [[[2], [1]]],
    cloneGraph(node) {
      if (!node) return null;
      const first = new _Node(node.val);
      const seen = new Set([node]);
      const queue: [_Node, _Node][] = [[node, first]];
      for (const [original, copy] of queue) {
        for (const neighbor of original.neighbors) {
          const itsCopy = new _Node(neighbor.val);
          copy.neighbors.push(itsCopy);
          if (seen.has(neighbor)) continue;
          seen.add(neighbor);
          queue.push([neighbor, itsCopy]);
        }
      }
      return first;
    },
  },
  "leaves out edges to nodes it has met before": {
    law: "each node has the neighbours it has in the original",
    input: [[[2], [1]]],
    cloneGraph(node) {
      const seen = new Set<_Node>();
      const copyOf = (original: _Node): _Node => {
        seen.add(original);
        const copy = new _Node(original.val);
        for (const neighbor of original.neighbors) {
          if (!seen.has(neighbor)) copy.neighbors.push(copyOf(neighbor));
        }
        return copy;
      };
      return node && copyOf(node);
    },
  },
  "returns the copy of the node it visited last": {
    law: "the clone of the given node comes back",
    input: [[[2], [1]]],
    cloneGraph(node) {
      if (!node) return null;
      const copies = new Map([[node, new _Node(node.val)]]);
      const queue = [node];
      while (queue.length > 0) {
        node = queue.shift()!;
        for (const neighbor of node.neighbors) {
          if (!copies.has(neighbor)) {
            copies.set(neighbor, new _Node(neighbor.val));
            queue.push(neighbor);
          }
          copies.get(node)!.neighbors.push(copies.get(neighbor)!);
        }
      }
      return copies.get(node)!;
    },
  },
  "writes the copies into the original's list of neighbours": {
    law: "leaves its input as it was",
    input: [[[2], [1]]],
    cloneGraph(node) {
      const copies = new Map<_Node, _Node>();
      const copyOf = (original: _Node): _Node => {
        const known = copies.get(original);
        if (known) return known;
        const copy = new _Node(original.val, original.neighbors);
        copies.set(original, copy);
        copy.neighbors.forEach((neighbor, i) => (copy.neighbors[i] = copyOf(neighbor)));
        return copy;
      };
      return node && copyOf(node);
    },
  },
  "asks for the value of a node that is not there": {
    law: "does not throw",
    input: [[]],
    cloneGraph(node) {
      const copies = new Map([[node, new _Node(node!.val)]]);
      for (const [original, copy] of copies) {
        for (const neighbor of original!.neighbors) {
          if (!copies.has(neighbor)) copies.set(neighbor, new _Node(neighbor.val));
          copy.neighbors.push(copies.get(neighbor)!);
        }
      }
      return copies.get(node)!;
    },
  },
} satisfies Mistakes<typeof problem>;

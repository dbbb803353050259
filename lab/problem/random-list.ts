import { walk } from "./list.ts";
import { nodeClass } from "./node.ts";
import { isObject, NotPlain } from "./plain.ts";

/** A list with random links as LeetCode writes it: for each node [value, number of the node it points to or null]. */
export type RandomListData = (number | null)[][];

/** LeetCode's `_Node` of this problem: `new _Node(val, next, random)`. */
export const RandomNode = nodeClass({ next: null, random: null });

/** Builds the list and returns its nodes in order. O(n), no recursion. */
export function randomListNodes(data: RandomListData): Record<string, unknown>[] {
  const nodes = Array.from({ length: data.length }, (_, i) => new RandomNode(data[i]![0] ?? 0));
  for (const [i, node] of nodes.entries()) {
    const target = data[i]?.[1];
    node.next = nodes[i + 1] ?? null;
    node.random = typeof target === "number" ? (nodes[target] ?? null) : null;
  }
  return nodes;
}

/** Reads a list back. Throws NotPlain on a cycle, and on a random link that leaves the list. */
export function randomListData(head: unknown): RandomListData {
  const nodes = walk(head);
  const places = new Map(nodes.map((node, i) => [node, i]));
  return nodes.map((node, i) => {
    const { val, random } = node;
    if (random === null || random === undefined) return [val as number, null];
    const target = isObject(random) ? places.get(random) : undefined;
    if (target === undefined) throw new NotPlain(`a list whose node ${i} points at random outside the list`);
    return [val as number, target];
  });
}

/** The numbers of the nodes of `original` that can be reached from `head` by next and random links. */
export function reused(head: unknown, original: readonly object[]): number[] {
  const seen = new Set<unknown>();
  const waiting = [head];
  while (waiting.length > 0) {
    const node = waiting.pop();
    if (!isObject(node) || seen.has(node)) continue;
    seen.add(node);
    waiting.push(node.next, node.random);
  }
  return original.flatMap((node, i) => (seen.has(node) ? [i] : []));
}

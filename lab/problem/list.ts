import { isObject, NotPlain } from "./plain.ts";
import { kindOf } from "./shape.ts";

/** LeetCode's singly linked list node. */
export class ListNode {
  val: number;
  next: ListNode | null;

  constructor(val?: number, next?: ListNode | null) {
    this.val = val ?? 0;
    this.next = next ?? null;
  }
}

/** Builds a list; its last node points back to node `cycleAt`, or to nothing for -1. O(n), no recursion. */
export function list(values: readonly number[], cycleAt = -1): ListNode | null {
  return listNodes(values, cycleAt)[0] ?? null;
}

/** As `list`, but returns all its nodes in order: the place of a node is its number. */
export function listNodes(values: readonly number[], cycleAt = -1): ListNode[] {
  const nodes = Array.from({ length: values.length }, (_, i) => new ListNode(values[i]));
  for (const [i, node] of nodes.entries()) node.next = nodes[i + 1] ?? null;
  const last = nodes.at(-1);
  if (last) last.next = nodes[cycleAt] ?? null;
  return nodes;
}

/** The values of a list. O(n). Throws NotPlain on a cycle or on anything that is no list node. */
export function listValues(head: unknown): number[] {
  return walk(head).map((node) => node.val as number);
}

/** The nodes from `head` on, in order; undefined or a missing `next` counts as the end, as on LeetCode. */
export function walk(head: unknown): Record<string, unknown>[] {
  const places = new Map<object, number>();
  let node = head;
  while (node !== null && node !== undefined) {
    if (!isObject(node) || !("val" in node)) {
      const kind = kindOf(node);
      throw new NotPlain(
        `a list whose node ${places.size} is ${kind === "an object" ? "no list node" : kind}`,
      );
    }
    const before = places.get(node);
    if (before !== undefined)
      throw new NotPlain(`a list that runs from node ${places.size - 1} back to node ${before}`);
    places.set(node, places.size);
    node = node.next;
  }
  return [...places.keys()] as Record<string, unknown>[];
}

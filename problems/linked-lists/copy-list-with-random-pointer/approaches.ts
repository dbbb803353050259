import type { Approaches } from "#lab/problem/index.ts";
import type * as stub from "./stub.ts";

/** Copies the nodes in order, then searches for the number of each random link's target. O(n²) time, O(n) space. */
export function searchNumbers(head: _Node | null): _Node | null {
  const originals: _Node[] = [];
  for (let node = head; node !== null; node = node.next) originals.push(node);
  const copies = originals.map(({ val }) => new _Node(val));
  for (const [i, { random }] of originals.entries()) {
    copies[i]!.next = copies[i + 1] ?? null;
    copies[i]!.random = random === null ? null : copies[originals.indexOf(random)]!;
  }
  return copies[0] ?? null;
}

/** Looks up the copy of each link's target in a map from original to copy. O(n) time, O(n) space. */
export function mapToCopies(head: _Node | null): _Node | null {
  const copies = new Map<_Node | null, _Node | null>([[null, null]]);
  for (let node = head; node !== null; node = node.next) copies.set(node, new _Node(node.val));
  for (let node = head; node !== null; node = node.next) {
    const copy = copies.get(node)!;
    copy.next = copies.get(node.next)!;
    copy.random = copies.get(node.random)!;
  }
  return copies.get(head)!;
}

/** Sets each copy right behind its original for a while, and takes the two lists apart again. O(n) time, O(1) space. */
export function interweave(head: _Node | null): _Node | null {
  for (let node = head; node !== null; node = node.next.next) {
    node.next = new _Node(node.val, node.next);
  }
  for (let node = head; node !== null; node = node.next!.next) {
    if (node.random !== null) node.next!.random = node.random.next;
  }
  const copied = head?.next ?? null;
  for (let node = head; node !== null; node = node.next) {
    const copy = node.next!;
    node.next = copy.next;
    copy.next = node.next?.next ?? null;
  }
  return copied;
}

export default {
  "search for numbers": { growth: "n²", copyRandomList: searchNumbers },
  "map to copies": { growth: "n", copyRandomList: mapToCopies },
  interweaving: { growth: "n", copyRandomList: interweave },
} satisfies Approaches<typeof stub>;

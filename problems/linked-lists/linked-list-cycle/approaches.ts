import type { Approaches } from "#lab/problem/index.ts";
import type * as stub from "./stub.ts";

/** Compares each node with all nodes before it, from the head again each time. O(n²) time, O(1) space. */
export function compareWithEarlier(head: ListNode | null): boolean {
  let steps = 0;
  for (let node = head; node !== null; node = node.next) {
    let earlier = head;
    for (let i = 0; i < steps; i++) {
      if (earlier === node) return true;
      earlier = earlier!.next;
    }
    steps++;
  }
  return false;
}

/** Remembers the nodes it has visited. O(n) time, O(n) space. */
export function visitedSet(head: ListNode | null): boolean {
  const visited = new Set<ListNode>();
  for (let node = head; node !== null; node = node.next) {
    if (visited.has(node)) return true;
    visited.add(node);
  }
  return false;
}

/** Lets one pointer wait at a node, twice as long each time, while the other walks on (Brent). O(n) time, O(1) space. */
export function waitingPointer(head: ListNode | null): boolean {
  let waiting = head;
  let patience = 1;
  let steps = 0;
  for (let node = head?.next ?? null; node !== null; node = node.next) {
    if (node === waiting) return true;
    if (++steps === patience) {
      waiting = node;
      patience *= 2;
      steps = 0;
    }
  }
  return false;
}

/** Walks at one and at two nodes a turn until the faster one ends or meets the other (Floyd). O(n) time, O(1) space. */
export function slowAndFast(head: ListNode | null): boolean {
  let slow = head;
  let fast = head;
  while (fast !== null && fast.next !== null) {
    slow = slow!.next;
    fast = fast.next.next;
    if (slow === fast) return true;
  }
  return false;
}

export default {
  "compare with all earlier nodes": { growth: "n²", hasCycle: compareWithEarlier },
  "set of visited nodes": { growth: "n", hasCycle: visitedSet },
  "waiting pointer": { growth: "n", hasCycle: waitingPointer },
  "slow and fast pointer": { growth: "n", hasCycle: slowAndFast },
} satisfies Approaches<typeof stub>;

import type { Approaches } from "#lab/problem/index.ts";
import type * as stub from "./stub.ts";

/** Collects the values, and writes them back from the last to the first. O(n) time, O(n) space. */
export function arrayOfValues(head: ListNode | null): ListNode | null {
  const values: number[] = [];
  for (let node = head; node !== null; node = node.next) values.push(node.val);
  for (let node = head; node !== null; node = node.next) node.val = values.pop()!;
  return head;
}

/** Puts a copy of each node in front of the copies before it. O(n) time, O(n) space. */
export function copiesInFront(head: ListNode | null): ListNode | null {
  let reversed: ListNode | null = null;
  for (let node = head; node !== null; node = node.next) reversed = new ListNode(node.val, reversed);
  return reversed;
}

/** Reverses what follows the head, and hangs the head behind it. O(n) time, O(n) space for the calls. */
export function recursion(head: ListNode | null): ListNode | null {
  if (!head?.next) return head;
  const reversed = recursion(head.next);
  head.next.next = head;
  head.next = null;
  return reversed;
}

/** Turns each link round on the way along the list. O(n) time, O(1) space. */
export function turningLinks(head: ListNode | null): ListNode | null {
  let reversed: ListNode | null = null;
  let node = head;
  while (node !== null) {
    const rest: ListNode | null = node.next;
    node.next = reversed;
    reversed = node;
    node = rest;
  }
  return reversed;
}

export default {
  "array of values": { growth: "n", reverseList: arrayOfValues },
  "copies in front": { growth: "n", reverseList: copiesInFront },
  recursion: { growth: "n", reverseList: recursion },
  "turning the links": { growth: "n", reverseList: turningLinks },
} satisfies Approaches<typeof stub>;

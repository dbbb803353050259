import type { Mistakes } from "#lab/problem/index.ts";
import type problem from "./problem.ts";

export default {
  "is left with the first node alone": {
    law: "no node is lost or added",
    input: [[0, 0]],
    reverseList(head) {
      let reversed: ListNode | null = null;
      let node = head;
      while (node) {
        node.next = reversed;
        reversed = node;
        node = node.next;
      }
      return reversed;
    },
  },
  "returns the end of the list": {
    law: "no node is lost or added",
    input: [[0]],
    reverseList(head) {
      let reversed: ListNode | null = null;
      let node = head;
      while (node) {
        const rest: ListNode | null = node.next;
        node.next = reversed;
        reversed = node;
        node = rest;
      }
      return node;
    },
  },
  "stops in front of the last node": {
    law: "no node is lost or added",
    input: [[0]],
    reverseList(head) {
      let reversed: ListNode | null = null;
      let node = head;
      while (node?.next) {
        const rest: ListNode | null = node.next;
        node.next = reversed;
        reversed = node;
        node = rest;
      }
      return reversed;
    },
  },
  "leaves a dummy node at the end": {
    law: "no node is lost or added",
    input: [[]],
    reverseList(head) {
      let reversed = new ListNode();
      let node = head;
      while (node) {
        const rest = node.next;
        node.next = reversed;
        reversed = node;
        node = rest;
      }
      return reversed;
    },
  },
  "hangs each node behind the new head": {
    law: "no node is lost or added",
    input: [[0, 0, 0]],
    reverseList(head) {
      const reverse = (node: ListNode | null): ListNode | null => {
        if (!node?.next) return node;
        const reversed = reverse(node.next)!;
        reversed.next = node;
        node.next = null;
        return reversed;
      };
      return reverse(head);
    },
  },
  "leaves the first two nodes pointing to each other": {
    law: "returns a value of the right kind",
    input: [[0, 0]],
    reverseList(head) {
      const reverse = (node: ListNode | null): ListNode | null => {
        if (!node?.next) return node;
        const reversed = reverse(node.next);
        node.next.next = node;
        return reversed;
      };
      return reverse(head);
    },
  },
  "swaps every pair of values twice": {
    law: "the last value comes first, and so on",
    input: [[0, 1]],
    reverseList(head) {
      const nodes: ListNode[] = [];
      for (let node = head; node; node = node.next) nodes.push(node);
      for (let i = 0; i < nodes.length; i++) {
        const j = nodes.length - 1 - i;
        [nodes[i]!.val, nodes[j]!.val] = [nodes[j]!.val, nodes[i]!.val];
      }
      return head;
    },
  },
  "asks the empty list for its next node": {
    law: "does not throw",
    input: [[]],
    reverseList(head) {
      const reverse = (node: ListNode): ListNode => {
        if (node.next === null) return node;
        const reversed = reverse(node.next);
        node.next.next = node;
        node.next = null;
        return reversed;
      };
      return reverse(head!);
    },
  },
} satisfies Mistakes<typeof problem>;

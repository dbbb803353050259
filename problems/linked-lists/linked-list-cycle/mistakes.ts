import type { Mistakes } from "#lab/problem/index.ts";
import type problem from "./problem.ts";

export default {
  "remembers values instead of nodes": {
    law: "finds no cycle where the list ends",
    input: [[0, 0], -1],
    hasCycle(head) {
      const visited = new Set<number>();
      for (let node = head; node; node = node.next) {
        if (visited.has(node.val)) return true;
        visited.add(node.val);
      }
      return false;
    },
  },
  "compares the pointers by value": {
    law: "finds no cycle where the list ends",
    input: [[0, 0, 0], -1],
    hasCycle(head) {
      let slow = head;
      let fast = head;
      while (fast?.next) {
        slow = slow!.next;
        fast = fast.next.next;
        if (slow!.val === fast?.val) return true;
      }
      return false;
    },
  },
  "takes the common start for a meeting": {
    law: "finds no cycle where the list ends",
    input: [[], -1],
    hasCycle(head) {
      let slow = head;
      let fast = head;
      while (slow !== fast) {
        if (!fast?.next) return false;
        slow = slow!.next;
        fast = fast.next.next;
      }
      return true;
    },
  },
  "finds a cycle in every list of two nodes or more": {
    law: "finds no cycle where the list ends",
    input: [[0, 0], -1],
    hasCycle(head) {
      let slow = head;
      let fast = head;
      while (fast?.next) {
        if (slow === fast) return true;
        slow = slow!.next;
        fast = fast.next.next;
      }
      return false;
    },
  },
  "marks visited nodes with a value that may occur": {
    law: "finds no cycle where the list ends",
    input: [[-1], -1],
    hasCycle(head) {
      for (let node = head; node; node = node.next) {
        if (node.val === -1) return true;
        node.val = -1;
      }
      return false;
    },
  },
  "takes a hundred nodes for a cycle": {
    law: "finds no cycle where the list ends",
    input: [new Array<number>(100).fill(0), -1],
    hasCycle(head) {
      let node = head;
      for (let i = 0; i < 100; i++) {
        if (!node) return false;
        node = node.next;
      }
      return true;
    },
  },
  "steps past the end of a list of odd length": {
    law: "does not throw",
    input: [[0], -1],
    hasCycle(head) {
      let slow = head;
      let fast = head;
      while (fast) {
        slow = slow!.next;
        fast = fast.next!.next;
        if (slow === fast) return true;
      }
      return false;
    },
  },
  "steps past the end of a list of even length": {
    law: "does not throw",
    input: [[0, 0], -1],
    hasCycle(head) {
      if (!head) return false;
      let slow = head;
      let fast = head;
      while (fast.next) {
        slow = slow.next!;
        fast = fast.next.next!;
        if (slow === fast) return true;
      }
      return false;
    },
  },
  "asks the empty list for its next node": {
    law: "does not throw",
    input: [[], -1],
    hasCycle(head) {
      let slow = head!;
      let fast = head!.next;
      while (fast?.next) {
        if (slow === fast) return true;
        slow = slow.next!;
        fast = fast.next.next;
      }
      return false;
    },
  },
  "walks round the cycle for ever": {
    law: "finishes",
    input: [[0], 0],
    inChild: true,
    hasCycle(head) {
      let node = head;
      while (node) node = node.next;
      return false;
    },
  },
  "waits for the head to come round again": {
    law: "finishes",
    input: [[0, 0], 1],
    inChild: true,
    hasCycle(head) {
      let node = head;
      while (node) {
        node = node.next;
        if (node === head) return node !== null;
      }
      return false;
    },
  },
} satisfies Mistakes<typeof problem>;

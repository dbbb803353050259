import type { Mistakes } from "#lab/problem/index.ts";
import type problem from "./problem.ts";

export default {
  "returns the list itself": {
    law: "no node of the original is in the copy",
    input: [[[0, null]]],
    copyRandomList(head) {
      return head;
    },
  },
  "copies the first node only": {
    law: "no node of the original is in the copy",
    input: [[[0, 0]]],
    copyRandomList(head) {
      return head && new _Node(head.val, head.next, head.random);
    },
  },
  "leaves the random links pointing into the original": {
    law: "no node of the original is in the copy",
    input: [[[0, 0]]],
    copyRandomList(head) {
      const start = new _Node();
      let last = start;
      for (let node = head; node; node = node.next) {
        last.next = new _Node(node.val, null, node.random);
        last = last.next;
      }
      return start.next;
    },
  },
  "makes a second copy of a random link's target": {
    law: "returns a value of the right kind",
    input: [[[0, 0]]],
    copyRandomList(head) {
      const start = new _Node();
      let last = start;
      for (let node = head; node; node = node.next) {
        last.next = new _Node(node.val, null, node.random && new _Node(node.random.val));
        last = last.next;
      }
      return start.next;
    },
  },
  "leaves the random links out": {
    law: "each random link points to the node with the same number",
    input: [[[0, 0]]],
    copyRandomList(head) {
      const start = new _Node();
      let last = start;
      for (let node = head; node; node = node.next) {
        last.next = new _Node(node.val);
        last = last.next;
      }
      return start.next;
    },
  },
  "remembers copies by value instead of by node": {
    law: "the same values in the same order",
    input: [
      [
        [0, null],
        [0, null],
      ],
    ],
    copyRandomList(head) {
      const copies = new Map<number | undefined, _Node>();
      for (let node = head; node; node = node.next) copies.set(node.val, new _Node(node.val));
      for (let node = head; node; node = node.next) {
        const copy = copies.get(node.val)!;
        copy.next = copies.get(node.next?.val) ?? null;
        copy.random = copies.get(node.random?.val) ?? null;
      }
      return copies.get(head?.val) ?? null;
    },
  },
  "loses random links that point forwards": {
    law: "each random link points to the node with the same number",
    input: [
      [
        [0, 1],
        [0, null],
      ],
    ],
    copyRandomList(head) {
      const start = new _Node();
      const copies = new Map<_Node | null, _Node>();
      let last = start;
      for (let node = head; node; node = node.next) {
        last.next = new _Node(node.val);
        last = last.next;
        copies.set(node, last);
        last.random = copies.get(node.random) ?? null;
      }
      return start.next;
    },
  },
  "loses random links that point forwards or to their own node": {
    law: "each random link points to the node with the same number",
    input: [[[0, 0]]],
    copyRandomList(head) {
      const start = new _Node();
      const copies = new Map<_Node | null, _Node>();
      let last = start;
      for (let node = head; node; node = node.next) {
        last.next = new _Node(node.val, null, copies.get(node.random) ?? null);
        last = last.next;
        copies.set(node, last);
      }
      return start.next;
    },
  },
  "loses random links that point backwards": {
    law: "each random link points to the node with the same number",
    input: [
      [
        [0, null],
        [0, 0],
      ],
    ],
    copyRandomList(head) {
      const start = new _Node();
      let last = start;
      for (let node = head; node; node = node.next) {
        last.next = new _Node(node.val);
        last = last.next;
      }
      let copy = start.next;
      for (let node = head; node; node = node.next) {
        let target = copy;
        for (let ahead: _Node | null = node; ahead && ahead !== node.random; ahead = ahead.next) {
          target = target!.next;
        }
        copy!.random = target;
        copy = copy!.next;
      }
      return start.next;
    },
  },
  "leaves out the last node": {
    law: "the same values in the same order",
    input: [[[0, null]]],
    copyRandomList(head) {
      const copies = new Map<_Node | null, _Node>();
      for (let node = head; node?.next; node = node.next) copies.set(node, new _Node(node.val));
      for (const [node, copy] of copies) {
        copy.next = copies.get(node!.next) ?? null;
        copy.random = copies.get(node!.random) ?? null;
      }
      return copies.get(head) ?? null;
    },
  },
  "does not take the interwoven lists apart again": {
    law: "leaves its input as it was",
    input: [[[0, null]]],
    copyRandomList(head) {
      for (let node = head; node; node = node.next.next) node.next = new _Node(node.val, node.next);
      for (let node = head; node; node = node.next!.next) node.next!.random = node.random?.next ?? null;
      const copied = head?.next ?? null;
      for (let copy = copied; copy; copy = copy.next) copy.next = copy.next?.next ?? null;
      return copied;
    },
  },
  "leaves the last node pointing to its copy": {
    law: "leaves its input as it was",
    input: [[[0, null]]],
    copyRandomList(head) {
      if (!head) return null;
      for (let node: _Node | null = head; node; node = node.next.next) {
        node.next = new _Node(node.val, node.next);
      }
      for (let node: _Node | null = head; node; node = node.next!.next) {
        node.next!.random = node.random?.next ?? null;
      }
      const copied = head.next!;
      let node = head;
      let copy = copied;
      while (copy.next) {
        node.next = copy.next;
        node = node.next;
        copy.next = node.next!;
        copy = copy.next;
      }
      return copied;
    },
  },
  "remembers a copy only after its links are followed": {
    law: "does not throw",
    input: [[[0, 0]]],
    copyRandomList(head) {
      const copies = new Map<_Node, _Node>();
      const copyOf = (node: _Node | null): _Node | null => {
        if (!node) return null;
        const known = copies.get(node);
        if (known) return known;
        const copy = new _Node(node.val, copyOf(node.next), copyOf(node.random));
        copies.set(node, copy);
        return copy;
      };
      return copyOf(head);
    },
  },
  "follows a random link that is null": {
    law: "does not throw",
    input: [[[0, null]]],
    copyRandomList(head) {
      for (let node = head; node; node = node.next.next) node.next = new _Node(node.val, node.next);
      for (let node = head; node; node = node.next!.next) node.next!.random = node.random!.next;
      const copied = head?.next ?? null;
      for (let node = head; node; node = node.next) {
        const copy = node.next!;
        node.next = copy.next;
        copy.next = copy.next?.next ?? null;
      }
      return copied;
    },
  },
  "asks the empty list for its value": {
    law: "does not throw",
    input: [[]],
    copyRandomList(head) {
      const copies = new Map<_Node | null, _Node>([[head, new _Node(head!.val)]]);
      for (let node = head!; node.next; node = node.next) copies.set(node.next, new _Node(node.next.val));
      for (const [node, copy] of copies) {
        copy.next = copies.get(node!.next) ?? null;
        copy.random = copies.get(node!.random) ?? null;
      }
      return copies.get(head)!;
    },
  },
} satisfies Mistakes<typeof problem>;

import type { Mistakes } from "#lab/problem/index.ts";
import type problem from "./problem.ts";

/** A right merge of two lists, for the mistakes that are made around it. */
function mergeTwo(a: ListNode | null, b: ListNode | null): ListNode | null {
  if (!a || !b) return a ?? b;
  const [first, second] = a.val <= b.val ? [a, b] : [b, a];
  first.next = mergeTwo(first.next, second);
  return first;
}

export default {
  "returns the dummy node too": {
    law: "no node is lost or added",
    input: [[]],
    mergeKLists(lists) {
      const start = new ListNode();
      start.next = lists.reduce(mergeTwo, null);
      return start;
    },
  },
  "drops what is left when one list ends": {
    law: "no node is lost or added",
    input: [[[0]]],
    mergeKLists(lists) {
      const merge = (a: ListNode | null, b: ListNode | null): ListNode | null => {
        const start = new ListNode();
        let last = start;
        while (a && b) {
          const first: ListNode = a.val <= b.val ? a : b;
          if (first === a) a = a.next;
          else b = b.next;
          last = last.next = first;
        }
        last.next = null;
        return start.next;
      };
      return lists.reduce(merge, null);
    },
  },
  "loses the odd list out": {
    law: "no node is lost or added",
    input: [[[], [], [0]]],
    mergeKLists(lists) {
      while (lists.length > 1) {
        const merged = [];
        for (let i = 0; i + 1 < lists.length; i += 2) merged.push(mergeTwo(lists[i]!, lists[i + 1]!));
        lists = merged;
      }
      return lists[0] ?? null;
    },
  },
  "keeps equal values once": {
    law: "no node is lost or added",
    input: [[[0, 0]]],
    mergeKLists(lists) {
      const values = new Set<number>();
      for (const head of lists) {
        for (let node = head; node; node = node.next) values.add(node.val);
      }
      let merged: ListNode | null = null;
      for (const value of [...values].sort((a, b) => b - a)) merged = new ListNode(value, merged);
      return merged;
    },
  },
  "sorts the values as text": {
    law: "the values ascend",
    input: [[[2, 10]]],
    mergeKLists(lists) {
      const values: number[] = [];
      for (const head of lists) {
        for (let node = head; node; node = node.next) values.push(node.val);
      }
      let merged: ListNode | null = null;
      for (const value of values.sort().reverse()) merged = new ListNode(value, merged);
      return merged;
    },
  },
  "joins whole lists in the order of their heads": {
    law: "the values ascend",
    input: [[[0, 2], [1]]],
    mergeKLists(lists) {
      const heads = lists.filter((head) => head !== null).sort((a, b) => a.val - b.val);
      for (const [i, head] of heads.entries()) {
        let last = head;
        while (last.next) last = last.next;
        last.next = heads[i + 1] ?? null;
      }
      return heads[0] ?? null;
    },
  },
  "compares with the left child only": {
    law: "the values ascend",
    input: [[[1], [1], [0]]],
    mergeKLists(lists) {
      const heap = lists.filter((head) => head !== null);
      const siftDown = (i: number) => {
        for (let left = 2 * i + 1; left < heap.length; i = left, left = 2 * i + 1) {
          if (heap[left]!.val >= heap[i]!.val) break;
          [heap[i], heap[left]] = [heap[left]!, heap[i]!];
        }
      };
      for (let i = heap.length - 1; i >= 0; i--) siftDown(i);
      const start = new ListNode();
      let last = start;
      while (heap.length > 0) {
        last = last.next = heap[0]!;
        const next = last.next ?? heap.pop()!;
        if (heap.length === 0) break;
        heap[0] = next;
        siftDown(0);
      }
      return start.next;
    },
  },
  "asks an empty list for its value": {
    law: "does not throw",
    input: [[[]]],
    mergeKLists(lists) {
      const heads = lists as ListNode[];
      heads.sort((a, b) => a.val - b.val);
      const start = new ListNode();
      let last = start;
      while (heads.length > 0) {
        const head = heads.shift()!;
        last = last.next = new ListNode(head.val);
        if (!head.next) continue;
        const place = heads.findIndex(({ val }) => val >= head.next!.val);
        heads.splice(place === -1 ? heads.length : place, 0, head.next);
      }
      return start.next;
    },
  },
  "has nothing to begin with when there are no lists": {
    law: "does not throw",
    input: [[]],
    mergeKLists(lists) {
      return lists.reduce((merged, head) => mergeTwo(merged, head));
    },
  },
} satisfies Mistakes<typeof problem>;

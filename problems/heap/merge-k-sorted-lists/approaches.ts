import type { Approaches } from "#lab/problem/index.ts";
import type * as stub from "./stub.ts";

/** Sorts all values and builds a list of them. O(n log n) time, O(n) space. */
export function concatenateAndSort(lists: (ListNode | null)[]): ListNode | null {
  const values: number[] = [];
  for (const head of lists) {
    for (let node = head; node !== null; node = node.next) values.push(node.val);
  }
  values.sort((a, b) => b - a);
  let merged: ListNode | null = null;
  for (const value of values) merged = new ListNode(value, merged);
  return merged;
}

/** Looks through the heads of all lists for the smallest, again for each node. O(nk) time, O(k) space. */
export function scanOfHeads(lists: (ListNode | null)[]): ListNode | null {
  const heads = lists.filter((head) => head !== null);
  const start = new ListNode();
  let last = start;
  while (heads.length > 0) {
    let least = 0;
    for (let i = 1; i < heads.length; i++) {
      if (heads[i]!.val < heads[least]!.val) least = i;
    }
    last = last.next = heads[least]!;
    if (last.next === null) heads.splice(least, 1);
    else heads[least] = last.next;
  }
  return start.next;
}

/** Merges each list into what the lists before it gave. O(nk) time, O(1) space. */
export function oneAfterAnother(lists: (ListNode | null)[]): ListNode | null {
  return lists.reduce(mergeTwo, null);
}

/** Keeps the heads in a binary heap, the smallest on top. O(n log k) time, O(k) space. */
export function heapOfHeads(lists: (ListNode | null)[]): ListNode | null {
  const heap = lists.filter((head) => head !== null);
  for (let i = (heap.length >> 1) - 1; i >= 0; i--) siftDown(heap, i);
  const start = new ListNode();
  let last = start;
  while (heap.length > 0) {
    last = last.next = heap[0]!;
    const next = last.next ?? heap.pop()!;
    if (heap.length === 0) break;
    heap[0] = next;
    siftDown(heap, 0);
  }
  return start.next;
}

/** Merges the lists in pairs, round after round, until one is left. O(n log k) time, O(k) space. */
export function pairsOfLists(lists: (ListNode | null)[]): ListNode | null {
  let round = lists;
  while (round.length > 1) {
    const merged: (ListNode | null)[] = [];
    for (let i = 0; i < round.length; i += 2) merged.push(mergeTwo(round[i]!, round[i + 1] ?? null));
    round = merged;
  }
  return round[0] ?? null;
}

/** Moves the node at i down until neither of its children, at 2i + 1 and 2i + 2, is smaller. */
function siftDown(heap: ListNode[], i: number): void {
  const node = heap[i]!;
  for (;;) {
    let child = 2 * i + 1;
    if (child >= heap.length) break;
    if (child + 1 < heap.length && heap[child + 1]!.val < heap[child]!.val) child++;
    if (heap[child]!.val >= node.val) break;
    heap[i] = heap[child]!;
    i = child;
  }
  heap[i] = node;
}

/** Merges two lists by turning over their links. */
function mergeTwo(a: ListNode | null, b: ListNode | null): ListNode | null {
  const start = new ListNode();
  let last = start;
  while (a !== null && b !== null) {
    if (a.val <= b.val) {
      last = last.next = a;
      a = a.next;
    } else {
      last = last.next = b;
      b = b.next;
    }
  }
  last.next = a ?? b;
  return start.next;
}

export default {
  "concatenate and sort": { growth: "n log n", mergeKLists: concatenateAndSort },
  "scan of all heads": { growth: "n²", mergeKLists: scanOfHeads },
  "one after another": { growth: "n²", mergeKLists: oneAfterAnother },
  "pairs of lists": { growth: "n log n", mergeKLists: pairsOfLists },
  "heap of heads": { growth: "n log n", mergeKLists: heapOfHeads },
} satisfies Approaches<typeof stub>;

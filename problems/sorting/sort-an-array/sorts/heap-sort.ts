/**
 * Heap sort arranges the items as a heap, whose largest item is on top, and moves the top behind the heap until the heap
 * is empty.
 *
 * Time: n where all are equal, n log n at worst and on average. Space: 1. Not stable.
 * Source: J. W. J. Williams, "Algorithm 232: Heapsort", Communications of the ACM 7 (1964); the heap is built from the
 * bottom up after Robert W. Floyd, "Algorithm 245: Treesort 3", in the same volume.
 * Tested in ../sorts.test.ts. ./quick-sort.ts is quicker as a rule, and promises less.
 */
export function heapSort<T>(items: T[], key: (item: T) => number): T[] {
  for (let root = (items.length >> 1) - 1; root >= 0; root--) siftDown(items, root, items.length, key);
  for (let end = items.length - 1; end > 0; end--) {
    // Invariant: items[0, end] is a heap, and items(end, n) is sorted with nothing smaller than the heap's top.
    [items[0], items[end]] = [items[end]!, items[0]!];
    siftDown(items, 0, end, key);
  }
  return items;
}

/**
 * Makes a heap of items[root, end), in which no item is larger than its parent, given that only the one at `root` may be
 * smaller than its children. The parent of i is (i - 1) >> 1.
 */
function siftDown<T>(items: T[], root: number, end: number, key: (item: T) => number): void {
  const item = items[root]!;
  const itemKey = key(item);
  let hole = root;
  for (let child = 2 * hole + 1; child < end; child = 2 * hole + 1) {
    if (child + 1 < end && key(items[child + 1]!) > key(items[child]!)) child++;
    if (key(items[child]!) <= itemKey) break;
    items[hole] = items[child]!;
    hole = child;
  }
  items[hole] = item;
}

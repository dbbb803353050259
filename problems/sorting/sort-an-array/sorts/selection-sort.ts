/**
 * Selection sort looks for the smallest item that is left, and swaps it to the front of what is left.
 *
 * Time: n² on every input, with n swaps at most: the fewest of all sorts here. Space: 1. Not stable, because the item
 * that is swapped away jumps over those between.
 * Source: Donald E. Knuth, The Art of Computer Programming, volume 3, 2nd edition (1998), section 5.2.3.
 * Tested in ../sorts.test.ts. ./heap-sort.ts is the same idea with a quicker search for the next item.
 */
export function selectionSort<T>(items: T[], key: (item: T) => number): T[] {
  for (let i = 0; i < items.length - 1; i++) {
    // Invariant: items[0, i) is sorted, and none of it is larger than anything in items[i, n).
    let smallest = i;
    let smallestKey = key(items[i]!);
    for (let j = i + 1; j < items.length; j++) {
      const candidate = key(items[j]!);
      if (candidate < smallestKey) {
        smallest = j;
        smallestKey = candidate;
      }
    }
    [items[i], items[smallest]] = [items[smallest]!, items[i]!];
  }
  return items;
}

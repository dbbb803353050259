/**
 * Insertion sort takes the items one by one and lets each sink to its place among those before it.
 *
 * Time: n where the items are sorted, n² at worst and on average: as many moves as there are inversions, pairs that
 * stand the wrong way round. Space: 1. Stable.
 * Source: Donald E. Knuth, The Art of Computer Programming, volume 3, 2nd edition (1998), section 5.2.1.
 * Tested in ../sorts.test.ts. For more than a few dozen items take ./merge-sort.ts or ./quick-sort.ts.
 */
export function insertionSort<T>(items: T[], key: (item: T) => number): T[] {
  for (let i = 1; i < items.length; i++) {
    // Invariant: items[0, i) holds what stood there at first, sorted.
    const item = items[i]!;
    const itemKey = key(item);
    let hole = i;
    while (hole > 0 && key(items[hole - 1]!) > itemKey) {
      items[hole] = items[hole - 1]!;
      hole--;
    }
    items[hole] = item;
  }
  return items;
}

/**
 * Bubble sort swaps neighbours that stand the wrong way round, in pass after pass, until a pass swaps nothing.
 *
 * Time: n where the items are sorted, n² at worst and on average. Space: 1. Stable, because equal neighbours stay.
 * Source: Donald E. Knuth, The Art of Computer Programming, volume 3, 2nd edition (1998), section 5.2.2, algorithm B.
 * Tested in ../sorts.test.ts. It swaps as often as ./insertion-sort.ts moves, and compares more as a rule: take that one.
 */
export function bubbleSort<T>(items: T[], key: (item: T) => number): T[] {
  // Invariant: items[end, n) is sorted, and none of it is smaller than anything in items[0, end).
  let end = items.length;
  while (end > 1) {
    // Behind the last swap of a pass, everything stands where it belongs.
    let lastSwap = 0;
    for (let i = 1; i < end; i++) {
      if (key(items[i - 1]!) > key(items[i]!)) {
        [items[i - 1], items[i]] = [items[i]!, items[i - 1]!];
        lastSwap = i;
      }
    }
    end = lastSwap;
  }
  return items;
}

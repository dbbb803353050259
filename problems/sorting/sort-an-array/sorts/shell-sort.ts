/**
 * Shell sort is insertion sort among items that stand `gap` apart, for one gap after the other, the last of which is 1.
 * Items that have far to go take large steps first, so that little is left to do when the steps are small.
 *
 * The gaps are Pratt's: all 2ᵖ · 3 to the power of q below n, each after its double and its triple. By then no item has
 * to move further than one gap, so that a walk costs n at most; and there are about log² n gaps.
 * Time: n log² n on every input. Space: 1. Not stable.
 * Source: Donald L. Shell, "A high-speed sorting procedure", Communications of the ACM 2 (1959); the gaps and their
 * bound: Vaughan R. Pratt, Shellsort and Sorting Networks (thesis, Stanford 1972).
 * Tested in ../sorts.test.ts, the bound too. Fewer gaps, such as Ciura's, are quicker in practice, and nobody has proved
 * as good a bound for them.
 */
export function shellSort<T>(items: T[], key: (item: T) => number): T[] {
  let three = 1;
  while (3 * three < items.length) three *= 3;
  for (; three >= 1; three /= 3) {
    let gap = three;
    while (2 * gap < items.length) gap *= 2;
    for (; gap >= three; gap /= 2) insertAtGap(items, gap, key);
  }
  return items;
}

/** Sorts each of the rows items[r], items[r + gap], items[r + 2 gap], …; rows at another gap that were sorted stay so. */
function insertAtGap<T>(items: T[], gap: number, key: (item: T) => number): void {
  for (let i = gap; i < items.length; i++) {
    // Invariant: in items[0, i) none is smaller than the one `gap` before it.
    const item = items[i]!;
    const itemKey = key(item);
    let hole = i;
    while (hole >= gap && key(items[hole - gap]!) > itemKey) {
      items[hole] = items[hole - gap]!;
      hole -= gap;
    }
    items[hole] = item;
  }
}

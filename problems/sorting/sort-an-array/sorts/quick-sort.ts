/**
 * Quicksort parts the items into those smaller than a pivot, those equal to it and those larger, and sorts the first and
 * the last part in the same way.
 *
 * The pivot is an item drawn at random, so that no input is bad by itself: time n log n on average for *every* input, n
 * where all are equal. n² takes a long row of unlucky draws, or someone who can foretell `random`. Space: log n, because
 * only the shorter part is sorted by a call of its own. Not stable.
 * Source: C. A. R. Hoare, "Quicksort", The Computer Journal 5 (1962); the three parts are Dijkstra's Dutch national
 * flag, A Discipline of Programming (1976), chapter 14.
 * Tested in ../sorts.test.ts. ./heap-sort.ts is never worse than n log n, and slower as a rule.
 */
export function quickSort<T>(items: T[], key: (item: T) => number, random: () => number = Math.random): T[] {
  sortRange(items, 0, items.length, key, random);
  return items;
}

/** Sorts items[low, high). */
function sortRange<T>(
  items: T[],
  low: number,
  high: number,
  key: (item: T) => number,
  random: () => number,
): void {
  while (high - low > 1) {
    const pivot = key(items[low + Math.floor(random() * (high - low))]!);
    // Invariant: [low, less) is smaller than the pivot, [less, i) equal, [i, more) not yet looked at, [more, high) larger.
    let less = low;
    let more = high;
    for (let i = low; i < more;) {
      const itemKey = key(items[i]!);
      if (itemKey < pivot) swap(items, less++, i++);
      else if (itemKey > pivot) swap(items, i, --more);
      else i++;
    }
    // A call sorts at most half of what its caller had, so that calls are at most log₂ n deep.
    if (less - low < high - more) {
      sortRange(items, low, less, key, random);
      low = more;
    } else {
      sortRange(items, more, high, key, random);
      high = less;
    }
  }
}

function swap(items: unknown[], i: number, j: number): void {
  [items[i], items[j]] = [items[j], items[i]];
}

/**
 * Timsort finds the runs that are there already, makes short ones longer by insertion, and merges neighbouring runs of
 * similar length.
 *
 * Time: n where the items are one rising or falling run, n log n at worst and on average. Space: n/2. Stable.
 * Source: Tim Peters, listsort.txt in the source of CPython (2002); the second half of `wantsMerge` after Stijn de Gouw
 * et al., "OpenJDK's Java.utils.Collection.sort() Is Broken", Computer Aided Verification (2015). Left out is the
 * galloping inside a merge: only what need not move at its two ends is found by searching.
 * Tested in ../sorts.test.ts. ./merge-sort.ts is the same without a look at the input.
 */
export function timSort<T>(items: T[], key: (item: T) => number): T[] {
  const n = items.length;
  const leastRun = leastRunOf(n);
  /**
   * Sorted runs that follow each other without a gap. When the next one is looked for, each is longer than the one
   * behind it, and than the two behind it together; hence there are no more than about log n.
   */
  const runs: Run[] = [];
  const mergeAt = (i: number): void => {
    const [left, right] = runs.splice(i, 2) as [Run, Run];
    mergeRuns(items, left.low, right.low, right.high, key);
    runs.splice(i, 0, { low: left.low, high: right.high });
  };
  for (let low = 0; low < n;) {
    const natural = endOfRun(items, low, key);
    const high = Math.max(natural, Math.min(low + leastRun, n));
    insertInto(items, low, natural, high, key);
    runs.push({ low, high });
    while (wantsMerge(runs)) mergeAt(shorterPair(runs));
    low = high;
  }
  while (runs.length > 1) mergeAt(shorterPair(runs));
  return items;
}

/** items[low, high), sorted. */
interface Run {
  readonly low: number;
  readonly high: number;
}

/** From 32 to 64, such that n is a power of two such runs, or a little less; n itself where that is below 64. */
function leastRunOf(n: number): number {
  let lost = 0;
  for (; n >= 64; n >>= 1) lost |= n & 1;
  return n + lost;
}

/** Where the run that begins at `low` ends. A falling one, in which no two are equal, is turned round. */
function endOfRun<T>(items: T[], low: number, key: (item: T) => number): number {
  const falls = (i: number): boolean => key(items[i]!) < key(items[i - 1]!);
  let high = low + 1;
  if (high === items.length) return high;
  const falling = falls(high);
  do high++;
  while (high < items.length && falls(high) === falling);
  if (falling) {
    for (let i = low, j = high - 1; i < j; i++, j--) [items[i], items[j]] = [items[j]!, items[i]!];
  }
  return high;
}

/** Inserts items[sorted, high) one by one into the sorted items[low, sorted). */
function insertInto<T>(
  items: T[],
  low: number,
  sorted: number,
  high: number,
  key: (item: T) => number,
): void {
  for (let i = sorted; i < high; i++) {
    const item = items[i]!;
    const itemKey = key(item);
    const place = first(low, i, (j) => key(items[j]!) > itemKey);
    items.copyWithin(place + 1, place, i);
    items[place] = item;
  }
}

/** Is one of the last three runs no longer than the next, or one of the last four than the next two together? */
function wantsMerge(runs: readonly Run[]): boolean {
  const [d, c, b, a] = lastLengths(runs);
  return c <= d || b <= c + d || a <= b + c;
}

/** Of the last three runs, where the two begin that are to be merged: the middle one, and the shorter beside it. */
function shorterPair(runs: readonly Run[]): number {
  const [d, , b] = lastLengths(runs);
  return runs.length - (b < d ? 3 : 2);
}

/** The lengths of the last four runs, the last first; NaN, which compares as false, where there is none. */
function lastLengths(runs: readonly Run[]): [number, number, number, number] {
  const length = (back: number): number => {
    const run = runs.at(-back);
    return run ? run.high - run.low : NaN;
  };
  return [length(1), length(2), length(3), length(4)];
}

/** Merges the sorted items[low, middle) and items[middle, high), copying the shorter of what has to move. */
function mergeRuns<T>(items: T[], low: number, middle: number, high: number, key: (item: T) => number): void {
  const firstRight = key(items[middle]!);
  const lastLeft = key(items[middle - 1]!);
  low = first(low, middle, (i) => key(items[i]!) > firstRight);
  high = first(middle, high, (i) => key(items[i]!) >= lastLeft);
  if (middle - low <= high - middle) {
    const left = items.slice(low, middle);
    // Forwards: items[low, to) is done, and `to` never overtakes `right`.
    let right = middle;
    for (let i = 0, to = low; i < left.length; to++) {
      const takesRight = right < high && key(items[right]!) < key(left[i]!);
      items[to] = takesRight ? items[right++]! : left[i++]!;
    }
  } else {
    const right = items.slice(middle, high);
    // Backwards: items[to + 1, high) is done.
    let left = middle - 1;
    for (let i = right.length - 1, to = high - 1; i >= 0; to--) {
      const takesLeft = left >= low && key(items[left]!) > key(right[i]!);
      items[to] = takesLeft ? items[left--]! : right[i--]!;
    }
  }
}

/** The first of low, …, high - 1 at which `holds` does, high if none; from there on it holds everywhere. */
function first(low: number, high: number, holds: (i: number) => boolean): number {
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (holds(middle)) high = middle;
    else low = middle + 1;
  }
  return low;
}

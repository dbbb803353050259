/**
 * Two pointers: walks in which neither index ever turns back, because each move throws away only what is proved useless.
 *
 *   in place     keep, partition                O(n) time, O(1) space, each element is asked about once
 *   two inputs   mergeSorted, intersectSorted   at most n + m - 1 comparisons
 *   pairs        pairWithSum, staircase         at most n - 1 sums, at most rows + columns - 1 questions
 *
 * Order is taken on trust: to check it would cost as many comparisons as the work itself. Each function says what it does
 * to unsorted input. What it then reports is still true of the elements named; what it does not report may exist.
 *
 * Sources: C. A. R. Hoare, "Quicksort", 1962 (partition); D. E. Knuth, The Art of Computer Programming 3, 5.2.4 (merging);
 * E. W. Dijkstra, "The saddleback search", EWD 934, 1985 (staircase).
 * Tested against filter, concat and sort, multiset counts and all pairs, on every small input and on random ones.
 */

/** An array or typed array that is changed in place. A hole in an array counts as undefined. */
export interface Mutable<T> {
  readonly length: number;
  [index: number]: T;
}

/**
 * Moves the wanted elements to the front, in their order, and returns how many there are. O(n) time, O(1) space.
 * What stands behind them is left over: `array.length = keep(array, wanted)` cuts it off, and lets go of the objects there.
 *
 * `wanted` is asked once for each element, from front to back, with the index it had. At that moment `values[index - 1]` is
 * still the element that stood before it. If `wanted` throws, no element that it wanted or has not seen is lost.
 */
export function keep<T>(values: Mutable<T>, wanted: (value: T, index: number) => boolean): number {
  const n = values.length;
  let kept = 0; // values[0, kept) is the answer so far; values[kept, read) has not been written to; kept <= read
  for (let read = 0; read < n; read++) {
    const value = values[read]!;
    if (wanted(value, read)) values[kept++] = value;
  }
  return kept;
}

/**
 * Moves the elements of the front before all others, and returns how many there are. O(n) time, O(1) space. Not stable.
 * Makes one swap for each element that has to cross the boundary from the back, which is as few as can be.
 *
 * `isFront` is asked once for each element, in no particular order. If it throws, the array is a permutation of what it was.
 */
export function partition<T>(values: Mutable<T>, isFront: (value: T) => boolean): number {
  let low = 0; // values[0, low) belongs to the front
  let high = values.length; // values[high, n) belongs to the back; values[low, high) is unread
  for (;;) {
    while (low < high && isFront(values[low]!)) low++;
    if (low === high) return low;
    // values[low] has been read, and belongs to the back: whatever happens next, it is not asked about again.
    do high--;
    while (low < high && !isFront(values[high]!));
    if (low === high) return low;
    const value = values[low]!;
    values[low++] = values[high]!;
    values[high] = value;
  }
}

/**
 * All elements of two sorted arrays in one sorted array. Stable: of equal ones, those of `a` come first, and each array's
 * stay in their order. At most n + m - 1 comparisons, always `compare(from a, from b)`; none if one of them is empty.
 *
 * A comparator that returns NaN says "equal", as in Array.prototype.sort. Whatever it says, and unsorted inputs included,
 * each element comes out once, and those of each array in their order.
 */
export function mergeSorted<T>(a: ArrayLike<T>, b: ArrayLike<T>, compare: (x: T, y: T) => number): T[] {
  const [n, m] = [a.length, b.length];
  // An array that grows takes three times as long, and one made with a length of more than 2²⁵ is a hash table to V8.
  const merged: T[] = n + m > 2 ** 25 ? [] : new Array<T>(n + m);
  let at = 0;
  let i = 0;
  let j = 0; // merged[0, at) is the merge of a[0, i) and b[0, j), and none of it comes after a[i] or b[j]
  while (i < n && j < m) merged[at++] = compare(a[i]!, b[j]!) > 0 ? b[j++]! : a[i++]!;
  while (i < n) merged[at++] = a[i++]!;
  while (j < m) merged[at++] = b[j++]!;
  return merged;
}

/**
 * The elements of `a` that have a partner in `b`, one to one: what occurs k times in `a` and l times in `b` comes out
 * min(k, l) times, and it is the first ones of `a`. The arrays may hold different types, as long as they can be compared.
 * At most n + m - 1 comparisons, always `compare(from a, from b)`.
 *
 * A comparator that returns NaN says "no match" and passes over the element of `b`. Of unsorted inputs it may miss matches,
 * but all that comes out has matched.
 */
export function intersectSorted<A, B>(
  a: ArrayLike<A>,
  b: ArrayLike<B>,
  compare: (x: A, y: B) => number,
): A[] {
  const [n, m] = [a.length, b.length];
  const common: A[] = [];
  let i = 0;
  let j = 0; // nothing in a[0, i) or b[0, j) has a partner left
  while (i < n && j < m) {
    const order = compare(a[i]!, b[j]!);
    if (order < 0) i++;
    else if (order === 0) {
      common.push(a[i++]!);
      j++;
    } else j++;
  }
  return common;
}

/**
 * Places low < high of ascending numbers with `sorted[low] + sorted[high] === target`; of several such pairs the one with
 * the least low, and of those the greatest high. Undefined if there is none. At most n - 1 sums.
 *
 * Sums are those of floating-point numbers, so 0.1 and 0.2 do not make 0.3; rounding keeps their order, so none is missed.
 * Infinities and sums that overflow are no answer to any target. In unsorted numbers, or with a NaN among them, pairs may be
 * missed. Throws a RangeError if the target is not finite.
 */
export function pairWithSum(
  sorted: ArrayLike<number>,
  target: number,
): [low: number, high: number] | undefined {
  if (!Number.isFinite(target))
    throw new RangeError(`pairWithSum(..., ${target}): the target is a finite number`);
  let low = 0;
  let high = sorted.length - 1; // if there is such a pair, the one to return lies in sorted[low..high]
  while (low < high) {
    const sum = sorted[low]! + sorted[high]!;
    if (sum < target) low++;
    else if (sum === target) return [low, high];
    else high--;
  }
  return undefined;
}

/**
 * The border of a monotone relation: for each row, the number of columns from 0 on for which it holds. Monotone means: where
 * it holds, it holds for all smaller rows and columns too, as `f(row, column) <= limit` does if f rises with both. So the
 * numbers never rise. At most rows + columns - 1 questions; O(rows) space.
 *
 * Their sum is how many pairs there are, exact up to 2^53; `f(row, width - 1)` is the row's greatest value within the limit.
 * If the relation is not monotone, each width above 0 still says truly that the relation holds at column width - 1.
 * Throws a RangeError if rows or columns is not a whole number from 0 to 2^32 - 1.
 */
export function staircase(
  rows: number,
  columns: number,
  holds: (row: number, column: number) => boolean,
): Uint32Array {
  if (!(rows >>> 0 === rows && columns >>> 0 === columns))
    throw new RangeError(`staircase(${rows}, ${columns}): both are whole numbers from 0 to ${2 ** 32 - 1}`);
  const widths = new Uint32Array(rows);
  let width = columns; // the relation fails for all columns from here on, in this row and in all below
  for (let row = 0; row < rows; row++) {
    while (width > 0 && !holds(row, width - 1)) width--;
    widths[row] = width;
  }
  return widths;
}

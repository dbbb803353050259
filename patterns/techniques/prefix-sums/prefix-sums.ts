/**
 * Prefix sums: what each beginning of a sequence amounts to, so that any part is the difference of two of them. For
 * numbers, rectangles of a grid, and any group; turned around, for adding to ranges; and, with a map, for finding the
 * parts that have a given sum.
 *
 * Time: O(n) to prepare, O(1) for each part after that. Space: n + 1 numbers.
 *
 * Numbers are finite, and so are all prefix sums. Integers are summed exactly while the absolute values of all of them
 * add up to at most 2^53; others are rounded at each step, so that the error of a part grows with what stands before it.
 *
 * Sources: Franklin C. Crow: "Summed-Area Tables for Texture Mapping", 1984; Guy E. Blelloch: "Prefix Sums and Their
 * Applications", 1990. Tested against adding up each part: all arrays over -1, 0, 1, 2 up to length 5, all grids of 0
 * and 1 with up to 9 places, and random ones; groups with permutations, whose order matters.
 */

/** From `from` up to, but not including, `to`. */
export interface Range {
  readonly from: number;
  readonly to: number;
}

/** At i, for i from 0 to n, the sum of the first i values. O(n). */
export function prefixSums(values: ArrayLike<number>): Float64Array<ArrayBuffer> {
  const n = values.length;
  const sums = new Float64Array(n + 1);
  let sum = 0;
  for (let i = 0; i < n; i++) {
    sum += values[i]!;
    sums[i + 1] = sum;
  }
  // Infinity and NaN have no inverse: what is added after them does not make the sum finite again.
  requireFinite(sums, sum);
  return sums;
}

/** The sum of the values in the range from `from` up to, but not including, `to`; 0 if they are equal. O(1). */
export function rangeSum(sums: Float64Array, from: number, to: number): number {
  requireRange(from, to, sums.length - 1, "values");
  return sums[to]! - sums[from]!;
}

/** How the sums of rectangles in a grid are kept. */
export interface AreaSums {
  readonly rows: number;
  readonly columns: number;
  /** At row * (columns + 1) + column the sum of all values above that row and left of that column. */
  readonly sums: Float64Array;
}

/** Prepares a grid, whose values are given row by row, for sums of rectangles. O(rows * columns). */
export function areaSums(values: ArrayLike<number>, columns: number): AreaSums {
  const rows = values.length === 0 ? 0 : values.length / columns;
  if (!Number.isInteger(rows) || !Number.isInteger(columns) || columns < 0)
    throw new RangeError(`${values.length} values are no rows of ${columns}`);
  const width = columns + 1;
  const sums = new Float64Array((rows + 1) * width);
  let doubt = 0;
  for (let row = 0; row < rows; row++) {
    let sumOfRow = 0;
    for (let column = 0; column < columns; column++) {
      sumOfRow += values[row * columns + column]!;
      const sum = sums[row * width + column + 1]! + sumOfRow;
      sums[(row + 1) * width + column + 1] = sum;
      // 0, or NaN and from then on NaN if the sum is not finite.
      doubt += sum - sum;
    }
  }
  requireFinite(sums, doubt);
  return { rows, columns, sums };
}

/** The sum of the values in the rows from `top` to before `bottom`, the columns from `left` to before `right`. O(1). */
export function areaSum(area: AreaSums, top: number, left: number, bottom: number, right: number): number {
  const { rows, columns, sums } = area;
  requireRange(top, bottom, rows, "rows");
  requireRange(left, right, columns, "columns");
  const above = top * (columns + 1);
  const below = bottom * (columns + 1);
  // What lies above the rectangle and what lies to its left are both taken away, the corner of both thus twice.
  return sums[below + right]! - sums[above + right]! - sums[below + left]! + sums[above + left]!;
}

/**
 * Adds `amount` to all values in the range, of n that are given by n + 1 `differences`: at i, the value at i less the
 * one before it, both 0 outside. They begin as `new Float64Array(n + 1)`, for n values of 0. O(1).
 */
export function addToRange(differences: Float64Array, from: number, to: number, amount: number): void {
  requireRange(from, to, differences.length - 1, "values");
  if (!Number.isFinite(amount))
    throw new RangeError(`addToRange(${from}, ${to}, ${amount}): what is added is a finite number`);
  // Added and taken away at the same place, it would leave what rounding has lost.
  if (from === to) return;
  differences[from]! += amount;
  differences[to]! -= amount;
}

/** The n values that n + 1 differences stand for. O(n). */
export function accumulated(differences: Float64Array): Float64Array<ArrayBuffer> {
  return prefixSums(differences).slice(1, -1);
}

/** What can be combined in any grouping, `identity` changing nothing, and undone by `inverse`, on either side. */
export interface Group<T> {
  readonly identity: T;
  readonly combine: (a: T, b: T) => T;
  readonly inverse: (a: T) => T;
}

/** At i, for i from 0 to n, the first i values combined in their order. n times `combine`. */
export function prefixes<T>(values: readonly T[], group: Group<T>): T[] {
  let upTo = group.identity;
  const result = [upTo];
  for (const value of values) {
    upTo = group.combine(upTo, value);
    result.push(upTo);
  }
  return result;
}

/** The values in the range, combined in their order; the identity if there are none. At most one `inverse` and one `combine`. */
export function between<T>(prefixes: readonly T[], from: number, to: number, group: Group<T>): T {
  requireRange(from, to, prefixes.length - 1, "values");
  // Where products are rounded, a prefix and its inverse need not make the identity.
  if (from === to) return group.identity;
  return group.combine(group.inverse(prefixes[from]!), prefixes[to]!);
}

/**
 * How many ranges with at least one value have this sum: for integers, as sums are compared exactly, and those of fractions
 * are rounded. O(n) expected, and at most 2^24 different prefix sums, which is as much as a Map of V8 holds.
 */
export function countWithSum(values: ArrayLike<number>, sum: number): number {
  let count = 0;
  const seen = new Map<number, number>();
  for (const upTo of prefixSums(values)) {
    count += seen.get(upTo - sum) ?? 0;
    seen.set(upTo, (seen.get(upTo) ?? 0) + 1);
  }
  return count;
}

/** The longest range with at least one value and this sum, the first of several; undefined if none. As `countWithSum`. */
export function longestWithSum(values: ArrayLike<number>, sum: number): Range | undefined {
  let longest: Range | undefined;
  const firstWith = new Map<number, number>();
  for (const [to, upTo] of prefixSums(values).entries()) {
    const from = firstWith.get(upTo - sum);
    if (from !== undefined && (!longest || to - from > longest.to - longest.from)) longest = { from, to };
    if (!firstWith.has(upTo)) firstWith.set(upTo, to);
  }
  return longest;
}

function requireRange(from: number, to: number, n: number, what: string): void {
  if (!(Number.isInteger(from) && Number.isInteger(to) && 0 <= from && from <= to && to <= n))
    throw new RangeError(
      `from ${from} to ${to}: a range of the ${n} ${what} is from 0 or more to at most ${n}`,
    );
}

/** Refuses sums of which one is not finite; then, and only then, neither is `witness`. */
function requireFinite(sums: Float64Array, witness: number): void {
  if (Number.isFinite(witness)) return;
  const first = sums.findIndex((sum) => !Number.isFinite(sum));
  throw new RangeError(`the prefix sum at ${first} is ${sums[first]!}: values and their sums must be finite`);
}

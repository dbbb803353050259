/**
 * A row of n numbers whose prefixes, ranges and single values can be summed while the values change: a Fenwick tree, also
 * called a binary indexed tree.
 *
 * Each node keeps the sum of one aligned block of the row. A prefix is the union of at most log₂ n + 1 blocks, one for each
 * 1 in its length written in binary, and a value lies in at most log₂ n + 1 of them.
 *
 * Time: O(n) to build, O(log n) for every other call. Space: 8 bytes for each value, which are not kept beside their sums.
 *
 * Numbers: sums of integers are exact while the absolute values of all of them add up to at most 2⁵³, for `set` the value
 * before and after counted both. With fractions every answer is rounded: `get` may miss what was `set` by as much as the
 * rounding of the sums around it, a value that is 0 may come back slightly below 0, and the error grows with the number of
 * changes. What a huge value has swallowed does not come back when it goes. Values and deltas are finite; a sum, or for `set`
 * the step from the old value to the new, beyond 1.8e308 becomes Infinity and spoils the ranges around it for good. There is
 * no -0: it is 0.
 *
 * Source: Peter M. Fenwick, "A New Data Structure for Cumulative Frequency Tables", Software: Practice and Experience 24(3),
 * 1994, with indices moved to start at 0. Tested against an array of values: every range of every n below 30, and random
 * calls; reads and writes are counted.
 */
export class FenwickTree {
  /** The number of values, whose indices are 0 to length - 1. */
  readonly length: number;

  /**
   * sums[i] is the sum of the values in [i & (i + 1), i + 1): the block that ends with i and is as long as the lowest 1 in
   * i + 1 says. Hence the block that ends before `end` starts at `end` without its lowest 1, and the smallest block around
   * that of i ends with i | (i + 1).
   */
  private readonly sums: Float64Array;

  /**
   * n values, all of them 0, in O(n).
   *
   * @param n an integer from 0 to 2³¹ - 1, so that indices can be taken apart with the 32-bit operators.
   */
  constructor(n: number) {
    if (!Number.isInteger(n) || n < 0 || n > 2 ** 31 - 1)
      throw new RangeError(
        `new FenwickTree(${n}): the number of values is an integer from 0 to ${2 ** 31 - 1}`,
      );
    this.length = n;
    this.sums = new Float64Array(n);
  }

  /** A tree of a copy of these values, in O(n): each finished block adds itself to the next larger one, once. */
  static from(values: ArrayLike<number>): FenwickTree {
    const tree = new FenwickTree(values.length);
    const { length, sums } = tree;
    for (let i = 0; i < length; i++) {
      const value = values[i]!;
      if (!Number.isFinite(value))
        throw new RangeError(
          `FenwickTree.from: the value at ${i} is ${value}, and values are finite numbers`,
        );
      sums[i] = plus(sums[i]!, value);
      const around = i | (i + 1);
      if (around < length) sums[around] = plus(sums[around]!, sums[i]!);
    }
    return tree;
  }

  /** Adds delta, a finite number, to the value at index i. O(log n). */
  add(i: number, delta: number): void {
    if (!this.has(i)) throw this.noIndex(`add(${i}, ${delta})`);
    if (!Number.isFinite(delta))
      throw new RangeError(`add(${i}, ${delta}): what is added is a finite number`);
    this.addAt(i, delta);
  }

  /** Makes value, a finite number, the one at index i. O(log n). */
  set(i: number, value: number): void {
    if (!this.has(i)) throw this.noIndex(`set(${i}, ${value})`);
    if (!Number.isFinite(value)) throw new RangeError(`set(${i}, ${value}): a value is a finite number`);
    this.addAt(i, value - this.valueAt(i));
  }

  /** The value at index i. O(log n), and 2 reads on average over all indices. */
  get(i: number): number {
    if (!this.has(i)) throw this.noIndex(`get(${i})`);
    return this.valueAt(i);
  }

  /** The sum of the first `end` values, those in [0, end), for an integer 0 <= end <= length; 0 for none. O(log n). */
  prefixSum(end: number): number {
    if (!this.isRange(0, end)) throw this.noRange(`prefixSum(${end})`);
    const sums = this.sums;
    let sum = 0;
    for (; end > 0; end &= end - 1) sum = plus(sum, sums[end - 1]!);
    return sum;
  }

  /**
   * The sum of the values in [start, end), for integers 0 <= start <= end <= length; 0 for none. O(log n): blocks that are
   * part of both prefixes are not read.
   */
  sum(start: number, end: number): number {
    if (!this.isRange(start, end)) throw this.noRange(`sum(${start}, ${end})`);
    const sums = this.sums;
    let sum = 0;
    for (; end > start; end &= end - 1) sum = plus(sum, sums[end - 1]!);
    for (; start > end; start &= start - 1) sum -= sums[start - 1]!;
    return sum;
  }

  /**
   * The smallest index i with prefixSum(i + 1) >= target, or `length` if no prefix reaches it; so 0 where the target is 0
   * or less. No value may be below 0, else prefixes do not ascend and the answer means nothing. O(log n).
   *
   * @param target any number but NaN; of fractions, prefixes are added up from the other end and may differ in a last digit.
   */
  firstReaching(target: number): number {
    if (typeof target !== "number" || Number.isNaN(target))
      throw new RangeError(`firstReaching(${target}): a target is a number`);
    const { length, sums } = this;
    let start = 0;
    let before = 0; // the sum of [0, start), which is below the target
    for (let level = 31 - Math.clz32(length); level >= 0; level--) {
      const end = start + (1 << level);
      if (end > length) continue;
      const sum = plus(before, sums[end - 1]!);
      if (sum >= target) continue;
      start = end;
      before = sum;
    }
    return start;
  }

  private addAt(i: number, delta: number): void {
    const { length, sums } = this;
    for (; i < length; i |= i + 1) sums[i] = plus(sums[i]!, delta);
  }

  /** The block that ends with i, less the blocks that fill it up to i. */
  private valueAt(i: number): number {
    const sums = this.sums;
    const start = i & (i + 1);
    let value = sums[i]!;
    for (let end = i; end > start; end &= end - 1) value -= sums[end - 1]!;
    return value;
  }

  private has(i: number): boolean {
    return Number.isInteger(i) && i >= 0 && i < this.length;
  }

  private isRange(start: number, end: number): boolean {
    return (
      Number.isInteger(start) && Number.isInteger(end) && start >= 0 && start <= end && end <= this.length
    );
  }

  private noIndex(call: string): RangeError {
    return new RangeError(`${call}: indices are the integers from 0 up to, not including, ${this.length}`);
  }

  private noRange(call: string): RangeError {
    return new RangeError(`${call}: a range [start, end) has integers 0 <= start <= end <= ${this.length}`);
  }
}

/**
 * a + b, for an a that is not -0. V8 compiles an addition that has met only safe integers for these, and then converts every
 * double it reads; here it meets -0, which is none, with the first sum that starts at 0. Half the time on Node 26.
 */
function plus(a: number, b: number): number {
  return b - -a;
}

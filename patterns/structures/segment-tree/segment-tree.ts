/**
 * A row of n values whose ranges can be combined while the values change: a segment tree, iterative, for any operation that
 * is associative and has an identity. The order of the operands is kept, so it need not be commutative.
 *
 * Time: O(n) to build, O(log n) for set, query, maxRight and minLeft, O(1) for get and whole; counted in calls of `combine`,
 * for h = ⌈log₂ n⌉: n - 1 to build, at most h for set and 2h - 1 for the others. Space: two references for each value, n
 * rounded up to a power of two.
 *
 * Every call of `combine` gets two neighbouring, non-empty ranges of the row, the left one first. The identity stands for
 * the empty range only: it is never combined with anything. What is handed out is what the tree keeps, values, combined
 * ranges and the identity alike: if T is an object, nobody may change one in place.
 *
 * Source: the layout is that of a heap (J. W. J. Williams, 1964); searching along it as in the segtree of the AtCoder
 * Library, 2020. Tested against folding the range, for strings, matrices and intervals that check that they are adjacent;
 * every range of every n below 30, and random calls; calls are counted.
 */
export class SegmentTree<T> {
  /** The number of values, whose indices are 0 to length - 1. */
  readonly length: number;

  private readonly monoid: Monoid<T>;

  /** Where the values begin in `nodes`: the smallest power of two that is at least n, and at least 1. */
  private readonly size: number;

  /**
   * nodes[size + i] is the value at i; nodes[k], for 0 < k < size, combines nodes[2k] and nodes[2k + 1]. A node with no value
   * below it is the identity, and nodes[k] is nodes[2k] itself if its right child is such a node. nodes[0] is not used.
   */
  private readonly nodes: T[];

  /**
   * The given values, copied, in O(n) with n - 1 calls of `combine`.
   *
   * @param values at most 2³⁰ of them, so that nodes can be numbered by the 32-bit operators.
   */
  constructor(values: ArrayLike<T>, monoid: Monoid<T>) {
    const length = values.length;
    if (!Number.isInteger(length) || length < 0 || length > 2 ** 30)
      throw new RangeError(
        `new SegmentTree: ${length} values; values have a length, an integer from 0 to ${2 ** 30}`,
      );
    let size = 1;
    while (size < length) size *= 2;
    // Pushed, as an array made with a length of more than 2²⁵ is a hash table to V8.
    const nodes: T[] = [];
    for (let k = 0; k < size; k++) nodes.push(monoid.identity);
    for (let i = 0; i < length; i++) nodes.push(values[i]!);
    for (let i = length; i < size; i++) nodes.push(monoid.identity);
    this.length = length;
    this.monoid = monoid;
    this.size = size;
    this.nodes = nodes;
    let last = size + length - 1; // the last node of its level with a value below it
    for (let first = size; first > 1; first >>= 1, last >>= 1)
      for (let k = first; k <= last; k += 2)
        nodes[k >> 1] = k < last ? monoid.combine(nodes[k]!, nodes[k + 1]!) : nodes[k]!;
  }

  /** The value at index i. O(1). */
  get(i: number): T {
    if (!this.has(i)) throw this.noIndex(`get(${i})`);
    return this.nodes[this.size + i]!;
  }

  /**
   * Makes value the one at index i. O(log n). If `combine` throws, so does this, and ranges around i mean nothing until a
   * `set` at the same index has succeeded.
   */
  set(i: number, value: T): void {
    if (!this.has(i)) throw this.noIndex(`set(${i}, ...)`);
    const { monoid, nodes, size } = this;
    let node = size + i;
    const last = size + this.length - 1;
    nodes[node] = value;
    // Up to where the ways of i and of the last value meet, every node has both children.
    const meeting = node >> (32 - Math.clz32(node ^ last));
    while (node > meeting) {
      node >>= 1;
      nodes[node] = monoid.combine(nodes[2 * node]!, nodes[2 * node + 1]!);
    }
    for (; node > 1; node >>= 1)
      nodes[node >> 1] = (node & 1) === 1 ? monoid.combine(nodes[node - 1]!, nodes[node]!) : nodes[node]!;
  }

  /** All values combined; the identity if there are none. O(1). */
  whole(): T {
    return this.nodes[1]!;
  }

  /**
   * The values in [start, end) combined, for integers 0 <= start <= end <= length; the identity if there are none. O(log n).
   */
  query(start: number, end: number): T {
    if (!this.isRange(start, end)) throw this.noRange(`query(${start}, ${end})`);
    const { monoid, nodes, size } = this;
    if (start === end) return monoid.identity;
    const first = size + start;
    const last = size + end - 1;
    let left: T = nodes[first]!;
    if (first === last) return left;
    let right: T = nodes[last]!;
    // Up to where the ways of first and last meet: what lies right of first's way, and what lies left of last's. The levels
    // to take are bits, so that a loop runs over these only; asking at each level is a branch that cannot be predicted.
    const below = (1 << (31 - Math.clz32(first ^ last))) - 1;
    for (let levels = ~first & below; levels !== 0; levels &= levels - 1)
      left = monoid.combine(left, nodes[(first >> lowest(levels)) + 1]!);
    for (let levels = last & below; levels !== 0; levels &= levels - 1)
      right = monoid.combine(nodes[(last >> lowest(levels)) - 1]!, right);
    return monoid.combine(left, right);
  }

  /**
   * The largest `end` for which predicate(query(start, end)) is true, for an integer 0 <= start <= length. O(log n).
   *
   * @param predicate true of the identity, and once false for a range, false for every longer one from the same start.
   */
  maxRight(start: number, predicate: (combined: T) => boolean): number {
    if (!this.isRange(start, this.length)) throw this.noBound(`maxRight(${start}, ...)`);
    const { monoid, nodes, size, length } = this;
    if (!predicate(monoid.identity)) throw this.notOfIdentity(`maxRight(${start}, ...)`);
    if (start === length) return length;
    let node = size + start;
    let last = size + length - 1;
    let combined: T = nodes[node]!;
    if (!predicate(combined)) return start;
    // predicate(combined) is true of [start, where node ends).
    for (; node < last; node >>= 1, last >>= 1) {
      if ((node & 1) === 1) continue;
      node++;
      let longer = monoid.combine(combined, nodes[node]!);
      if (predicate(longer)) {
        combined = longer;
        continue;
      }
      while (node < size) {
        node *= 2;
        longer = monoid.combine(combined, nodes[node]!);
        if (!predicate(longer)) continue;
        combined = longer;
        node++;
      }
      return node - size;
    }
    return length;
  }

  /**
   * The smallest `start` for which predicate(query(start, end)) is true, for an integer 0 <= end <= length. O(log n).
   *
   * @param predicate true of the identity, and once false for a range, false for every longer one to the same end.
   */
  minLeft(end: number, predicate: (combined: T) => boolean): number {
    if (!this.isRange(0, end)) throw this.noBound(`minLeft(${end}, ...)`);
    const { monoid, nodes, size } = this;
    if (!predicate(monoid.identity)) throw this.notOfIdentity(`minLeft(${end}, ...)`);
    if (end === 0) return 0;
    let node = size + end - 1;
    let combined: T = nodes[node]!;
    if (!predicate(combined)) return end;
    // predicate(combined) is true of [where node begins, end).
    for (let first = size; node > first; node >>= 1, first >>= 1) {
      if ((node & 1) === 0) continue;
      node--;
      let longer = monoid.combine(nodes[node]!, combined);
      if (predicate(longer)) {
        combined = longer;
        continue;
      }
      while (node < size) {
        node = 2 * node + 1;
        longer = monoid.combine(nodes[node]!, combined);
        if (!predicate(longer)) continue;
        combined = longer;
        node--;
      }
      return node - size + 1;
    }
    return 0;
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

  private noBound(call: string): RangeError {
    return new RangeError(`${call}: a search begins at an integer from 0 to ${this.length}`);
  }

  private notOfIdentity(call: string): RangeError {
    return new RangeError(`${call}: the predicate is false of the identity, and has to be true of it`);
  }
}

/** An associative operation and the value that changes nothing. */
export interface Monoid<T> {
  readonly identity: T;
  /** The value of a range from those of its left and its right part. It returns a value, and changes neither of the two. */
  combine(left: T, right: T): T;
}

/** The place of the lowest 1. */
function lowest(bits: number): number {
  return 31 - Math.clz32(bits & -bits);
}

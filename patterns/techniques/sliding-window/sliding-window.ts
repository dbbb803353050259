/**
 * Sliding windows: both ends of a window [start, end) only move forwards, and a summary of what lies between is kept up.
 *
 *   longestWindow, countWindows    the parts of a good window are good: cut at the front while it is bad
 *   shortestWindow                 whatever contains a good window is good: cut at the front while it is good
 *   slidingMaximum, -Minimum       of each window of one length, from running extremes of blocks
 *   SlidingAggregate               of a queue, for any associative operation: nothing has to be undone
 *
 * O(n) steps, whatever the windows' lengths: each index enters once and leaves at most once. Space: what the summary takes;
 * O(1) beside the answer for the extremes; O(length) for SlidingAggregate.
 *
 * Sources: M. van Herk, "A fast algorithm for local minimum and maximum filters on rectangular and octagonal kernels", 1992;
 * K. Tangwongsan, M. Hirzel, S. Schneider, K.-L. Wu, "General Incremental Sliding-Window Aggregation", 2015 (two stacks).
 * Tested against all windows of every small input, with summaries that refuse to be used in any other order.
 */

/** What is known of the window at hand: at first the empty one. */
export interface Summary {
  /** The index enters at the end. Each of 0, 1, 2, ... enters once, in this order. */
  add(index: number): void;
  /** The index leaves at the front: the least one that is inside. */
  remove(index: number): void;
  /** Whether the window is good. */
  holds(): boolean;
}

/** The places from start up to, but not including, end. */
export interface Window {
  readonly start: number;
  readonly end: number;
}

/**
 * The longest good window of 0 to n - 1, and of several the first, if all parts of good windows are good. The empty window
 * is taken to be good, and never asked about: it comes back as { start: 0, end: 0 } if no other is.
 * n calls of `add`, at most n of `remove` and 2n of `holds`. The summary is left with the last window; use a new one each time.
 * Throws a RangeError if n is not a whole number from 0 on.
 */
export function longestWindow(n: number, summary: Summary): Window {
  refuseSize("longestWindow", n);
  let best = { start: 0, end: 0 };
  let start = 0;
  for (let end = 1; end <= n; end++) {
    start = slide(start, end, summary);
    if (end - start > best.end - best.start) best = { start, end };
  }
  return best;
}

/**
 * How many windows of 0 to n - 1 are good, not counting the empty one, if all parts of good windows are good.
 * n calls of `add`, at most n of `remove` and 2n of `holds`. The summary is left with the last window; use a new one each time.
 * Throws a RangeError if n is not a whole number from 0 to 2^27 - 1: beyond, the number of windows may not be exact.
 */
export function countWindows(n: number, summary: Summary): number {
  refuseSize("countWindows", n, 2 ** 27 - 1);
  let count = 0;
  let start = 0;
  for (let end = 1; end <= n; end++) {
    start = slide(start, end, summary);
    count += end - start; // one for each place in [start, end) where a window that ends here may start
  }
  return count;
}

/** Lets the place before `end` enter, drops at the front until the window is good or empty, and returns the new start. */
function slide(start: number, end: number, summary: Summary): number {
  // Before this, [start, end - 1) is good and no window that ends there and starts earlier is; after it, so with end.
  summary.add(end - 1);
  while (start < end && !summary.holds()) summary.remove(start++);
  return start;
}

/**
 * The shortest good window of 0 to n - 1, and of several the first, if whatever contains a good window is good. Undefined
 * if there is none. The empty window is asked about first; if it is good, it is the answer and nothing is added.
 * At most n calls of `add`, n of `remove` and 2n + 1 of `holds`. The summary is left as it is; use a new one each time.
 * Throws a RangeError if n is not a whole number from 0 on.
 */
export function shortestWindow(n: number, summary: Summary): Window | undefined {
  refuseSize("shortestWindow", n);
  if (summary.holds()) return { start: 0, end: 0 };
  let best: Window | undefined;
  let start = 0; // no window that ends at end or before and starts before start is shorter than best
  for (let end = 1; end <= n; end++) {
    summary.add(end - 1);
    while (start < end && summary.holds()) {
      if (!best || end - start < best.end - best.start) best = { start, end };
      summary.remove(start++);
    }
  }
  return best;
}

function refuseSize(what: string, n: number, most = Number.MAX_SAFE_INTEGER): void {
  if (!(Number.isInteger(n) && n >= 0 && n <= most))
    throw new RangeError(`${what}(${n}): the number of elements is a whole number from 0 to ${most}`);
}

/**
 * `Math.max` of each window of `length` values, from left to right: NaN where a NaN is inside, and 0 is more than -0.
 * There are values.length - length + 1 windows, or none. O(n) time: each value is read twice at most, and there
 * are at most three `Math.max` for each.
 * Throws a RangeError if length is not a whole number from 1 on.
 */
export function slidingMaximum(values: ArrayLike<number>, length: number): Float64Array {
  return extremes("slidingMaximum", values, length, 1);
}

/** `Math.min` of each window of `length` values; otherwise as slidingMaximum. */
export function slidingMinimum(values: ArrayLike<number>, length: number): Float64Array {
  return extremes("slidingMinimum", values, length, -1);
}

/** The maxima of sign * values, times sign: with -1 the minima, exactly, for negation rounds nothing. */
function extremes(what: string, values: ArrayLike<number>, length: number, sign: 1 | -1): Float64Array {
  if (!(Number.isInteger(length) && length >= 1))
    throw new RangeError(`${what}(..., ${length}): the length of a window is a whole number from 1 on`);
  const windows = values.length < length ? 0 : values.length - length + 1;
  const best = new Float64Array(windows);
  // A window that starts in the block [from, from + length) is a suffix of this block and a prefix of what follows it. Both
  // take in the block's last value, which does no harm to a maximum.
  for (let from = 0; from < windows; from += length) {
    const to = Math.min(from + length, windows);
    let suffix = -Infinity;
    for (let i = from + length - 1; i >= from; i--) {
      suffix = Math.max(suffix, sign * values[i]!);
      if (i < to) best[i] = suffix;
    }
    let prefix = -Infinity;
    for (let i = from; i < to; i++) {
      prefix = Math.max(prefix, sign * values[i + length - 1]!);
      best[i] = sign * Math.max(best[i]!, prefix);
    }
  }
  return best;
}

/**
 * A queue that knows the aggregate of all it holds, from the oldest to the newest, for any associative `combine`: it need
 * be neither commutative nor invertible, and there need be no neutral element. Elements are never subtracted, so sums do
 * not drift. A run of n operations calls `combine` at most 2n times; a single `shift` calls it size - 2 times at worst.
 * If `combine` throws, the queue is as it was.
 */
export class SlidingAggregate<T> {
  readonly #combine: (older: T, newer: T) => T;
  /** The aggregates of the older elements: of the youngest of them alone at [0], of all of them at the end. */
  #front: T[] = [];
  /** The newer elements, oldest first. */
  #back: T[] = [];
  /** The aggregate of #back; undefined while that is empty. */
  #ofBack: T | undefined;

  constructor(combine: (older: T, newer: T) => T) {
    this.#combine = combine;
  }

  get size(): number {
    return this.#front.length + this.#back.length;
  }

  /** Adds the newest element. At most one call of `combine`. */
  push(element: T): void {
    this.#ofBack = this.#back.length === 0 ? element : this.#combine(this.#ofBack as T, element);
    this.#back.push(element);
  }

  /** Drops the oldest element. Amortised O(1). Throws a RangeError if there is none. */
  shift(): void {
    if (this.#front.length > 0) this.#front.pop();
    else this.#turnOver();
  }

  /** The aggregate of all elements, or undefined if there are none. At most one call of `combine`. */
  value(): T | undefined {
    if (this.#front.length === 0) return this.#ofBack;
    const ofFront = this.#front.at(-1)!;
    return this.#back.length === 0 ? ofFront : this.#combine(ofFront, this.#ofBack as T);
  }

  /** Drops the oldest element, and all others become older ones. Each does so once. */
  #turnOver(): void {
    const back = this.#back;
    if (back.length === 0) throw new RangeError("shift(): the window is empty");
    const front: T[] = [];
    let aggregate: T = back[back.length - 1]!;
    for (let i = back.length - 1; i > 0; i--) {
      if (front.length > 0) aggregate = this.#combine(back[i]!, aggregate);
      front.push(aggregate);
    }
    this.#front = front;
    this.#back = [];
    this.#ofBack = undefined;
  }
}

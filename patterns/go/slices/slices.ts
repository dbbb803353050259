/**
 * Go's slices: windows on arrays that they share. Models Go 1.23, down to the capacities that `append` chooses.
 *
 *     let s = makeSlice(int, 0, 4); // s := make([]int, 0, 4)
 *     s = append(s, 1, 2); //          s = append(s, 1, 2)
 *     const t = s.slice(0, 1); //      t := s[0:1]
 *     for (const [i, v] of t) ...      for i, v := range t { ... }
 *
 * A slice is a value of a few words: to copy one, to slice one and to append within its capacity is O(1), and none of it
 * copies elements. Elements are values too: one that stands for a struct is replaced as a whole and never changed.
 * Tested against a heap of cells on every short sequence of operations, and against a real Go 1.23.5.
 */
import { Misuse } from "../runtime/panic.ts";
import type { Type } from "../runtime/types.ts";
import {
  checkBounds,
  checkConversion,
  checkFullBounds,
  checkIndex,
  checkMake,
  type Limit,
} from "./bounds.ts";
import { grownCap, maxAlloc } from "./growth.ts";

/** `[]T`. Iterating is `range`: pairs of an index and the element as it is at that moment. */
export class Slice<T> {
  readonly element: Type<T>;
  /** The cells, shared with every slice that came from this one by slicing; null in the nil slice. */
  readonly array: T[] | null;
  /** The slice is array[offset, offset + len), and may be extended to offset + cap <= array.length. */
  readonly offset: number;
  readonly len: number;
  /** At least len. */
  readonly cap: number;

  constructor(element: Type<T>, array: T[] | null, offset: number, len: number, cap: number) {
    this.element = element;
    this.array = array;
    this.offset = offset;
    this.len = len;
    this.cap = cap;
  }

  /** `s == nil`. An empty slice need not be nil. */
  get isNil(): boolean {
    return this.array === null;
  }

  /** `s[i]`. Panics unless 0 <= i < len, whatever the capacity. */
  get(i: number): T {
    if (i >>> 0 !== i || i >= this.len) checkIndex(i, this.len);
    return this.array![this.offset + i]!;
  }

  /** `s[i] = value`. Every slice that shares the cell sees it. Panics unless 0 <= i < len. */
  set(i: number, value: T): void {
    if (i >>> 0 !== i || i >= this.len) checkIndex(i, this.len);
    this.array![this.offset + i] = value;
  }

  /**
   * `s[low:high]`, or with `max` the full slice expression `s[low:high:max]`, whose capacity is max - low. O(1).
   * `high` is len if left out, and may be as large as the capacity: what lies beyond len comes to light again.
   */
  slice(low?: number, high?: number): Slice<T>;
  slice(low: number | undefined, high: number, max: number): Slice<T>;
  slice(low = 0, high = this.len, max?: number): Slice<T> {
    return view(this, low, high, max, "capacity");
  }

  /** `[n]T(s)`: a copy of the first n elements. Panics if there are fewer. */
  toArray(n: number): T[] {
    checkConversion(this.len, n);
    return Array.from({ length: n }, (_, i) => this.get(i));
  }

  /** The length is taken once, at the start; elements are read when their turn comes. */
  *[Symbol.iterator](): Generator<[index: number, value: T], void> {
    for (let i = 0; i < this.len; i++) yield [i, this.get(i)];
  }

  /** As fmt.Println shows it: `[1 2 3]`. */
  toString(): string {
    return `[${Array.from(this, ([, value]) => String(value ?? "<nil>")).join(" ")}]`;
  }
}

/** `make([]T, len, cap)`: all elements are zero values, those between len and cap too. O(cap). */
export function makeSlice<T>(element: Type<T>, len: number, cap = len): Slice<T> {
  checkMake(len, cap, maxAlloc / element.size);
  return new Slice(element, withZeros([], element, cap), 0, len, cap);
}

/** `[]T{...}`: not nil, even if it has no elements. */
export function sliceOf<T>(element: Type<T>, ...values: T[]): Slice<T> {
  return new Slice(element, values, 0, values.length, values.length);
}

/** `var s []T`: no array, no elements; to be appended to like any other. */
export function nilSlice<T>(element: Type<T>): Slice<T> {
  return new Slice(element, null, 0, 0, 0);
}

/** The type `[]T`, for slices of slices. */
export function sliceType<T>(element: Type<T>): Type<Slice<T>> {
  return { name: `[]${element.name}`, zero: nilSlice(element), size: 24, pointers: true };
}

/** `a[low:high]` or `a[low:high:max]` of an array, whose length bounds what the slice can ever reach. Shares it. */
export function sliceArray<T>(
  element: Type<T>,
  array: T[],
  low = 0,
  high = array.length,
  max?: number,
): Slice<T> {
  return view(new Slice(element, array, 0, array.length, array.length), low, high, max, "length");
}

function view<T>(of: Slice<T>, low: number, high: number, max: number | undefined, limit: Limit): Slice<T> {
  if (max === undefined) checkBounds(low, high, of.cap, limit);
  else checkFullBounds(low, high, max, of.cap, limit);
  return new Slice(of.element, of.array, of.offset + low, high - low, (max ?? of.cap) - low);
}

/**
 * `append(s, values...)`. Within the capacity it writes into the array that is there, over what others may see; beyond it
 * moves: the elements are copied to a larger array of its own. Either way `s` itself stays as it is, so keep the result.
 * O(number of values), amortized over a series of calls on the results.
 */
export function append<T>(s: Slice<T>, ...values: readonly T[]): Slice<T> {
  const extended = extend(s, values.length);
  const end = extended.offset + s.len;
  for (let i = 0; i < values.length; i++) extended.array![end + i] = values[i]!;
  return extended;
}

/** `append(s, t...)`. The two may overlap. */
export function appendSlice<T>(s: Slice<T>, t: Slice<T>): Slice<T> {
  const extended = extend(s, t.len);
  copy(extended.slice(s.len), t);
  return extended;
}

/** The slice with `more` elements, in its own array if that is large enough. The new ones are whatever is there. */
function extend<T>({ element, array, offset, len, cap }: Slice<T>, more: number): Slice<T> {
  if (len + more <= cap) return new Slice(element, array, offset, len + more, cap);
  const grown = grownCap(element, len + more, cap);
  const moved = array === null ? [] : array.slice(offset, offset + len);
  return new Slice(element, withZeros(moved, element, grown), 0, len + more, grown);
}

/** As many cells as there is memory for here, where each takes a word. */
const mostCells = 2 ** 27;

function withZeros<T>(array: T[], { zero }: Type<T>, length: number): T[] {
  if (length > mostCells)
    throw new Misuse(`an array of ${length}: more than ${mostCells} cells do not fit here`);
  // One by one: an array made with a length has holes, and V8 looks twice at every element that could be one.
  while (array.length < length) array.push(zero);
  return array;
}

/** `copy(to, from)`: as many elements as the shorter one has, which is returned. The two may overlap. */
export function copy<T>(to: Slice<T>, from: Slice<T>): number {
  const n = Math.min(to.len, from.len);
  // Away from where it is written to: in one array, no cell is overwritten before it is read.
  if (to.offset <= from.offset) for (let i = 0; i < n; i++) to.set(i, from.get(i));
  else for (let i = n - 1; i >= 0; i--) to.set(i, from.get(i));
  return n;
}

/** `clear(s)`, since Go 1.21: every element becomes the zero value; len and cap stay. */
export function clear<T>(s: Slice<T>): void {
  for (let i = 0; i < s.len; i++) s.set(i, s.element.zero);
}

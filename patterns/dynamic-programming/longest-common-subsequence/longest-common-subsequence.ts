/**
 * A longest common subsequence of two strings or arrays: itself, the places where it stands, or its length alone.
 *
 * Bit-parallel: a row of the table of lengths is a bit for each element of b, 32 of which take one step. Only a
 * band as wide as the inputs differ is computed; and again, from every 64th row, to walk back through it.
 *
 * For n and m elements, d of them without a partner: time O((n + m) log m + n·min(m, d) / 32), and for the sequence
 * the last term once for each level of log₆₄ n. Space O(n + m), and 2m numbers for each of those levels, which are
 * two up to n = 4096 and three up to 262 144. Neither depends on how many different elements there are.
 *
 * Equality is that of a Map's keys: NaN equals NaN, 0 equals -0, an object only itself, a hole undefined. A string
 * is its UTF-16 code units. Inputs are only read. What has no length from 0 to 2³¹ - 1 is refused by a RangeError,
 * and so are more than 2²⁴ different elements, which is as many as a Map of V8 holds.
 *
 * Sources: Crochemore, Iliopoulos, Pinzon, Reid: "A fast and practical bit-vector algorithm for the longest common
 * subsequence problem", 2001; Ukkonen: "Algorithms for approximate string matching", 1985 (the band); Grice,
 * Hughey, Speck: "Reduced space sequence alignment", 1997 (the rows that are kept).
 * Tested against the full table: every pair of short strings, and random ones of many words and three levels.
 */

/** A stretch of a common subsequence: a[run.a + k] equals b[run.b + k] for 0 <= k < length. */
export interface Run {
  readonly a: number;
  readonly b: number;
  readonly length: number;
}

/** A longest common subsequence: a string of two strings, otherwise an array of elements of a. */
export function longestCommonSubsequence(a: string, b: string): string;
export function longestCommonSubsequence<T>(a: ArrayLike<T>, b: ArrayLike<T>): T[];
export function longestCommonSubsequence(a: ArrayLike<unknown>, b: ArrayLike<unknown>): string | unknown[] {
  const runs = commonRuns(a, b);
  if (typeof a === "string" && typeof b === "string") {
    return runs.map((run) => a.slice(run.a, run.a + run.length)).join("");
  }
  return runs.flatMap((run) => Array.from({ length: run.length }, (_, k) => a[run.a + k]));
}

/** How many elements a longest common subsequence has. */
export function lcsLength(a: ArrayLike<unknown>, b: ArrayLike<unknown>): number {
  const { prefix, table, suffix } = trim(a, b);
  return prefix + table.length() + suffix;
}

/**
 * A longest common subsequence as the places where it stands, ascending, in runs that cannot be joined. Delete
 * from a what is in no run, insert what of b is in none, and you have b, by the fewest deletions and insertions.
 * Of several longest ones, the same inputs always give the same.
 */
export function commonRuns(a: ArrayLike<unknown>, b: ArrayLike<unknown>): Run[] {
  const { prefix, table, suffix } = trim(a, b);
  let first = { a: a.length - suffix, b: b.length - suffix, length: suffix };
  const runs = [first];
  const prepend = (i: number, j: number, length: number): void => {
    if (i + length !== first.a || j + length !== first.b) runs.push((first = { a: i, b: j, length }));
    else {
      first.a = i;
      first.b = j;
      first.length += length;
    }
  };
  table.walkBack((i, j) => prepend(prefix + i, prefix + j, 1));
  prepend(0, 0, prefix);
  return runs.filter((run) => run.length > 0).reverse();
}

/** The lengths of the common beginning and end, and the table of what is between, as numbers for elements. */
function trim(a: ArrayLike<unknown>, b: ArrayLike<unknown>) {
  for (const { length } of [a, b]) {
    if (Number.isInteger(length) && length >= 0 && length < 2 ** 31) continue;
    throw new RangeError(`a sequence of length ${length}: 0 to ${2 ** 31 - 1} elements are allowed`);
  }
  const same = (x: unknown, y: unknown): boolean => x === y || (Number.isNaN(x) && Number.isNaN(y));
  const shorter = Math.min(a.length, b.length);
  let [prefix, suffix] = [0, 0];
  while (prefix < shorter && same(a[prefix], b[prefix])) prefix++;
  while (suffix < shorter - prefix && same(a[a.length - 1 - suffix], b[b.length - 1 - suffix])) suffix++;

  const [x, y] = [new Int32Array(a.length - prefix - suffix), new Int32Array(b.length - prefix - suffix)];
  const isLatin1 = (s: unknown): s is string => typeof s === "string" && !/[\u0100-\uffff]/.test(s);
  if (isLatin1(a) && isLatin1(b)) {
    for (let i = 0; i < x.length; i++) x[i] = a.charCodeAt(prefix + i);
    for (let j = 0; j < y.length; j++) y[j] = b.charCodeAt(prefix + j);
    return { prefix, table: bitTable(x, y, 256), suffix };
  }
  const numbers = new Map<unknown, number>();
  const numberOf = (element: unknown): number => {
    const number = numbers.get(element) ?? numbers.size;
    if (number === numbers.size) numbers.set(element, number);
    return number;
  };
  for (let i = 0; i < x.length; i++) x[i] = numberOf(a[prefix + i]);
  for (let j = 0; j < y.length; j++) y[j] = numberOf(b[prefix + j]);
  return { prefix, table: bitTable(x, y, numbers.size), suffix };
}

/**
 * The table of lengths for beginnings of a and of b. Row i, for a[0, i), is bits: bit j is 0 if the longest common
 * subsequence with b[0, j + 1) is longer than that with b[0, j), else 1. Row 0 is all ones.
 */
function bitTable(a: Int32Array, b: Int32Array, symbols: number) {
  const [n, m] = [a.length, b.length];
  const words = (m + 31) >>> 5;
  /** At c + 1, how often symbol c is in b; later, for rare ones only, where their parts of bits and wordAt begin. */
  const starts = new Int32Array(symbols + 1);
  for (const c of b) starts[c + 1]!++;
  /**
   * The places of c in b are the bits of masks[maskAt[c], maskAt[c] + words), if they are more than words / 4, as they
   * are for fewer than 128 symbols. For rare ones maskAt[c] is 0: they borrow the first words, which else are 0.
   */
  const maskAt = new Int32Array(symbols);
  let size = words;
  for (let c = 0; c < symbols; c++) {
    const rare = 4 * starts[c + 1]! <= words;
    if (!rare) {
      maskAt[c] = size;
      size += words;
    }
    starts[c + 1] = starts[c]! + (rare ? starts[c + 1]! : 0);
  }
  const masks = new Int32Array(size);
  /** For k in [starts[c], ends[c]), the places of a rare c are bits[k] in word wordAt[k], ascending. */
  const ends = starts.slice(0, symbols);
  const wordAt = new Int32Array(starts[symbols]!);
  const bits = new Int32Array(starts[symbols]!);
  for (let j = 0; j < m; j++) {
    const c = b[j]!;
    if (maskAt[c] !== 0) masks[maskAt[c]! + (j >>> 5)]! |= 1 << j;
    else {
      if (ends[c] === starts[c] || wordAt[ends[c]! - 1] !== j >>> 5) wordAt[ends[c]!++] = j >>> 5;
      bits[ends[c]! - 1]! |= 1 << j;
    }
  }

  /** The band: a[i] is matched with b[j] if i - below <= j <= i + above, or if j shares a word with such a j. */
  let [below, above] = [0, 0];

  /** Of a[i], the words of the band that are left of column end are [firstWord(i), lastWord(i, end)). */
  const firstWord = (i: number): number => Math.max(0, i - below) >>> 5;
  const lastWord = (i: number, end: number): number => (Math.min(end, i + above + 1) + 31) >>> 5;

  /** The first k in [lo, hi) with wordAt[k] >= word, otherwise hi. */
  function search(word: number, lo: number, hi: number): number {
    while (lo < hi) {
      const middle = (lo + hi) >>> 1;
      if (wordAt[middle]! < word) lo = middle + 1;
      else hi = middle;
    }
    return lo;
  }

  /** From row i at `from` makes row i + 1 at `to`, as far as it is in the band and left of column end. */
  function advance(i: number, rows: Int32Array, from: number, to: number, end: number): void {
    const first = firstWord(i);
    const last = lastWord(i, end);
    const c = a[i]!;
    const mask = maskAt[c]!;
    const lo = mask === 0 ? search(first, starts[c]!, ends[c]!) : 0;
    const hi = mask === 0 ? search(last, lo, ends[c]!) : 0;
    for (let k = lo; k < hi; k++) masks[wordAt[k]!] = bits[k]!;
    // A block is the ones between two zeros. Of the matches in a block the lowest becomes 0, and the 0 above it, to
    // which adding that match carries, becomes 1. A block without a match stays as it is.
    let carry = 0;
    for (let w = first; w < last; w++) {
      const row = rows[from + w]!;
      const matches = row & masks[mask + w]!;
      const sum = (row + matches + carry) | 0;
      carry = (matches | (row & ~sum)) >>> 31;
      rows[to + w] = sum | (row ^ matches);
    }
    rows[to + last] = -1;
    for (let k = lo; k < hi; k++) masks[wordAt[k]!] = 0;
  }

  /** At each level, every fan ** level-th row of a range is kept. Right of what was computed of it stand ones. */
  const levels: Int32Array[] = [];
  const fan = 64;
  const stride = words + 1;
  const top = Math.max(1, Math.ceil(Math.log2(n) / Math.log2(fan)) - 1);

  /** From row lo, the first one kept at the level, computes those up to row hi; returns where that is. */
  function sweep(level: number, lo: number, hi: number, end: number): number {
    const rows = levels[level]!;
    let at = 0;
    for (let i = lo; i < hi; at += stride) {
      const stop = Math.min(i + fan ** level, hi);
      if (lo === 0) rows.copyWithin(at + stride, at, at + firstWord(i)); // for the last row to be whole
      advance(i++, rows, at, at + stride, end);
      while (i < stop) advance(i++, rows, at + stride, at + stride, end);
    }
    return at;
  }

  /** Sweeps all rows, with a band so wide that every longest common subsequence is in it; returns their length. */
  function fill(level: number): number {
    const shorter = Math.min(n, m);
    // The band has each common subsequence that leaves out at most `slack` elements of the shorter input. It finds
    // one that leaves out `leftOut`. Longest ones leave out no more, so a band for that many is wide enough.
    for (let slack = 32; ;) {
      below = n - shorter + slack;
      above = m - shorter + slack;
      const rows = levels[level]!.fill(-1, 0, stride);
      const last = sweep(level, 0, n, m);
      let leftOut = shorter;
      for (let w = last; w < last + words; w++) {
        for (let zeros = ~rows[w]!; zeros !== 0; zeros &= zeros - 1) leftOut--;
      }
      if (leftOut <= slack) return shorter - leftOut;
      slack = 16 * slack < leftOut ? 8 * slack : leftOut;
    }
  }

  /** Calls back with the pairs of a longest common subsequence, the last first. */
  function walkBack(found: (i: number, j: number) => void): void {
    /** From row hi, column j, to row lo; returns the column there. */
    const back = (level: number, lo: number, hi: number, j: number): number => {
      const rows = levels[level]!;
      if (level === 0) {
        const bit = (row: number, j: number): number => (rows[(row - lo) * stride + (j >>> 5)]! >>> j) & 1;
        for (let i = hi; i > lo && j > 0;) {
          if (bit(i, j - 1) === 1) j--;
          // Here b[j - 1] makes row i longer. If it does not make row i - 1 longer, it is by a[i - 1].
          else if (bit(--i, j - 1) === 1) found(i, --j);
        }
        return j;
      }
      const step = fan ** level;
      for (let k = Math.ceil((hi - lo) / step) - 1; k >= 0; k--) {
        const from = lo + k * step;
        let to = Math.min(from + step, hi);
        while (to > from && j > 0 && a[to - 1] === b[j - 1]) found(--to, --j);
        const first = firstWord(from);
        levels[level - 1]!.set(rows.subarray(k * stride + first, k * stride + lastWord(from, j)), first);
        sweep(level - 1, from, to, j);
        j = back(level - 1, from, to, j);
      }
      return j;
    };
    for (let level = 0; level <= top; level++) levels[level] = new Int32Array((fan + 1) * stride);
    fill(top);
    back(top, 0, n, m);
  }

  function length(): number {
    levels[top + 1] = new Int32Array(2 * stride);
    return fill(top + 1);
  }

  return { length, walkBack };
}

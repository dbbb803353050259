/**
 * Suffix array: the places of a text in the order of the suffixes that begin there, so that all occurrences of
 * a pattern stand side by side; and the lengths of what neighbours have in common.
 *
 * Time: O(n) to build, by induced sorting (SA-IS); O(n) for the common prefixes; O(m log n) to find a pattern
 * of m symbols. Space: 4n bytes for the result; while it is built about four times as much, and about twenty times
 * where there are as many different symbols as places; stack O(log n).
 *
 * Sources: Ge Nong, Sen Zhang, Wai Hong Chan: "Linear Suffix Array Construction by Almost Pure
 * Induced-Sorting", 2009; Toru Kasai and others: "Linear-Time Longest-Common-Prefix Computation in Suffix
 * Arrays and Its Applications", 2001; Udi Manber, Gene Myers: "Suffix Arrays: A New Method for On-Line String
 * Searches", 1993. Tested against sorting the suffixes, on all texts over two letters up to length 12 and over
 * three up to 8, and on random ones of any code units; steps counted on texts that are hard for other methods.
 */

/** A string is the sequence of its UTF-16 code units: lone surrogates and "\0" are like any other. */
export type Text = string | Uint8Array | Uint16Array | Int32Array;

/**
 * The places 0 to n - 1 of `text` in ascending order of the suffixes that begin there, as `<` orders strings:
 * the first difference decides, and a beginning comes before what it begins. O(n); for an Int32Array with
 * symbols that are negative, or greater than about 4n, O(n log n), and at most 2^24 different ones.
 */
export function suffixArray(text: Text): Int32Array<ArrayBuffer> {
  const n = text.length;
  if (n >= 2 ** 31) throw new RangeError(`a text of ${n} symbols: at most ${2 ** 31 - 1} can be sorted`);
  const suffixes = new Int32Array(n);
  if (n > 1) {
    const { symbols, size } = compacted(symbolsOf(text));
    sortSuffixes(symbols, size, suffixes);
  }
  return suffixes;
}

/**
 * For each rank i, how many symbols the suffixes at i - 1 and i of the suffix array have in common at their
 * beginnings; 0 for i = 0. For the suffixes at ranks i < j it is the least entry from i + 1 to j. O(n).
 */
export function commonPrefixes(text: Text, suffixes: Int32Array): Int32Array<ArrayBuffer> {
  requireAsMany(suffixes, text);
  const n = text.length;
  const symbols = symbolsOf(text);
  // For each place, first the one just before it in the order (before the first: n), then the common length.
  const ofPlace = new Int32Array(n);
  for (let i = 0; i < n; i++) ofPlace[suffixes[i]!] = i > 0 ? suffixes[i - 1]! : n;
  let length = 0;
  for (let place = 0; place < n; place++) {
    const other = ofPlace[place]!;
    const longest = n - Math.max(place, other);
    while (length < longest && symbols[place + length] === symbols[other + length]) length++;
    ofPlace[place] = length;
    // Two suffixes without their common first symbol keep their order, so the next length is 1 less at worst.
    if (length > 0) length--;
  }
  return suffixes.map((place) => ofPlace[place]!);
}

/**
 * The range of ranks, `from` included, `to` not, whose suffixes begin with `pattern`. It occurs `to - from`
 * times, overlapping ones included, at the places `suffixes.subarray(from, to)`, in no useful order. If it does
 * not occur, the range is empty, where it would stand. The empty pattern occurs at all n places. O(m log n).
 */
export function occurrences(text: Text, suffixes: Int32Array, pattern: Text): { from: number; to: number } {
  requireAsMany(suffixes, text);
  return { from: boundary(text, suffixes, pattern, false), to: boundary(text, suffixes, pattern, true) };
}

function requireAsMany({ length: suffixes }: Int32Array, { length: symbols }: Text): void {
  if (suffixes !== symbols)
    throw new RangeError(`${suffixes} suffixes of a text of ${symbols} symbols: they must be as many`);
}

/** The first rank whose suffix is not before the pattern or, with `past`, is behind all that begin with it. */
function boundary(text: Text, suffixes: Int32Array, pattern: Text, past: boolean): number {
  let [low, high] = [0, suffixes.length];
  // How many symbols of the pattern the suffixes at low - 1 and at high begin with; so do those between them.
  let [lowMatch, highMatch] = [0, 0];
  while (low < high) {
    const middle = low + ((high - low) >> 1);
    const place = suffixes[middle]!;
    const longest = Math.min(pattern.length, text.length - place);
    let match = Math.min(lowMatch, highMatch);
    while (match < longest && symbolAt(text, place + match) === symbolAt(pattern, match)) match++;
    const order =
      match < longest ? symbolAt(text, place + match) - symbolAt(pattern, match) : longest - pattern.length;
    if (order < 0 || (past && order === 0)) [low, lowMatch] = [middle + 1, match];
    else [high, highMatch] = [middle, match];
  }
  return low;
}

function symbolAt(text: Text, i: number): number {
  return typeof text === "string" ? text.charCodeAt(i) : text[i]!;
}

function symbolsOf(text: Text): Int32Array {
  if (typeof text !== "string") return new Int32Array(text);
  const n = text.length;
  const symbols = new Int32Array(n);
  for (let i = 0; i < n; i++) symbols[i] = text.charCodeAt(i);
  return symbols;
}

/** The symbols as numbers from 0 to less than `size`, which is O(n), in the same order. */
function compacted(symbols: Int32Array): { symbols: Int32Array; size: number } {
  const n = symbols.length;
  // Negative if one of them is; else at least the greatest, and at most twice that.
  let bits = 0;
  for (let i = 0; i < n; i++) bits |= symbols[i]!;
  if (bits >= 0 && bits < 4 * n + 256) return { symbols, size: bits + 1 };
  const numbers = new Map<number, number>();
  for (const symbol of symbols.toSorted()) if (!numbers.has(symbol)) numbers.set(symbol, numbers.size);
  return { symbols: symbols.map((symbol) => numbers.get(symbol)!), size: numbers.size };
}

/**
 * SA-IS. Call a place small if its suffix is before that of the next place, else large; the last one is large,
 * as the empty suffix is before all. A small place behind a large one is a valley (in the paper: LMS). Sorted
 * valleys induce the order of all places. To sort them, induce with the valleys unsorted: this sorts the parts,
 * each from a valley to the next. Numbered in that order, equal ones alike, the parts are a text at most half
 * as long; its suffixes, sorted likewise, are in the order of those at the valleys.
 *
 * `symbols` are two or more, from 0 to less than `size`; what is in `result`, of their length, does not matter.
 */
function sortSuffixes(symbols: Int32Array, size: number, result: Int32Array): void {
  const starts = bucketStarts(symbols, size);
  const valleys = result.slice(putValleys(symbols, result));
  const m = valleys.length;
  let sorted = valleys;
  if (m > 1) {
    induce(symbols, starts, valleys, result, false);
    sorted = new Int32Array(m);
    for (let i = 0, k = 0; k < m; i++) if (result[i]! > 0) sorted[k++] = result[i]!;
    const count = numberParts(symbols, valleys, sorted, result);
    if (count < m) {
      const numbers = new Int32Array(m);
      for (let i = 0; i < m; i++) numbers[i] = result[valleys[i]! >> 1]!;
      sortSuffixes(numbers, count, sorted);
      for (let i = 0; i < m; i++) sorted[i] = valleys[sorted[i]!]!;
    }
  }
  induce(symbols, starts, sorted, result, true);
}

/** Where the bucket of each symbol, the places that have it, begins; and n behind the last. */
function bucketStarts(symbols: Int32Array, size: number): Int32Array {
  const n = symbols.length;
  const starts = new Int32Array(size + 1);
  for (let i = 0; i < n; i++) starts[symbols[i]! + 1]!++;
  for (let symbol = 0; symbol < size; symbol++) starts[symbol + 1]! += starts[symbol]!;
  return starts;
}

/** Writes the valleys, ascending, to the end of `result`, and returns where they begin there. */
function putValleys(symbols: Int32Array, result: Int32Array): number {
  let first = result.length;
  let isSmall = false;
  for (let place = symbols.length - 2; place >= 0; place--) {
    const rise = symbols[place + 1]! - symbols[place]!;
    if (isSmall && rise < 0) result[--first] = place + 1;
    if (rise !== 0) isSmall = rise > 0;
  }
  return first;
}

/**
 * Sorts all places into `result`, given the sorted valleys. In a bucket, large places come first. A large place
 * is behind the next one, so going up, and putting the place before each at the head of its bucket, meets every
 * large place after it was put; going down, from the tails, every small one. Without `all` only valleys remain,
 * amid 0. Until then a positive entry leads to a large place before it, a negative one to a small one, and 0,
 * which is no entry yet or place 0, to none. The free end of the bucket at hand is not kept in the array.
 */
function induce(
  symbols: Int32Array,
  starts: Int32Array,
  valleys: Int32Array,
  result: Int32Array,
  all: boolean,
) {
  result.fill(0);
  const tails = starts.slice(1);
  for (let i = valleys.length - 1; i >= 0; i--) result[--tails[symbols[valleys[i]!]!]!] = valleys[i]!;
  induceUp(symbols, starts.slice(), result, all);
  induceDown(symbols, starts.slice(1), result, all);
}

function induceUp(symbols: Int32Array, heads: Int32Array, result: Int32Array, all: boolean): void {
  const n = symbols.length;
  // The empty suffix leads to the last place.
  let current = symbols[n - 1]!;
  let head = heads[current]!;
  result[head++] = symbols[n - 2]! < current ? 1 - n : n - 1;
  for (let i = 0; i < n; i++) {
    const next = result[i]!;
    if (next <= 0) continue;
    if (!all) result[i] = 0;
    const place = next - 1;
    const symbol = symbols[place]!;
    if (symbol !== current) {
      heads[current] = head;
      head = heads[symbol]!;
      current = symbol;
    }
    result[head++] = place > 0 && symbols[place - 1]! < symbol ? -place : place;
  }
}

function induceDown(symbols: Int32Array, tails: Int32Array, result: Int32Array, all: boolean): void {
  let [current, tail] = [0, tails[0]!];
  for (let i = symbols.length - 1; i >= 0; i--) {
    const next = result[i]!;
    if (next >= 0) continue;
    result[i] = all ? -next : 0;
    const place = -next - 1;
    const symbol = symbols[place]!;
    if (symbol !== current) {
      tails[current] = tail;
      tail = tails[symbol]!;
      current = symbol;
    }
    result[--tail] = place > 0 && symbols[place - 1]! <= symbol ? -place : place;
  }
}

/**
 * Numbers the different parts, given the valleys in the order of the text and `sorted` by their parts: writes to
 * result[place >> 1], each valley's own as no two are neighbours, and returns how many parts there are.
 */
function numberParts(
  symbols: Int32Array,
  valleys: Int32Array,
  sorted: Int32Array,
  result: Int32Array,
): number {
  const m = valleys.length;
  // First the lengths stand there, the next valley included, and 0 for the last part, which equals no other.
  for (let i = 0; i < m; i++) result[valleys[i]! >> 1] = i < m - 1 ? valleys[i + 1]! - valleys[i]! + 1 : 0;
  let [count, previous, previousLength] = [0, 0, 0];
  for (let i = 0; i < m; i++) {
    const place = sorted[i]!;
    const length = result[place >> 1]!;
    let match = 0;
    if (length === previousLength)
      while (match < length && symbols[place + match] === symbols[previous + match]) match++;
    if (match === 0 || match < length) count++;
    result[place >> 1] = count - 1;
    previous = place;
    previousLength = length;
  }
  return count;
}

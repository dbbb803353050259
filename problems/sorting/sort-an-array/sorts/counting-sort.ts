import { keyRange } from "./key-range.ts";

/** One count for each key in the range is held in memory. */
const widest = 2 ** 20;

/**
 * Counting sort counts how often each key occurs, adds up where the items of each key begin, and puts every item there.
 * It compares nothing.
 *
 * Time and space: n + k, where k is the span of the keys, on every input. Stable, because items are placed in the order
 * in which they stand. Returns a new array and leaves the one it is given as it is. Keys are integers.
 * Source: Harold H. Seward, Information Sorting in the Application of Electronic Digital Computers to Business
 * Operations, master's thesis, MIT (1954).
 * Tested in ../sorts.test.ts. Where k is far larger than n, take ./radix-sort.ts.
 */
export function countingSort<T>(items: readonly T[], key: (item: T) => number): T[] {
  const { least, span } = keyRange(items, key, widest);
  // Invariant, once filled: the next item with key k belongs at place[k - least].
  const place = new Uint32Array(span + 2);
  for (const item of items) place[key(item) - least + 1]!++;
  for (let k = 1; k < place.length; k++) place[k]! += place[k - 1]!;
  const sorted = [...items];
  for (const item of items) sorted[place[key(item) - least]!++] = item;
  return sorted;
}

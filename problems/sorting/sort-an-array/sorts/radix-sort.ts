import { keyRange } from "./key-range.ts";

/** Differences to the smallest key must fit into 32 bits, unsigned. */
const widest = 2 ** 32 - 1;
const bits = 8;
const digits = 2 ** bits;

/**
 * Radix sort sorts by the last digit of the key, then by the one before it, and so on, each time with a counting sort.
 * Here a digit is a byte of the key's difference to the smallest key, so that negative keys need no care.
 *
 * Time: n for each byte of the keys' span, of which there are four at most. Space: n. Stable. Returns a new array and
 * leaves the one it is given as it is. Keys are integers.
 * Source: Harold H. Seward's thesis (see ./counting-sort.ts); machines for punched cards had sorted so before.
 * Tested in ../sorts.test.ts. Where the keys are no wider than a byte or two, ./counting-sort.ts does it in one go.
 */
export function radixSort<T>(items: readonly T[], key: (item: T) => number): T[] {
  const { least, span } = keyRange(items, key, widest);
  let from = [...items];
  let to = [...items];
  for (let shift = 0; shift < 32 && span >>> shift > 0; shift += bits) {
    // Invariant: `from` is sorted by the lowest `shift` bits. As the pass is stable, items alike in its digit stay so.
    const digit = (item: T): number => ((key(item) - least) >>> shift) % digits;
    const place = new Uint32Array(digits + 1);
    for (const item of from) place[digit(item) + 1]!++;
    for (let d = 1; d < digits; d++) place[d]! += place[d - 1]!;
    for (const item of from) to[place[digit(item)]!++] = item;
    [from, to] = [to, from];
  }
  return from;
}

/**
 * Merge sort makes sorted pairs of single items, sorted fours of sorted pairs, and so on, until one run is left.
 *
 * Time: n log n on every input. Space: n. Stable, because the left run wins where keys are equal. Returns a new array
 * and leaves the one it is given as it is.
 * Source: John von Neumann, 1945, as told in Donald E. Knuth, The Art of Computer Programming, volume 3, section 5.2.4.
 * Tested in ../sorts.test.ts. ./tim-sort.ts makes use of runs that are there already.
 */
export function mergeSort<T>(items: readonly T[], key: (item: T) => number): T[] {
  const n = items.length;
  let from = [...items];
  let to = [...items];
  for (let width = 1; width < n; width *= 2) {
    // Invariant: from[low, low + width) is sorted for every multiple `low` of width.
    for (let low = 0; low < n; low += 2 * width) {
      merge(from, low, Math.min(low + width, n), Math.min(low + 2 * width, n), to, key);
    }
    [from, to] = [to, from];
  }
  return from;
}

/** Writes the sorted runs from[low, middle) and from[middle, high) to to[low, high) as one. */
function merge<T>(
  from: readonly T[],
  low: number,
  middle: number,
  high: number,
  to: T[],
  key: (item: T) => number,
): void {
  let left = low;
  let right = middle;
  for (let k = low; k < high; k++) {
    // Invariant: to[low, k) holds from[low, left) and from[middle, right), sorted.
    const takesLeft = right === high || (left < middle && key(from[left]!) <= key(from[right]!));
    to[k] = takesLeft ? from[left++]! : from[right++]!;
  }
}

/** The smallest key, and by how much the largest one exceeds it. */
export interface KeyRange {
  readonly least: number;
  readonly span: number;
}

/**
 * Finds the range of the keys, for sorts that compute a place from a key. n time. Without items it is a span of 0; keys
 * that are no integers, or more than `widest` apart, are refused.
 */
export function keyRange<T>(items: readonly T[], key: (item: T) => number, widest: number): KeyRange {
  if (items.length === 0) return { least: 0, span: 0 };
  let least = Infinity;
  let greatest = -Infinity;
  for (const item of items) {
    const itemKey = key(item);
    if (!Number.isSafeInteger(itemKey)) throw new RangeError(`key ${itemKey} is not a safe integer`);
    least = Math.min(least, itemKey);
    greatest = Math.max(greatest, itemKey);
  }
  const span = greatest - least;
  if (span > widest) throw new RangeError(`keys from ${least} to ${greatest} are more than ${widest} apart`);
  return { least, span };
}

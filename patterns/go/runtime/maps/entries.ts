/** Entries found by Go's equality of keys: 0 and -0 are one key, and a NaN is no key that was there before. */

export interface Entry<K, V> {
  key: K;
  value: V;
  readonly number: number;
  removed: boolean;
}

export class Entries<K, V> {
  /** All but those whose key is NaN: no search ends at one of these. */
  private readonly byKey = new Map<K, Entry<K, V>>();
  /** All, oldest first. */
  private readonly all = new Set<Entry<K, V>>();
  /** Entries made so far; each has its own number, in order. */
  made = 0;

  get size(): number {
    return this.all.size;
  }

  find(key: K): Entry<K, V> | undefined {
    return this.byKey.get(key);
  }

  /** For a key that is not there. */
  add(key: K, value: V): Entry<K, V> {
    const entry = { key, value, number: this.made++, removed: false };
    if (!isNaNKey(key)) this.byKey.set(key, entry);
    this.all.add(entry);
    return entry;
  }

  remove(entry: Entry<K, V>): void {
    entry.removed = true;
    this.all.delete(entry);
    this.byKey.delete(entry.key);
  }

  /** Those that were made as number `from` or later, oldest first. */
  since(from: number): Entry<K, V>[] {
    return [...this.all].filter(({ number }) => number >= from);
  }
}

function isNaNKey(key: unknown): boolean {
  return key !== key;
}

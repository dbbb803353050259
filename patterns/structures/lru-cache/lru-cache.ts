/**
 * A map of limited size: when it is full, a new key takes the place of the least recently used one.
 *
 * Keys are told apart as by Map: any value is a key, NaN equals itself, -0 is 0. Any value can be stored, undefined too;
 * `has` tells it from a missing one. An entry is used when it is set, and when `get` finds it; nothing else counts.
 *
 * Time: constant for each method (expected: keys are hashed), but for clear and iteration. Space: for each entry of the
 * capacity 4 bytes from the start, or 8 if it is above 65 536; memory for keys, values and the Map as entries come. What
 * has been evicted, deleted, overwritten or cleared is not kept alive.
 * Source: a hash table whose entries are on a doubly linked list is folklore; the rule was among those compared by L. A.
 * Belady, "A study of replacement algorithms for a virtual-storage computer", IBM Systems Journal 5(2), 1966.
 * Tested against a list kept in order of use: all short histories, random ones, hostile keys, the garbage collector.
 */
export class LruCache<K, V> {
  /** How many entries there are at most. */
  readonly capacity: number;
  /** Leads from each key that is present, and no other, to the slot of its entry. */
  private readonly slots = new Map<K, number>();
  /** By slot; undefined at slots without an entry. */
  private readonly keys: (K | undefined)[] = [];
  private readonly values: (V | undefined)[] = [];
  /** The slots below keys.length that have no entry. */
  private readonly unused: number[] = [];
  /** The slot of the last used entry. While the cache is empty, the slot that the next entry gets. */
  private newest = 0;
  /**
   * A ring of the entries in order of use, or of `newest` alone. links[2 * slot] is the next older slot, and from the
   * oldest it leads to `newest`; links[2 * slot + 1] goes the other way. Side by side, they share a line of the cache.
   */
  private readonly links: Uint16Array | Int32Array;

  /** @param capacity From 1 to 2^23. V8's Map ends at 2^24, with deleted keys that it has not cleared away yet. */
  constructor(capacity: number) {
    if (!Number.isInteger(capacity) || capacity < 1 || capacity > 2 ** 23)
      throw new RangeError(`LruCache(${capacity}): the capacity is an integer from 1 to ${2 ** 23}`);
    this.capacity = capacity;
    this.links = capacity <= 2 ** 16 ? new Uint16Array(2 * capacity) : new Int32Array(2 * capacity);
  }

  /** How many entries there are. */
  get size(): number {
    return this.slots.size;
  }

  /** Whether there is an entry under the key. Does not use it. */
  has(key: K): boolean {
    return this.slots.has(key);
  }

  /** The value under the key, which is used by that; undefined if there is none, and then nothing changes. */
  get(key: K): V | undefined {
    const slot = this.slots.get(key);
    if (slot === undefined) return undefined;
    this.use(slot);
    return this.values[slot];
  }

  /** The value under the key, or undefined, like `get`; but does not use it. */
  peek(key: K): V | undefined {
    const slot = this.slots.get(key);
    return slot === undefined ? undefined : this.values[slot];
  }

  /**
   * Stores a value under the key, which is used by that. If the key is new and the cache full, the least recently used
   * entry goes. Whoever needs that one, to close or to write it back, calls `evict` first.
   */
  set(key: K, value: V): void {
    const known = this.slots.get(key);
    if (known !== undefined) {
      this.use(known);
      this.values[known] = value;
      return;
    }
    // Turning the ring by one makes the oldest slot the newest; no link changes for that.
    let slot = this.links[2 * this.newest + 1]!;
    if (this.slots.size === this.capacity) this.slots.delete(this.keys[slot]!);
    else {
      slot = this.unused.pop() ?? this.keys.length;
      this.link(slot);
    }
    this.newest = slot;
    this.slots.set(key, slot);
    this.keys[slot] = key;
    this.values[slot] = value;
  }

  /** Removes the entry under the key. Returns whether there was one. */
  delete(key: K): boolean {
    const slot = this.slots.get(key);
    if (slot === undefined) return false;
    this.slots.delete(key);
    const older = this.links[2 * slot]!;
    const newer = this.links[2 * slot + 1]!;
    this.links[2 * newer] = older;
    this.links[2 * older + 1] = newer;
    if (slot === this.newest) this.newest = older;
    this.keys[slot] = undefined;
    this.values[slot] = undefined;
    this.unused.push(slot);
    return true;
  }

  /** Removes the least recently used entry and returns it; undefined if there is none. */
  evict(): [K, V] | undefined {
    if (this.slots.size === 0) return undefined;
    const entry = this.entryAt(this.links[2 * this.newest + 1]!);
    this.delete(entry[0]);
    return entry;
  }

  /** Removes all entries. */
  clear(): void {
    this.slots.clear();
    this.keys.length = 0;
    this.values.length = 0;
    this.unused.length = 0;
    this.newest = 0;
    this.links.fill(0, 0, 2);
  }

  /**
   * The entries at this moment, from the most to the least recently used; it uses none. They are copied, in time and
   * space proportional to `size`, so the cache may be used and changed during a walk, which does not notice.
   */
  [Symbol.iterator](): IterableIterator<[K, V]> {
    const entries: [K, V][] = [];
    for (let slot = this.newest; entries.length < this.slots.size; slot = this.links[2 * slot]!)
      entries.push(this.entryAt(slot));
    return entries.values();
  }

  private entryAt(slot: number): [K, V] {
    const key = this.keys[slot] as K;
    return [key === 0 ? (0 as K) : key, this.values[slot] as V]; // -0 comes back as 0, as from a Map.
  }

  private use(slot: number): void {
    const { links, newest } = this;
    if (slot === newest) return;
    const oldest = links[2 * newest + 1]!;
    if (slot !== oldest) {
      const older = links[2 * slot]!;
      const newer = links[2 * slot + 1]!;
      links[2 * newer] = older;
      links[2 * older + 1] = newer;
      this.link(slot);
    }
    this.newest = slot;
  }

  /** Puts a slot between the newest and the oldest. An empty cache's `newest` is linked to itself by that. */
  private link(slot: number): void {
    const { links, newest } = this;
    const oldest = links[2 * newest + 1]!;
    links[2 * slot] = newest;
    links[2 * newest + 1] = slot;
    links[2 * slot + 1] = oldest;
    links[2 * oldest] = slot;
  }
}

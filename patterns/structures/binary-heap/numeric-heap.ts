/**
 * A heap of ids, each with a number as its key: the id with the least key comes out first. Nothing is allocated for
 * an entry and nothing is called to compare two, which makes it the heap for graph searches and simulations.
 *
 * Time: push and pop O(log n), building from n keys O(n). A push after a pop takes the place that has become free at
 * the root, which about halves the work of the pair. Space: 12 bytes for each entry there is room for; the room
 * doubles when it is used up, and stays.
 *
 * Source: Williams 1964 (the heap), Floyd 1964 (building). Tested against a sorted array, on every sequence of six
 * operations and on random ones. For elements with an order of their own see BinaryHeap, beside it.
 */
export class NumericHeap {
  /** keys[(i - 1) >> 1] <= keys[i] for 0 < i < count; a vacant root still has the key that was popped. None is NaN. */
  #keys = new Float64Array(16);
  /** ids[i] belongs to keys[i]. */
  #ids = new Int32Array(16);
  /** Places in use, a vacant root among them. */
  #count = 0;
  /** 1 if the entry at the root has been popped and nothing has taken its place, otherwise 0. */
  #vacant: 0 | 1 = 0;

  /** A heap of all places in `keys`, each as an id with the key that stands there. Throws RangeError for NaN. */
  static from(keys: Iterable<number>): NumericHeap {
    const heap = new NumericHeap();
    heap.#keys = Float64Array.from(keys, (key, i) => {
      if (!isKey(key)) throw new RangeError(`from: key ${i} is ${key}; a key is a number, and not NaN`);
      return key;
    });
    const count = (heap.#count = heap.#keys.length);
    heap.#ids = Int32Array.from(heap.#keys.keys());
    for (let i = (count >>> 1) - 1; i >= 0; i--) heap.#sink(i, i, heap.#keys[i]!, count);
    return heap;
  }

  /** How many entries are inside. */
  get size(): number {
    return this.#count - this.#vacant;
  }

  /**
   * Adds an entry; the id and the key may be inside already. Throws RangeError if `id` is no integer of 32 bits, from
   * -2^31 to 2^31 - 1, or `key` is NaN. Infinity and -Infinity are keys like others; 0 and -0 are equal.
   */
  push(id: number, key: number): void {
    if ((id | 0) !== id) throw new RangeError(`push(${id}, ${key}): an id is an integer of 32 bits`);
    if (!isKey(key)) throw new RangeError(`push(${id}, ${key}): a key is a number, and not NaN`);
    if (this.#vacant === 1) {
      this.#vacant = 0;
      this.#sink(0, id, key, this.#count);
      return;
    }
    if (this.#count === this.#keys.length) this.#grow();
    const keys = this.#keys;
    const ids = this.#ids;
    let hole = this.#count++;
    while (hole > 0) {
      const parent = (hole - 1) >>> 1;
      const above = keys[parent]!;
      if (key >= above) break;
      keys[hole] = above;
      ids[hole] = ids[parent]!;
      hole = parent;
    }
    keys[hole] = key;
    ids[hole] = id;
  }

  /** An id with the least key, left inside; `undefined` if the heap is empty. O(1), but O(log n) after a pop. */
  peek(): number | undefined {
    if (this.#vacant === 1) this.#fill();
    return this.#count === 0 ? undefined : this.#ids[0];
  }

  /** The least key, that of `peek()`; `undefined` if the heap is empty. O(1), but O(log n) after a pop. */
  peekKey(): number | undefined {
    if (this.#vacant === 1) this.#fill();
    return this.#count === 0 ? undefined : this.#keys[0];
  }

  /** Takes out the entry of `peek()` and returns its id; `undefined` if the heap is empty. Takes O(log n). */
  pop(): number | undefined {
    if (this.#vacant === 1) this.#fill();
    if (this.#count === 0) return undefined;
    this.#vacant = 1;
    return this.#ids[0];
  }

  /** Moves the last entry to the vacant root, and down from there. */
  #fill(): void {
    this.#vacant = 0;
    const last = --this.#count;
    this.#sink(0, this.#ids[last]!, this.#keys[last]!, last);
  }

  /** Puts an entry into the hole at a place within [0, end), or below, where both subtrees of the hole are heaps. */
  #sink(hole: number, id: number, key: number, end: number): void {
    const keys = this.#keys;
    const ids = this.#ids;
    let right = 2 * hole + 2;
    for (; right < end; right = 2 * hole + 2) {
      // Which sibling is less is a matter of chance: a branch on it would be mispredicted every other time.
      const child = right - +(keys[right - 1]! <= keys[right]!);
      const below = keys[child]!;
      if (key <= below) break;
      keys[hole] = below;
      ids[hole] = ids[child]!;
      hole = child;
    }
    if (right === end && keys[end - 1]! < key) {
      keys[hole] = keys[end - 1]!;
      ids[hole] = ids[end - 1]!;
      hole = end - 1;
    }
    keys[hole] = key;
    ids[hole] = id;
  }

  #grow(): void {
    const room = Math.max(16, 2 * this.#count);
    const keys = new Float64Array(room);
    const ids = new Int32Array(room);
    keys.set(this.#keys);
    ids.set(this.#ids);
    this.#keys = keys;
    this.#ids = ids;
  }
}

/** Null, as it comes out of JSON for NaN, would count as 0. */
function isKey(key: number): boolean {
  return typeof key === "number" && key <= Infinity;
}

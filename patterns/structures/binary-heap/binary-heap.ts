/**
 * A heap of anything, ordered by a comparison: whatever order things are pushed in, the least comes out first.
 *
 * Time: push takes at most floor(log2 n) comparisons and two or three on average if the order is random, with n the
 * size after it; pop at most 2 floor(log2 n), and hardly more than log2 n on average, with n the size after it;
 * building from n elements fewer than 2n. Space: one array of n places.
 *
 * Source: Williams 1964 (the heap), Floyd 1964 (building), Wegener 1993 (bottom-up deletion). Tested against a sorted
 * array, on every array of up to seven elements over three values and on random sequences of operations, with
 * comparisons that fail, lie, or return NaN. For numeric keys see NumericHeap, beside it.
 */
export class BinaryHeap<T> {
  /** `compare(items[(i - 1) >> 1], items[i]) <= 0` for all i > 0: nothing is less than its parent. */
  readonly #items: T[];
  readonly #compare: (a: T, b: T) => number;

  /**
   * A heap of `items`, which are copied. Throws what `compare` throws.
   *
   * @param compare negative if a comes before b, positive if b before a, 0 if either may come first; NaN counts as 0.
   * It must be a consistent order as long as the elements are inside, and must not use this heap. If it is no order,
   * elements come out in an undefined sequence, but each exactly once.
   */
  constructor(compare: (a: T, b: T) => number, items: Iterable<T> = []) {
    this.#compare = compare;
    this.#items = [...items];
    const size = this.#items.length;
    for (let i = (size >>> 1) - 1; i >= 0; i--) this.#sift(i, this.#items[i]!, size);
  }

  /** How many elements are inside. The only test of emptiness, as `undefined` may be an element. */
  get size(): number {
    return this.#items.length;
  }

  /** An element than which none is less, left inside; `undefined` if the heap is empty. Takes O(1). */
  peek(): T | undefined {
    return this.#items[0];
  }

  /** Adds an element; equal ones may be inside already. If `compare` throws, the heap is as it was. Takes O(log n). */
  push(item: T): void {
    const items = this.#items;
    const compare = this.#compare;
    const end = items.length;
    let place = end;
    while (place > 0) {
      const parent = (place - 1) >>> 1;
      if (!(compare(item, items[parent]!) < 0)) break;
      place = parent;
    }
    // Nothing has been moved so far, so that a comparison may throw.
    for (let i = end; i > place;) {
      const parent = (i - 1) >>> 1;
      items[i] = items[parent]!;
      i = parent;
    }
    items[place] = item;
  }

  /**
   * Takes out an element than which none is less, and returns it; `undefined` if the heap is empty. Which of several
   * equal ones is undefined. If `compare` throws, the heap is as it was. Takes O(log n).
   */
  pop(): T | undefined {
    const items = this.#items;
    const last = items.length - 1;
    if (last <= 0) return items.pop();
    const least = items[0];
    this.#sift(0, items[last]!, last);
    items.pop();
    return least;
  }

  /**
   * Replaces the element at `root` by `item` within items[0, end), where both subtrees of `root` are heaps. The hole
   * goes down to a leaf, along the lesser children, and `item` up from there: it comes from a leaf, or near to one,
   * so it seldom has far to go, and a level takes one comparison instead of two.
   */
  #sift(root: number, item: T, end: number): void {
    const items = this.#items;
    const compare = this.#compare;
    const replaced = items[root]!;
    let hole = root;
    try {
      let right = 2 * root + 2;
      // Which sibling is less is a matter of chance: a branch on it is mispredicted every other time. Near the root,
      // in the processor's cache, arithmetic is cheaper; further down, a guess lets it fetch the next level early.
      const cached = Math.min(end, 256);
      for (; right < cached; right = 2 * hole + 2) {
        const child = right - +(compare(items[right - 1]!, items[right]!) <= 0);
        items[hole] = items[child]!;
        hole = child;
      }
      for (; right < end; right = 2 * hole + 2) {
        const child = compare(items[right - 1]!, items[right]!) <= 0 ? right - 1 : right;
        items[hole] = items[child]!;
        hole = child;
      }
      if (right === end) {
        items[hole] = items[end - 1]!;
        hole = end - 1;
      }
      while (hole > root) {
        const parent = (hole - 1) >>> 1;
        if (!(compare(item, items[parent]!) < 0)) break;
        items[hole] = items[parent]!;
        hole = parent;
      }
    } catch (error) {
      for (; hole > root; hole = (hole - 1) >>> 1) items[hole] = items[(hole - 1) >>> 1]!;
      items[root] = replaced;
      throw error;
    }
    items[hole] = item;
  }
}

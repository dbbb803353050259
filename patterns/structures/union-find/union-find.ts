/**
 * Disjoint sets of the elements 0 to n - 1, which can be merged and asked "are these two together?", and never split.
 *
 * Each set is a tree of links to parents; its root stands for it. A union hangs the smaller tree below the root of the
 * larger one, and a find makes every other element on its way skip its parent (path halving).
 *
 * Time: any m calls of find, union, connected and sizeOf take O(n + m α(n)) steps, where α(n) is below 5 for every n that
 * fits into a machine; a single call takes at most O(log n). Space: 4 bytes for each element.
 *
 * Source: Robert E. Tarjan, Jan van Leeuwen, "Worst-case analysis of set union algorithms", Journal of the ACM 31(2),
 * 1984. Tested against a table of labels on every sequence of unions over few elements, and on random ones over many;
 * reads are counted on orders of union that build the deepest trees.
 */
export class UnionFind {
  /** The number of elements, which are 0 to n - 1. */
  readonly n: number;

  /**
   * At a root: minus the number of elements in its set, so below 0. Elsewhere: the parent. Following parents ends at a
   * root. The size of an element that is no root is not kept, as nobody asks for it.
   */
  private readonly links: Int32Array;

  /** The number of roots. */
  private sets: number;

  /**
   * Every element in a set of its own, in O(n).
   *
   * @param n an integer from 0 to 2³¹: links are indices and sizes in 32 bits with a sign.
   */
  constructor(n: number) {
    if (!Number.isInteger(n) || n < 0 || n > 2 ** 31)
      throw new RangeError(`new UnionFind(${n}): the number of elements is an integer from 0 to ${2 ** 31}`);
    this.n = n;
    this.links = new Int32Array(n).fill(-1);
    this.sets = n;
  }

  /** How many sets there are: n, less one for each union that returned true. O(1). */
  get count(): number {
    return this.sets;
  }

  /**
   * The element that stands for the set of x: find(a) === find(b) exactly if a and b are in the same set. It stays the
   * same until a union merges that set with another. Amortised O(α(n)).
   */
  find(x: number): number {
    if (!this.has(x)) throw this.refusal(`find(${x})`);
    return this.rootOf(x + 0); // -0 is 0, and must not come back as -0
  }

  /**
   * Merges the sets of a and b. True if these were two sets, false if nothing changed. What stands for the larger set
   * stands for both afterwards; if they are equally large, what stood for that of a. Amortised O(α(n)).
   */
  union(a: number, b: number): boolean {
    if (!this.has(a) || !this.has(b)) throw this.refusal(`union(${a}, ${b})`);
    const links = this.links;
    let larger = this.rootOf(a);
    let smaller = this.rootOf(b);
    if (larger === smaller) return false;
    if (links[smaller]! < links[larger]!) [larger, smaller] = [smaller, larger];
    links[larger]! += links[smaller]!;
    links[smaller] = larger;
    this.sets--;
    return true;
  }

  /** Whether a and b are in the same set. Amortised O(α(n)). */
  connected(a: number, b: number): boolean {
    if (!this.has(a) || !this.has(b)) throw this.refusal(`connected(${a}, ${b})`);
    return this.rootOf(a) === this.rootOf(b);
  }

  /** The number of elements in the set of x, itself included. Amortised O(α(n)). */
  sizeOf(x: number): number {
    if (!this.has(x)) throw this.refusal(`sizeOf(${x})`);
    return -this.links[this.rootOf(x)]!;
  }

  /** All sets, each in ascending order, in the order of their smallest elements; new arrays each time. O(n α(n)). */
  groups(): number[][] {
    const groups: number[][] = [];
    const groupOf = new Int32Array(this.n).fill(-1); // at the roots that have been met
    for (let x = 0; x < this.n; x++) {
      const root = this.rootOf(x);
      const group = groupOf[root]!;
      if (group >= 0) groups[group]!.push(x);
      else groupOf[root] = groups.push([x]) - 1;
    }
    return groups;
  }

  private rootOf(x: number): number {
    const links = this.links;
    for (;;) {
      const parent = links[x]!;
      if (parent < 0) return x;
      const grandparent = links[parent]!;
      if (grandparent < 0) return parent;
      links[x] = grandparent;
      x = grandparent;
    }
  }

  private has(x: number): boolean {
    return Number.isInteger(x) && x >= 0 && x < this.n;
  }

  private refusal(call: string): RangeError {
    return new RangeError(`${call}: elements are the integers from 0 up to, not including, ${this.n}`);
  }
}

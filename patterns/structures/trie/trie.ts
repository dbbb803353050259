/**
 * A set of strings that answers for prefixes: how many words begin so, which ones, which word does this text begin with.
 * A character is a UTF-16 code unit, as in `text[i]`, and any string is a word: "", lone surrogates, "__proto__".
 *
 * It is a path-compressed trie. Only places where words end or part are nodes, so w words need at most 2w of them,
 * however long they are. A node keeps one of its words and no label. A descent reads one unit per node and skips those
 * between; what it skipped is proved by one comparison with the word kept where it arrives.
 *
 * Time: proportional to the length of the argument (expected: children are found by hashing, and words may be chosen against it), with at most length + 1
 * nodes visited, however many words there are. Space: 44 bytes for each node there is room for; words are not copied.
 * Source: D. R. Morrison, "PATRICIA", Journal of the ACM 15(4), 1968; deletion in the table of slots as in D. E. Knuth,
 * The Art of Computer Programming 3, section 6.4, algorithm R.
 * Tested against a Set: all sets of short strings, random histories, hostile strings, counted visits.
 */
export class Trie {
  /** A word from the node or below: its own if one ends there. undefined at unused nodes and at an empty root. */
  private readonly text: (string | undefined)[] = [undefined];
  /** How many units the words of the node share for certain: 0 at the root, and growing along every path. */
  private depth = new Int32Array(16);
  /** How many words end at the node or below. But for the root, a node that ends none has at least two children. */
  private count = new Int32Array(16);
  private parent = new Int32Array(16);
  /** The unit at depth[parent] in all words of the node; no two children of a node have the same one. */
  private unit = new Int32Array(16);
  /** The children of a node, in no order, linked both ways; 0 is the root, so no child, and ends a list. */
  private firstChild = new Int32Array(16);
  private nextSibling = new Int32Array(16);
  private previousSibling = new Int32Array(16);
  /** Linear probing: each node but the root lies between the home of its (parent, unit) and the next 0. */
  private slots = new Int32Array(32);
  /** The first of the nodes that were given back, which have no children; the rest follow by nextSibling. */
  private unused = 0;
  /** How often the set has changed, so that a walk can tell that it did. */
  private changes = 0;

  /** How many words there are. */
  get size(): number {
    return this.count[0]!;
  }

  /** Adds a word. Returns whether it is new; a word that is there already changes nothing. */
  add(word: string): boolean {
    let node = this.descend(word);
    const known = this.text[node];
    if (known === word) return false;
    this.makeRoom();
    const { depth, parent } = this;
    const shared = sharedLength(known ?? "", word);
    while (depth[node]! > shared && depth[parent[node]!]! >= shared) node = parent[node]!;
    if (depth[node]! > shared) {
      this.detach(node);
      const middle = this.create(known!, shared, this.count[node]!, parent[node]!, this.unit[node]!);
      this.attach(node, middle, known!.charCodeAt(shared));
      node = middle;
    }
    if (word.length > shared) node = this.create(word, word.length, 0, node, word.charCodeAt(shared));
    this.text[node] = word;
    this.text[0] ??= word;
    this.recount(node, 1);
    return true;
  }

  /** Whether exactly this word is in the set. */
  has(word: string): boolean {
    return this.text[this.descend(word)] === word;
  }

  /** Removes a word and the nodes that only it needed. Returns whether it was there. */
  delete(word: string): boolean {
    let node = this.descend(word);
    if (this.text[node] !== word) return false;
    const { text, parent, firstChild, nextSibling } = this;
    this.recount(node, -1);
    if (node !== 0 && firstChild[node] === 0) {
      this.remove(node);
      node = parent[node]!;
    } else text[node] = undefined;
    const child = firstChild[node]!;
    if (node !== 0 && !this.endsWord(node) && nextSibling[child] === 0) {
      this.detach(child);
      this.remove(node);
      this.attach(child, parent[node]!, this.unit[node]!);
      node = parent[node]!;
    }
    // The deleted word may still stand for nodes above; from below upwards each takes a child's instead.
    for (; ; node = parent[node]!) {
      if (!this.endsWord(node)) text[node] = firstChild[node] === 0 ? undefined : text[firstChild[node]!];
      if (node === 0) return true;
    }
  }

  /** How many words begin with the prefix. A word begins with itself, and every word begins with "". */
  countWithPrefix(prefix: string): number {
    const node = this.descend(prefix);
    return this.text[node]?.startsWith(prefix) ? this.count[node]! : 0;
  }

  /** Whether some word begins with the prefix. In an empty trie none does, not even with "". */
  hasPrefix(prefix: string): boolean {
    return this.countWithPrefix(prefix) > 0;
  }

  /** The longest word that the text begins with, or undefined if there is none. */
  longestPrefixOf(text: string): string | undefined {
    let node = this.descend(text);
    const shared = sharedLength(this.text[node] ?? "", text);
    while (node !== 0 && (this.depth[node]! > shared || !this.endsWord(node))) node = this.parent[node]!;
    return this.endsWord(node) ? this.text[node] : undefined;
  }

  /**
   * The words that begin with the prefix, in the order of `<`, which compares code units. Works as words are asked for,
   * so the first few are cheap. Throws if it is asked for more after the set has changed.
   */
  *words(prefix = ""): Generator<string, void, undefined> {
    const { changes, unit, firstChild, nextSibling } = this;
    const top = this.descend(prefix);
    const ahead = this.text[top]?.startsWith(prefix) ? [top] : [];
    for (let node = ahead.pop(); node !== undefined; node = ahead.pop()) {
      if (this.endsWord(node)) {
        yield this.text[node]!;
        if (this.changes !== changes)
          throw new Error("words(): the trie has changed; walk over a copy of them");
      }
      const children: number[] = [];
      for (let child = firstChild[node]!; child !== 0; child = nextSibling[child]!) children.push(child);
      children.sort((a, b) => unit[b]! - unit[a]!);
      for (const child of children) ahead.push(child);
    }
  }

  /** The node of all words that begin with the prefix; if none does, a node whose text does not begin so either. */
  private descend(prefix: string): number {
    const { depth, slots } = this;
    let node = 0; // The units that lie between two nodes are skipped here: whoever calls looks at the text.
    while (depth[node]! < prefix.length) {
      const child = slots[this.slotOf(node, prefix.charCodeAt(depth[node]!))]!;
      if (child === 0) break;
      node = child;
    }
    return node;
  }

  private endsWord(node: number): boolean {
    return this.text[node]?.length === this.depth[node];
  }

  private recount(node: number, words: number): void {
    this.changes++;
    for (; node !== 0; node = this.parent[node]!) this.count[node]! += words;
    this.count[0]! += words;
  }

  /** Where that child is, or else the empty slot where it belongs. */
  private slotOf(parent: number, unit: number): number {
    const { slots, parent: parents, unit: units } = this;
    const mask = slots.length - 1;
    for (let slot = hash(parent, unit) & mask; ; slot = (slot + 1) & mask) {
      const node = slots[slot]!;
      if (node === 0 || (parents[node] === parent && units[node] === unit)) return slot;
    }
  }

  private attach(node: number, parent: number, unit: number): void {
    const next = this.firstChild[parent]!;
    this.parent[node] = parent;
    this.unit[node] = unit;
    this.nextSibling[node] = next;
    this.previousSibling[node] = 0;
    if (next !== 0) this.previousSibling[next] = node;
    this.firstChild[parent] = node;
    this.slots[this.slotOf(parent, unit)] = node;
  }

  /** Its parent and unit stay written down. */
  private detach(node: number): void {
    const { slots, parent, unit } = this;
    const next = this.nextSibling[node]!;
    const previous = this.previousSibling[node]!;
    if (previous === 0) this.firstChild[parent[node]!] = next;
    else this.nextSibling[previous] = next;
    if (next !== 0) this.previousSibling[next] = previous;
    // The gap it leaves is filled by the next entry whose home is not behind the gap, and so on.
    const mask = slots.length - 1;
    let gap = this.slotOf(parent[node]!, unit[node]!);
    for (let slot = (gap + 1) & mask; slots[slot] !== 0; slot = (slot + 1) & mask) {
      const home = hash(parent[slots[slot]!]!, unit[slots[slot]!]!);
      if (((slot - home) & mask) < ((slot - gap) & mask)) continue;
      slots[gap] = slots[slot]!;
      gap = slot;
    }
    slots[gap] = 0;
  }

  private create(text: string, depth: number, count: number, parent: number, unit: number): number {
    const node = this.unused === 0 ? this.text.length : this.unused;
    if (node === this.unused) this.unused = this.nextSibling[node]!;
    this.text[node] = text;
    this.depth[node] = depth;
    this.count[node] = count;
    this.attach(node, parent, unit);
    return node;
  }

  private remove(node: number): void {
    this.detach(node);
    this.text[node] = undefined;
    this.nextSibling[node] = this.unused;
    this.unused = node;
  }

  /** For the two nodes that an add may create: it fails before it changes anything, or not at all. */
  private makeRoom(): void {
    const room = this.slots.length / 2;
    if (this.text.length + 2 <= room) return;
    // Slots, of which there are twice as many, are to be numbered by 31 bits.
    if (room >= 2 ** 30) throw new RangeError(`add(): a trie has at most ${2 ** 30} nodes`);
    const longer = (array: Int32Array): Int32Array<ArrayBuffer> => {
      const copy = new Int32Array(2 * room);
      copy.set(array);
      return copy;
    };
    this.depth = longer(this.depth);
    this.count = longer(this.count);
    this.parent = longer(this.parent);
    this.unit = longer(this.unit);
    this.firstChild = longer(this.firstChild);
    this.nextSibling = longer(this.nextSibling);
    this.previousSibling = longer(this.previousSibling);
    this.slots = new Int32Array(4 * room);
    for (let node = 1; node < this.text.length; node++)
      if (this.text[node] !== undefined) this.slots[this.slotOf(this.parent[node]!, this.unit[node]!)] = node;
  }
}

/** Mixes so that the low bits depend on all; multipliers from the golden ratio and from MurmurHash3. */
function hash(parent: number, unit: number): number {
  const mixed = Math.imul(Math.imul(parent, 0x9e3779b1) ^ unit, 0x85ebca6b);
  return mixed ^ (mixed >>> 15);
}

/** How many units two strings have in common from their beginnings. */
function sharedLength(a: string, b: string): number {
  const most = Math.min(a.length, b.length);
  let shared = 0;
  while (shared < most && a.charCodeAt(shared) === b.charCodeAt(shared)) shared++;
  return shared;
}

import type { Approaches } from "#lab/problem/index.ts";
import type * as stub from "./stub.ts";

/** Keeps the words in a list and looks through it. O(1) time to insert, O(n · L) to look up, O(n · L) space. */
export class WordList {
  private readonly words: string[] = [];

  insert(word: string): void {
    this.words.push(word);
  }

  search(word: string): boolean {
    return this.words.includes(word);
  }

  startsWith(prefix: string): boolean {
    return this.words.some((word) => word.startsWith(prefix));
  }
}

/** Keeps all words in one set, all their beginnings in another. O(L²) time to insert, O(L) to look up, O(n · L²) space. */
export class SetOfBeginnings {
  private readonly words = new Set<string>();
  private readonly beginnings = new Set<string>();

  insert(word: string): void {
    this.words.add(word);
    for (let end = 1; end <= word.length; end++) this.beginnings.add(word.slice(0, end));
  }

  search(word: string): boolean {
    return this.words.has(word);
  }

  startsWith(prefix: string): boolean {
    return this.beginnings.has(prefix);
  }
}

interface Place {
  /** Where each letter leads that goes on from here. */
  readonly next: Map<string, Place>;
  /** Does a word end here, whether or not others go on? */
  endsWord: boolean;
}

/** Lets a node stand for each beginning, with a map of its children. O(L) time per call, O(n · L) space. */
export class MapOfChildren {
  private readonly root: Place = { next: new Map(), endsWord: false };

  insert(word: string): void {
    let place = this.root;
    for (const letter of word) {
      let next = place.next.get(letter);
      if (next === undefined) {
        next = { next: new Map(), endsWord: false };
        place.next.set(letter, next);
      }
      place = next;
    }
    place.endsWord = true;
  }

  search(word: string): boolean {
    return this.placeOf(word)?.endsWord ?? false;
  }

  startsWith(prefix: string): boolean {
    return this.placeOf(prefix) !== undefined;
  }

  private placeOf(text: string): Place | undefined {
    let place: Place | undefined = this.root;
    for (const letter of text) {
      place = place.next.get(letter);
      if (place === undefined) return undefined;
    }
    return place;
  }
}

const letters = 26;
const codeOfA = 97;

/** Numbers the nodes, and keeps the children of all of them in one table. O(L) time per call, O(n · L) space. */
export class OneTable {
  /** At 26 · node + letter the child, or 0, since the root is nobody's child. */
  private readonly next: number[] = [];
  /** For each node, does a word end there? Its length is the number of nodes. */
  private readonly endsWord: boolean[] = [];

  constructor() {
    this.addNode();
  }

  insert(word: string): void {
    let node = 0;
    for (let i = 0; i < word.length; i++) {
      const at = letters * node + word.charCodeAt(i) - codeOfA;
      if (this.next[at] === 0) this.next[at] = this.addNode();
      node = this.next[at]!;
    }
    this.endsWord[node] = true;
  }

  search(word: string): boolean {
    return this.endsWord[this.nodeOf(word)]!;
  }

  startsWith(prefix: string): boolean {
    return this.nodeOf(prefix) !== 0;
  }

  /** The node of a text that is not empty; the root, where no word ends, if no word begins so. */
  private nodeOf(text: string): number {
    let node = 0;
    for (let i = 0; i < text.length; i++) {
      node = this.next[letters * node + text.charCodeAt(i) - codeOfA]!;
      if (node === 0) break;
    }
    return node;
  }

  private addNode(): number {
    for (let i = 0; i < letters; i++) this.next.push(0);
    return this.endsWord.push(false) - 1;
  }
}

export default {
  "list of words": { growth: "n", Trie: WordList },
  "set of beginnings": { growth: "1", Trie: SetOfBeginnings },
  "map of children": { growth: "1", Trie: MapOfChildren },
  "one table": { growth: "1", Trie: OneTable },
} satisfies Approaches<typeof stub>;

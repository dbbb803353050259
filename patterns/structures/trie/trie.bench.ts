import { Trie as MnemonistTrie } from "mnemonist";
import type { Random } from "#lab/problem/random.ts";
import { comparison } from "#bench/comparison.ts";
import { Trie } from "./trie.ts";

const onsets = [
  "b",
  "c",
  "d",
  "f",
  "g",
  "h",
  "l",
  "m",
  "n",
  "p",
  "r",
  "s",
  "t",
  "v",
  "st",
  "tr",
  "pr",
  "ch",
  "qu",
  "k",
];
const vowels = ["a", "e", "i", "o", "u", "ea", "ou"];
const codas = ["", "", "", "n", "r", "s", "l", "t", "m"];

/**
 * Different words of 3 to 12 letters in random order: one to four syllables of onset, vowel and coda, cut off after twelve
 * letters. Those that come first in the lists above are drawn more often, so that beginnings are shared as in a language.
 */
function wordLike(n: number, random: Random): string[] {
  const draw = (list: readonly string[]): string => list[Math.floor(random.next() ** 1.5 * list.length)]!;
  const words = new Set<string>();
  while (words.size < n) {
    let word = "";
    for (let syllables = random.integer(1, 4); syllables > 0; syllables--)
      word += draw(onsets) + draw(vowels) + draw(codas);
    if (word.length >= 3) words.add(word.slice(0, 12));
  }
  return random.shuffled([...words]);
}

interface Lookup {
  readonly words: readonly string[];
  /** Half of them are words, the others words with another last letter, most of which are none. */
  readonly asked: readonly string[];
}

interface Words {
  add: (word: string) => unknown;
  has: (word: string) => boolean;
}

/** Adds all words and asks twice as often. The answer depends on each: hits, weighted by place. */
function addAndAsk(set: Words, { words, asked }: Lookup): number {
  for (const word of words) set.add(word);
  let answer = 0;
  for (let i = 0; i < asked.length; i++) if (set.has(asked[i]!)) answer = (answer + i) | 0;
  return answer;
}

/** The first place in a sorted array whose word is not less. */
function placeOf(sorted: readonly string[], word: string): number {
  let [low, high] = [0, sorted.length];
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (sorted[middle]! < word) low = middle + 1;
    else high = middle;
  }
  return low;
}

class MapNode {
  readonly children = new Map<string, MapNode>();
  count = 0;
  isWord = false;
}

/** The textbook's trie: a Map in each node. */
class NestedMaps implements Words {
  readonly #root = new MapNode();

  add(word: string): void {
    let node = this.#root;
    node.count++;
    for (const unit of word) {
      let child = node.children.get(unit);
      if (child === undefined) node.children.set(unit, (child = new MapNode()));
      node = child;
      node.count++;
    }
    node.isWord = true;
  }

  has(word: string): boolean {
    return this.#nodeOf(word)?.isWord === true;
  }

  countWithPrefix(prefix: string): number {
    return this.#nodeOf(prefix)?.count ?? 0;
  }

  #nodeOf(prefix: string): MapNode | undefined {
    let node: MapNode | undefined = this.#root;
    for (let i = 0; i < prefix.length && node !== undefined; i++) node = node.children.get(prefix[i]!);
    return node;
  }
}

class LetterNode {
  readonly children: (LetterNode | undefined)[] = new Array<undefined>(26).fill(undefined);
  isWord = false;
}

/** An array of 26 children in each node: for a to z only. */
class LetterArrays implements Words {
  readonly #root = new LetterNode();

  add(word: string): void {
    let node = this.#root;
    for (let i = 0; i < word.length; i++) node = node.children[word.charCodeAt(i) - 97] ??= new LetterNode();
    node.isWord = true;
  }

  has(word: string): boolean {
    let node: LetterNode | undefined = this.#root;
    for (let i = 0; i < word.length && node !== undefined; i++) node = node.children[word.charCodeAt(i) - 97];
    return node?.isWord === true;
  }
}

/** Collects words, and sorts them when it is asked for the first time. */
class SortedArray implements Words {
  readonly #words: string[] = [];
  #isSorted = true;

  add(word: string): void {
    this.#words.push(word);
    this.#isSorted = false;
  }

  has(word: string): boolean {
    const words = this.#sorted();
    return words[placeOf(words, word)] === word;
  }

  countWithPrefix(prefix: string): number {
    const words = this.#sorted();
    return placeOf(words, `${prefix}\uffff`) - placeOf(words, prefix);
  }

  #sorted(): string[] {
    if (!this.#isSorted) this.#words.sort();
    this.#isSorted = true;
    return this.#words;
  }
}

const lookup = (make: () => Words) => ({
  run: (input: Lookup) => addAndAsk(make(), input),
  holds: ({ words }: Lookup) => {
    const set = make();
    for (const word of words) set.add(word);
    set.has("");
    return set;
  },
});

interface Counting {
  add: (word: string) => unknown;
  countWithPrefix: (prefix: string) => number;
}

/** A new word each time, and how many begin with the first three letters of another. */
function countAsTheyCome(set: Counting, words: readonly string[]): number {
  let answer = 0;
  for (let i = 0; i < words.length; i++) {
    set.add(words[i]!);
    answer = (answer + set.countWithPrefix(words[words.length - 1 - i]!.slice(0, 3))) | 0;
  }
  return answer;
}

/** All words, and then for each how many begin with its first three letters. */
function countAtTheEnd(set: Counting, words: readonly string[]): number {
  for (const word of words) set.add(word);
  return words.reduce((answer, word) => (answer + set.countWithPrefix(word.slice(0, 3))) | 0, 0);
}

/** Stays sorted: each word is put in its place, and those behind it move up. */
class KeptSorted implements Counting {
  readonly #words: string[] = [];

  add(word: string): void {
    this.#words.splice(placeOf(this.#words, word), 0, word);
  }

  countWithPrefix(prefix: string): number {
    return placeOf(this.#words, `${prefix}\uffff`) - placeOf(this.#words, prefix);
  }
}

export default [
  comparison({
    title: "n words: add each, then ask twice for each",
    sizes: [1000, 8000, 24_000, 72_000, 720_000],
    input: (n, random): Lookup => {
      const words = wordLike(n, random);
      const others = words.map((word) => word.slice(0, -1) + "abcdefghijklm"[random.integer(0, 12)]!);
      return { words, asked: random.shuffled([...words, ...others]) };
    },
    contenders: {
      Trie: lookup(() => new Trie()),
      "nested Maps": lookup(() => new NestedMaps()),
      "arrays of 26 children": lookup(() => new LetterArrays()),
      "sorted array, binary search": lookup(() => new SortedArray()),
      "Set of strings": lookup(() => new Set<string>()),
      mnemonist: lookup(() => new MnemonistTrie<string>()),
    },
    bars: [{ against: "mnemonist", atLeast: 2.5, at: 72_000 }],
  }),
  comparison({
    title: "n words come one by one, each followed by a count of those with a prefix",
    sizes: [1000, 10_000, 100_000],
    input: (n, random) => wordLike(n, random),
    contenders: {
      Trie: (words) => countAsTheyCome(new Trie(), words),
      "nested Maps": (words) => countAsTheyCome(new NestedMaps(), words),
      "array kept sorted": (words) => countAsTheyCome(new KeptSorted(), words),
    },
  }),
  comparison({
    title: "n words come first, then n counts of those with a prefix",
    sizes: [1000, 10_000, 100_000],
    input: (n, random) => wordLike(n, random),
    contenders: {
      Trie: (words) => countAtTheEnd(new Trie(), words),
      "nested Maps": (words) => countAtTheEnd(new NestedMaps(), words),
      "sorted array, binary search": (words) => countAtTheEnd(new SortedArray(), words),
    },
  }),
];

import type { Mistakes } from "#lab/problem/index.ts";
import type problem from "./problem.ts";

interface Node {
  readonly next: Map<string, Node>;
  endsWord: boolean;
}

const newNode = (): Node => ({ next: new Map(), endsWord: false });

/** A right trie, of which most mistakes change one method. */
class Nodes {
  protected readonly root = newNode();

  insert(word: string) {
    let node = this.root;
    for (const letter of word) {
      if (!node.next.has(letter)) node.next.set(letter, newNode());
      node = node.next.get(letter)!;
    }
    node.endsWord = true;
  }

  search(word: string) {
    return this.find(word)?.endsWord === true;
  }

  startsWith(prefix: string) {
    return this.find(prefix) !== undefined;
  }

  protected find(text: string) {
    let node: Node | undefined = this.root;
    for (const letter of text) node = node?.next.get(letter);
    return node;
  }
}

export default {
  "takes a prefix for a word": {
    law: "search finds nothing else",
    input: [
      ["Trie", "insert", "search"],
      [[], ["aa"], ["a"]],
    ],
    Trie: class extends Nodes {
      override search(word: string) {
        return this.find(word) !== undefined;
      }
    },
  },
  "takes a word to end only where no other goes on": {
    law: "search finds each word inserted",
    input: [
      ["Trie", "insert", "insert", "search"],
      [[], ["aa"], ["a"], ["a"]],
    ],
    Trie: class extends Nodes {
      override search(word: string) {
        return this.find(word)?.next.size === 0;
      }
    },
  },
  "takes back the end of a word when a longer one passes": {
    law: "search finds each word inserted",
    input: [
      ["Trie", "insert", "insert", "search"],
      [[], ["a"], ["aa"], ["a"]],
    ],
    Trie: class extends Nodes {
      override insert(word: string) {
        let node = this.root;
        for (const [i, letter] of word.split("").entries()) {
          if (!node.next.has(letter)) node.next.set(letter, newNode());
          node = node.next.get(letter)!;
          node.endsWord = i === word.length - 1;
        }
      }
    },
  },
  "makes a new node where there is one": {
    law: "search finds each word inserted",
    input: [
      ["Trie", "insert", "insert", "search"],
      [[], ["a"], ["aa"], ["a"]],
    ],
    Trie: class extends Nodes {
      override insert(word: string) {
        let node = this.root;
        for (const letter of word) {
          const next = newNode();
          node.next.set(letter, next);
          node = next;
        }
        node.endsWord = true;
      }
    },
  },
  "asks whether the prefix is a word": {
    law: "startsWith finds each beginning of a word inserted",
    input: [
      ["Trie", "insert", "startsWith"],
      [[], ["aa"], ["a"]],
    ],
    Trie: class extends Nodes {
      override startsWith(prefix: string) {
        return this.search(prefix);
      }
    },
  },
  "wants the word to go on behind the prefix": {
    law: "startsWith finds each beginning of a word inserted",
    input: [
      ["Trie", "insert", "startsWith"],
      [[], ["a"], ["a"]],
    ],
    Trie: class extends Nodes {
      override startsWith(prefix: string) {
        return (this.find(prefix)?.next.size ?? 0) > 0;
      }
    },
  },
  "looks for the prefix anywhere in a word": {
    law: "startsWith finds nothing else",
    input: [
      ["Trie", "insert", "startsWith"],
      [[], ["ab"], ["b"]],
    ],
    Trie: class {
      private readonly words: string[] = [];
      insert(word: string) {
        this.words.push(word);
      }
      search(word: string) {
        return this.words.includes(word);
      }
      startsWith(prefix: string) {
        return this.words.some((word) => word.includes(prefix));
      }
    },
  },
  "keeps the letters of each place, not of each path": {
    law: "search finds nothing else",
    input: [
      ["Trie", "insert", "insert", "search"],
      [[], ["aa"], ["bb"], ["ab"]],
    ],
    Trie: class {
      private readonly lettersAt: Set<string>[] = [];
      private readonly lengths = new Set<number>();
      insert(word: string) {
        this.lengths.add(word.length);
        for (const [i, letter] of word.split("").entries()) (this.lettersAt[i] ??= new Set()).add(letter);
      }
      search(word: string) {
        return this.lengths.has(word.length) && this.startsWith(word);
      }
      startsWith(prefix: string) {
        return prefix.split("").every((letter, i) => this.lettersAt[i]?.has(letter));
      }
    },
  },
  "finds what every object inherits": {
    law: "search finds nothing else",
    input: [
      ["Trie", "search"],
      [[], ["constructor"]],
    ],
    Trie: class {
      private readonly words: Record<string, true> = {};
      insert(word: string) {
        this.words[word] = true;
      }
      search(word: string) {
        return word in this.words;
      }
      startsWith(prefix: string) {
        return Object.keys(this.words).some((word) => word.startsWith(prefix));
      }
    },
  },
} satisfies Mistakes<typeof problem>;

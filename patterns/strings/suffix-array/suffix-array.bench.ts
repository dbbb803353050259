import { comparison, type Comparison } from "#bench/comparison.ts";
import type { Random } from "#lab/problem/random.ts";
import { commonPrefixes, occurrences, suffixArray } from "./suffix-array.ts";

/** Sorts by the first symbol, then by two, four, eight: the ranks for k symbols are the keys for 2k. O(n log n). */
function prefixDoubling(text: string): Int32Array {
  const n = text.length;
  let ranks = Int32Array.from({ length: n }, (_, i) => text.charCodeAt(i));
  let next = new Int32Array(n);
  // In the order of the second key: those that have none come first.
  const bySecond = Int32Array.from({ length: n }, (_, i) => i);
  const suffixes = new Int32Array(n);
  const tails = new Int32Array(Math.max(n, 2 ** 16) + 1);
  let distinct = 2 ** 16;
  for (let k = 0; distinct < n || k === 0; k = Math.max(1, 2 * k)) {
    if (k > 0) {
      let filled = 0;
      for (let i = n - k; i < n; i++) bySecond[filled++] = i;
      for (let i = 0; i < n; i++) if (suffixes[i]! >= k) bySecond[filled++] = suffixes[i]! - k;
    }
    tails.fill(0, 0, distinct + 1);
    for (let i = 0; i < n; i++) tails[ranks[i]!]!++;
    for (let rank = 1; rank < distinct; rank++) tails[rank]! += tails[rank - 1]!;
    for (let i = n - 1; i >= 0; i--) suffixes[--tails[ranks[bySecond[i]!]!]!] = bySecond[i]!;
    distinct = 0;
    for (let i = 0; i < n; i++) {
      const [a, b] = [suffixes[i]!, i > 0 ? suffixes[i - 1]! : -1];
      const isEqual =
        b >= 0 &&
        ranks[a] === ranks[b] &&
        (k === 0 || (a + k < n && b + k < n && ranks[a + k] === ranks[b + k]));
      if (!isEqual) distinct++;
      next[a] = distinct - 1;
    }
    [ranks, next] = [next, ranks];
  }
  return suffixes;
}

function sortedStrings(text: string): Int32Array {
  const places = Array.from({ length: text.length }, (_, i) => i);
  return Int32Array.from(places.sort((i, j) => (text.slice(i) < text.slice(j) ? -1 : 1)));
}

const drawn = (letters: string, n: number, random: Random): string =>
  Array.from({ length: n }, () => letters[random.integer(0, letters.length - 1)]).join("");

function fibonacci(n: number): string {
  let [before, word] = ["b", "a"];
  while (word.length < n) [before, word] = [word, word + before];
  return word.slice(0, n);
}

const sorting = (what: string, input: (n: number, random: Random) => string): Comparison =>
  comparison({
    title: `sort the suffixes of n ${what}`,
    sizes: [1e3, 1e4, 1e5, 1e6, 1e7],
    input,
    contenders: {
      "induced sorting": suffixArray,
      "prefix doubling": prefixDoubling,
      "sorted as strings": sortedStrings,
    },
  });

/** All places of the pattern, overlapping ones included, added up. */
function sumOfPlaces(text: string, pattern: string): number {
  let sum = 0;
  for (let i = text.indexOf(pattern); i >= 0; i = text.indexOf(pattern, i + 1)) sum += i;
  return sum;
}

function sumOfRange(suffixes: Int32Array, { from, to }: { from: number; to: number }): number {
  let sum = 0;
  for (let i = from; i < to; i++) sum += suffixes[i]!;
  return sum;
}

export default [
  sorting("random letters", (n, random) => drawn("abcdefghijklmnopqrstuvwxyz", n, random)),
  sorting("letters of DNA", (n, random) => drawn("ACGT", n, random)),
  sorting("equal letters", (n) => "a".repeat(n)),
  sorting("letters of a Fibonacci word", fibonacci),
  comparison({
    title: "common prefixes of neighbours among the sorted suffixes of n letters, n/2 of DNA and these again",
    sizes: [1e3, 1e4, 1e5, 1e6],
    input: (n, random) => {
      const text = drawn("ACGT", n / 2, random).repeat(2);
      return { text, suffixes: suffixArray(text) };
    },
    contenders: {
      "in the order of the text": ({ text, suffixes }) => commonPrefixes(text, suffixes),
      "each pair from its beginning": ({ text, suffixes }) =>
        suffixes.map((place, i) => {
          let length = 0;
          const other = i > 0 ? suffixes[i - 1]! : text.length;
          while (
            Math.max(place, other) + length < text.length &&
            text.charCodeAt(place + length) === text.charCodeAt(other + length)
          )
            length++;
          return length;
        }),
    },
  }),
  comparison({
    title: "find 1 000 patterns of 12 letters in n letters of DNA, sorting included",
    sizes: [1e3, 1e4, 1e5, 1e6],
    input: (n, random) => {
      const text = drawn("ACGT", n, random);
      const patterns = Array.from({ length: 1000 }, (_, i) => {
        const place = random.integer(0, n - 12);
        return i % 2 === 0 ? text.slice(place, place + 12) : drawn("ACGT", 12, random);
      });
      return { text, patterns };
    },
    contenders: {
      "suffix array": ({ text, patterns }) => {
        const suffixes = suffixArray(text);
        return patterns.map((pattern) => sumOfRange(suffixes, occurrences(text, suffixes, pattern)));
      },
      indexOf: ({ text, patterns }) => patterns.map((pattern) => sumOfPlaces(text, pattern)),
    },
  }),
  comparison({
    title: "find a…aba…a, half as long as the text, in n letters a, sorting included",
    sizes: [1e3, 1e4, 1e5, 1e6, 1e7],
    input: (n) => ({ text: "a".repeat(n), pattern: "a".repeat(n / 4) + "b" + "a".repeat(n / 4) }),
    contenders: {
      "suffix array": ({ text, pattern }) => {
        const suffixes = suffixArray(text);
        return sumOfRange(suffixes, occurrences(text, suffixes, pattern));
      },
      indexOf: ({ text, pattern }) => sumOfPlaces(text, pattern),
    },
    bars: [{ against: "indexOf", atLeast: 10, at: 1e5 }],
  }),
];

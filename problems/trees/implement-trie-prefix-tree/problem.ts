import fc from "fast-check";
import {
  type Check,
  design,
  type Operations,
  problem,
  type Results,
  script,
  type Step,
} from "#lab/problem/index.ts";
import { SetOfBeginnings } from "./approaches.ts";
import * as stub from "./stub.ts";

const mostCalls = 3e4;
const longestWord = 2000;

function wordsOf(letters: string, maxLength: number): fc.Arbitrary<string> {
  return fc.string({ unit: fc.constantFrom(...letters.split("")), minLength: 1, maxLength });
}

/** Few letters, so that words begin alike; among the others one that every object inherits a property of. */
const word = fc.oneof(
  { arbitrary: wordsOf("ab", 3), weight: 12 },
  { arbitrary: wordsOf("az", 5), weight: 3 },
  { arbitrary: fc.constant("constructor"), weight: 1 },
  { arbitrary: wordsOf("abcdefghijklmnopqrstuvwxyz", 12), weight: 1 },
);

const { legalScript, ...calls } = design({
  className: "Trie",
  model: () => new SetOfBeginnings(),
  methods: {
    insert: { args: fc.tuple(word), takes: { word: "string" }, returns: "void", weight: 2 },
    search: { args: fc.tuple(word), takes: { word: "string" }, returns: "boolean", weight: 2 },
    startsWith: { args: fc.tuple(word), takes: { prefix: "string" }, returns: "boolean", weight: 2 },
  },
  maxLength: 20,
});

/** Where `wanted` is what the method is to return, it does. */
function returns(wanted: boolean, method: string): Check<Operations, Results> {
  return (output, [names], right) =>
    names.every((name, i) => name !== method || right[i] !== wanted || output[i] === wanted);
}

const wordLength = 6;

/** A word for each number below 26⁴; with few letters changing, neighbours differ at the end only. */
function wordOf(number: number): string {
  let word = "";
  for (let rest = number; word.length < wordLength; rest = Math.floor(rest / 26))
    word = String.fromCharCode(97 + (rest % 26)) + word;
  return word;
}

/** n calls: the words are inserted in the first half, and `step` says what follows. */
function onManyWords(n: number, words: readonly string[], step: (i: number) => Step): Operations {
  const inserted = words.map((word): Step => ["insert", [word]]);
  return script("Trie", [...inserted, ...Array.from({ length: n - words.length }, (_, i) => step(i))]);
}

export default problem(stub, {
  ...calls,
  examples: [
    {
      input: [
        ["Trie", "insert", "search", "search", "startsWith", "insert", "search", "search"],
        [[], ["tree"], ["tree"], ["tre"], ["tre"], ["tre"], ["tre"], ["tree"]],
      ],
      output: [null, null, true, false, true, null, true, true],
    },
    {
      input: [
        ["Trie", "startsWith", "insert", "insert", "startsWith", "startsWith", "search"],
        [[], ["o"], ["on"], ["one"], ["one"], ["ne"], ["ones"]],
      ],
      output: [null, false, null, null, true, false, false],
    },
  ],
  constraints: {
    ...legalScript,
    "every word and prefix is made of 1 to 2000 letters from a to z": ([, args]) =>
      args.flat().every((text) => /^[a-z]+$/.test(text as string) && (text as string).length <= longestWord),
    "at most 3·10⁴ calls": ([names]) => names.length - 1 <= mostCalls,
  },
  checks: {
    "search finds each word inserted": returns(true, "search"),
    "search finds nothing else": returns(false, "search"),
    "startsWith finds each beginning of a word inserted": returns(true, "startsWith"),
    "startsWith finds nothing else": returns(false, "startsWith"),
  },
  workloads: {
    "words that differ at the end only": (n) =>
      onManyWords(
        n,
        Array.from({ length: n >> 1 }, (_, i) => wordOf(2 * i)),
        (i) => [i % 2 === 0 ? "search" : "startsWith", [wordOf(2 * i + 1)]],
      ),
    "beginnings of random words": (n, random) => {
      const words = Array.from({ length: n >> 1 }, () => wordOf(random.integer(0, 26 ** wordLength - 1)));
      return onManyWords(n, words, (i) => {
        const word = words[random.integer(0, words.length - 1)]!;
        return i % 2 === 0
          ? ["search", [word]]
          : ["startsWith", [word.slice(0, random.integer(1, wordLength))]];
      });
    },
  },
  growth: "1",
  // Half of the calls insert, and each word may take several nodes: enough to tell, and quick.
  largest: 2 ** 12,
});

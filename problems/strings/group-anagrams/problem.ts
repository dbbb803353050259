import fc from "fast-check";
import { equal, problem, type Random, sameGroups } from "#lab/problem/index.ts";
import * as stub from "./stub.ts";

/** Lists of words. */
function lists(word: fc.Arbitrary<string>, maxLength: number): fc.Arbitrary<[string[]]> {
  return fc.tuple(fc.array(word, { minLength: 1, maxLength }));
}

function words(letters: string, lengths: { minLength?: number; maxLength: number }): fc.Arbitrary<string> {
  return fc.string({ unit: fc.constantFrom(...letters.split("")), ...lengths });
}

const alphabet = "abcdefghijklmnopqrstuvwxyz";

/**
 * Words whose counts, 11 and 0 against 1 and 10 for example, are told apart only by where a number ends; and counts that are
 * 0 for whoever keeps a few bits of them.
 */
const counted = fc.constantFrom(
  "a".repeat(16),
  "b".repeat(16),
  "a".repeat(32),
  "a".repeat(100),
  "a".repeat(11),
  `a${"b".repeat(10)}`,
  `${"a".repeat(11)}b`,
  `a${"b".repeat(11)}`,
);

/** So many letters whose product of primes has more digits than a number keeps. */
const long = words("xz", { minLength: 9, maxLength: 12 });

function lettersOf(word: string): string {
  return word.split("").sort().join("");
}

/** Words of nine letters that are no anagrams of each other: each base-3 digit of the index has letters of its own. */
function wordOf(index: number): string {
  const digits = index.toString(3).padStart(9, "0").split("").reverse();
  return digits.map((digit, i) => alphabet[3 * i + Number(digit)]!).join("");
}

function rearranged(word: string, random: Random): string {
  return random.shuffled(word.split("")).join("");
}

export default problem(stub, {
  takes: { strs: "string[]" },
  returns: "string[][]",
  severalAnswers: true,
  examples: [
    {
      input: [["state", "dusty", "taste", "night", "study", "thing"]],
      output: [
        ["state", "taste"],
        ["dusty", "study"],
        ["night", "thing"],
      ],
    },
    { input: [["to", "too", "", "to"]], output: [["to", "to"], ["too"], [""]] },
  ],
  constraints: {
    "there are 1 to 10⁴ words": ([strs]) => strs.length >= 1 && strs.length <= 1e4,
    "a word has at most 100 letters": ([strs]) => strs.every((word) => word.length <= 100),
    "all letters are small English ones": ([strs]) => strs.every((word) => /^[a-z]*$/.test(word)),
  },
  inputs: fc.oneof(
    lists(words("ab", { maxLength: 3 }), 6),
    lists(words("abc", { maxLength: 4 }), 12),
    lists(counted, 6),
    lists(long, 8),
    lists(words(alphabet, { maxLength: 2 }), 30),
  ),
  call: ({ groupAnagrams }, [strs]) => groupAnagrams(strs),
  checks: {
    "no group is empty": (output) => output.every((group) => group.length > 0),
    "each word is in a group, as often as in strs": (output, [strs]) =>
      equal(output.flat().sort(), [...strs].sort()),
    "the words of a group are anagrams": (output) =>
      output.every((group) => new Set(group.map(lettersOf)).size <= 1),
    "all anagrams of a word are in its group": sameGroups,
  },
  workloads: {
    "no two anagrams": (n, random) => [
      random.shuffled(Array.from({ length: n }, (_, i) => rearranged(wordOf(i), random))),
    ],
    "anagrams only": (n, random) => [Array.from({ length: n }, () => rearranged(wordOf(0), random))],
  },
  growth: "n",
  // The growth is clear by then, and ten thousand words would take three times as long to sort and send.
  largest: 2 ** 12,
});

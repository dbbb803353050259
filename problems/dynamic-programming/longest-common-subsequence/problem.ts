import fc from "fast-check";
import { problem, type Random, sameAsObvious } from "#lab/problem/index.ts";
import * as stub from "./stub.ts";

const alphabet = "abcdefghijklmnopqrstuvwxyz";

/** Texts of 1 to maxLength of the first few letters. */
function texts(letters: number, maxLength: number): fc.Arbitrary<string> {
  return fc.string({
    unit: fc.constantFrom(...Array.from(alphabet.slice(0, letters))),
    minLength: 1,
    maxLength,
  });
}

function randomText(length: number, letters: string, random: Random): string {
  return Array.from({ length }, () => letters[random.integer(0, letters.length - 1)]!).join("");
}

/** How often each letter stands in both texts: as often as in the one that has fewer. */
function sharedCounts(text1: string, text2: string): number[] {
  const count = (text: string, letter: string): number => text.split(letter).length - 1;
  return Array.from(alphabet, (letter) => Math.min(count(text1, letter), count(text2, letter)));
}

export default problem(stub, {
  takes: { text1: "string", text2: "string" },
  returns: "number",
  examples: [
    { input: ["stone", "longest"], output: 3 },
    { input: ["night", "thing"], output: 2 },
    { input: ["abc", "xyz"], output: 0 },
  ],
  constraints: {
    "each text has 1 to 1000 letters": (both) =>
      both.every((text) => text.length >= 1 && text.length <= 1000),
    "all letters are lowercase English ones": (both) => both.every((text) => /^[a-z]*$/.test(text)),
  },
  inputs: fc.oneof(
    fc.tuple(texts(2, 3), texts(2, 3)),
    fc.tuple(texts(3, 7), texts(3, 7)),
    fc.tuple(texts(26, 5), texts(26, 5)),
    fc.tuple(texts(3, 2), texts(3, 20)),
    fc.tuple(texts(3, 20), texts(3, 2)),
  ),
  call: ({ longestCommonSubsequence }, [text1, text2]) => longestCommonSubsequence(text1, text2),
  checks: {
    "a whole number, 0 or more": (output) => Number.isInteger(output) && output >= 0,
    "no longer than the shorter text": (output, [text1, text2]) =>
      output <= Math.min(text1.length, text2.length),
    "no longer than all letters that both texts have": (output, [text1, text2]) =>
      output <= sharedCounts(text1, text2).reduce((sum, count) => sum + count, 0),
    "no shorter than one letter repeated": (output, [text1, text2]) =>
      output >= Math.max(...sharedCounts(text1, text2)),
    "the longest there is": sameAsObvious,
  },
  // n is the number of letters in both texts together.
  workloads: {
    "no letter in common": (n) => ["a".repeat(n >> 1), "b".repeat(n - (n >> 1))],
    "two letters at random": (n, random) => [
      randomText(n >> 1, "ab", random),
      randomText(n - (n >> 1), "ab", random),
    ],
    "all letters at random": (n, random) => [
      randomText(n >> 1, alphabet, random),
      randomText(n - (n >> 1), alphabet, random),
    ],
    "a text and its beginning": (n, random) => {
      const text = randomText(n - (n >> 1), alphabet, random);
      return [text, text.slice(0, n >> 1)];
    },
  },
  growth: "n²",
  largest: 2000,
});

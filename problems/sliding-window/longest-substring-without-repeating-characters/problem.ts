import fc from "fast-check";
import { problem } from "#lab/problem/index.ts";
import * as stub from "./stub.ts";

/** Strings of these characters. */
function textOf(characters: string, maxLength: number): fc.Arbitrary<string> {
  return fc.string({ unit: fc.constantFrom(...characters.split("")), maxLength });
}

/** The 95 characters from the space to the tilde. */
const printable = Array.from({ length: 95 }, (_, i) => String.fromCharCode(32 + i));

/** The input of n characters, each told by its place. */
function text(n: number, characterAt: (i: number) => string): [string] {
  return [Array.from({ length: n }, (_, i) => characterAt(i)).join("")];
}

export default problem(stub, {
  takes: { s: "string" },
  returns: "number",
  examples: [
    { input: ["banana"], output: 3 },
    { input: ["the tenth"], output: 4 },
    { input: ["zzz"], output: 1 },
    { input: [""], output: 0 },
  ],
  constraints: {
    "s has at most 5 · 10⁴ characters": ([s]) => s.length <= 5e4,
    "all characters are letters, digits, symbols or spaces of ASCII": ([s]) => /^[ -~]*$/.test(s),
  },
  inputs: fc.tuple(
    fc.oneof(
      textOf("ab", 4),
      textOf("abc", 8),
      textOf("a A1!", 8),
      fc.string({ unit: fc.constantFrom(...printable), maxLength: 24 }),
      // Long runs without a repetition.
      fc.shuffledSubarray(printable).map(
        (characters) => characters.join(""),
        (s) => (s as string).split(""),
      ),
    ),
  ),
  call: ({ lengthOfLongestSubstring }, [s]) => lengthOfLongestSubstring(s),
  checks: {
    "some substring of that length repeats no character": (output, _input, wanted) => output <= wanted,
    "no longer one does without a repeat": (output, _input, wanted) => output >= wanted,
  },
  workloads: {
    "small letters in turn": (n) => text(n, (i) => String.fromCharCode(97 + (i % 26))),
    "random characters": (n, random) => text(n, () => printable[random.integer(0, 94)]!),
  },
  growth: "n",
});

import fc from "fast-check";
import { problem } from "#lab/problem/index.ts";
import * as stub from "./stub.ts";

/** A string of these letters and another one to look for in it. */
function texts(letters: string, most: { s: number; t: number }): fc.Arbitrary<[string, string]> {
  const unit = fc.constantFrom(...letters.split(""));
  return fc.tuple(
    fc.string({ unit, minLength: 1, maxLength: most.s }),
    fc.string({ unit, minLength: 1, maxLength: most.t }),
  );
}

/** Does the window hold each letter of t as often as t does? */
function holds(window: string, t: string): boolean {
  const counts = new Map<string, number>();
  for (const letter of window) counts.set(letter, (counts.get(letter) ?? 0) + 1);
  for (const letter of t) {
    const left = (counts.get(letter) ?? 0) - 1;
    if (left < 0) return false;
    counts.set(letter, left);
  }
  return true;
}

const alphabet = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ";

export default problem(stub, {
  takes: { s: "string", t: "string" },
  returns: "string",
  severalAnswers: true,
  examples: [
    { input: ["mississippi", "psps"], output: "ssipp" },
    { input: ["banana", "nab"], output: "ban" },
    { input: ["abba", "ab"], output: "ab" },
    { input: ["a", "aa"], output: "" },
  ],
  constraints: {
    "s and t have 1 to 10⁵ letters each": ([s, t]) => [s, t].every((x) => x.length >= 1 && x.length <= 1e5),
    "both consist of small and capital English letters": ([s, t]) => /^[a-zA-Z]+$/.test(s + t),
  },
  inputs: fc.oneof(
    texts("ab", { s: 5, t: 3 }),
    texts("abA", { s: 10, t: 4 }),
    texts("abcdX", { s: 24, t: 6 }),
    texts(alphabet, { s: 40, t: 2 }),
  ),
  call: ({ minWindow }, [s, t]) => minWindow(s, t),
  checks: {
    "is a substring of s": (output, [s]) => s.includes(output),
    "holds each letter of t as often as t does": (output, [, t]) => output === "" || holds(output, t),
    "is empty only if no window does": (output, _input, wanted) => output !== "" || wanted === "",
    "no window is shorter": (output, _input, wanted) => output.length === wanted.length,
  },
  workloads: {
    "the last letter at the very end": (n) => [`${"a".repeat(n - 3)}b`, "ab"],
    "a long t": (n, random) => {
      // Few letters in turn: at random, whoever compares all counts would look the further the longer the text is.
      const s = Array.from({ length: n - (n >> 2) }, (_, i) => "abAB"[i % 4]!);
      return [s.join(""), random.shuffled(s.slice(-(n >> 2))).join("")];
    },
    "no window at all": (n, random) => {
      const s = Array.from({ length: n - 3 }, () => alphabet[random.integer(0, 24)]!);
      return [s.join(""), "abz"];
    },
  },
  growth: "n",
});

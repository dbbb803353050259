import fc from "fast-check";
import { problem, sameAsObvious } from "#lab/problem/index.ts";
import * as stub from "./stub.ts";

const openers = ["(", "[", "{"];
const closers = [")", "]", "}"];
const anyBracket = fc.constantFrom(...openers, ...closers);

/** Brackets in any order: mostly wrong. */
function anyOrder(maxLength: number): fc.Arbitrary<string> {
  return fc.string({ unit: anyBracket, minLength: 1, maxLength });
}

/** A turn up to 2 opens a bracket of that kind, any other closes the one opened last; at the end all are closed. */
function balanced(turns: number): fc.Arbitrary<string> {
  return fc.array(fc.nat({ max: 5 }), { minLength: 1, maxLength: turns }).map(
    (drawn) => {
      const open: number[] = [];
      let s = "";
      for (const turn of drawn) {
        if (turn < 3) {
          s += openers[turn]!;
          open.push(turn);
        } else if (open.length > 0) s += closers[open.pop()!]!;
      }
      while (open.length > 0) s += closers[open.pop()!]!;
      return s === "" ? "()" : s;
    },
    (s) => {
      const untilLastOpener = /^.*[([{]/.exec(s as string)?.[0] ?? "";
      return Array.from(untilLastOpener, (bracket) =>
        openers.includes(bracket) ? openers.indexOf(bracket) : 3,
      );
    },
  );
}

const edits: readonly ((s: string, at: number, bracket: string) => string)[] = [
  (s, at, bracket) => s.slice(0, at) + bracket + s.slice(at + 1),
  (s, at) => s.slice(0, at) + s.slice(at + 1),
  (s, at) => s.slice(0, at) + (s[at + 1] ?? "") + s[at]! + s.slice(at + 2),
];

/** One bracket of a balanced string is changed, removed, or swapped with its neighbour. */
function nearMiss(turns: number): fc.Arbitrary<string> {
  return fc
    .tuple(balanced(turns), fc.nat({ max: 1e6 }), fc.constantFrom(...edits), anyBracket)
    .map(([s, at, edit, bracket]) => edit(s, at % s.length, bracket));
}

/** How many brackets, of whatever kind, are open behind each place of s. */
function depths(s: string): number[] {
  let depth = 0;
  return Array.from(s, (bracket) => (depth += openers.includes(bracket) ? 1 : -1));
}

/** `depth` brackets of all kinds, one inside the other. */
function nested(depth: number): string {
  const kinds = Array.from({ length: depth }, (_, i) => i % 3);
  return (
    kinds.map((kind) => openers[kind]!).join("") +
    kinds
      .map((kind) => closers[kind]!)
      .reverse()
      .join("")
  );
}

export default problem(stub, {
  takes: { s: "string" },
  returns: "boolean",
  examples: [
    { input: ["([]{})"], output: true },
    { input: ["([)]"], output: false },
    { input: ["{}["], output: false },
  ],
  constraints: {
    "s has 1 to 10⁴ characters": ([s]) => s.length >= 1 && s.length <= 1e4,
    "s holds nothing but the brackets ( ) [ ] { }": ([s]) => /^[()[\]{}]*$/.test(s),
  },
  inputs: fc.tuple(fc.oneof(anyOrder(4), balanced(4), nearMiss(4), balanced(20), nearMiss(20), anyOrder(12))),
  call: ({ isValid }, [s]) => isValid(s),
  checks: {
    "no bracket is closed before it is opened": (valid, [s]) =>
      !valid || depths(s).every((depth) => depth >= 0),
    "nothing stays open": (valid, [s]) => !valid || depths(s).at(-1) === 0,
    "valid exactly if deleting neighbouring pairs leaves nothing": sameAsObvious,
  },
  workloads: {
    "all nested": (n) => [nested(n >> 1)],
    "nested, and the outermost is never closed": (n) => ["(" + nested((n - 1) >> 1)],
    "random and valid": (n, random) => {
      const open: number[] = [];
      let s = "";
      while (s.length + open.length + 2 <= n) {
        if (open.length > 0 && random.next() < 0.4) s += closers[open.pop()!]!;
        else {
          open.push(random.integer(0, 2));
          s += openers[open.at(-1)!]!;
        }
      }
      while (open.length > 0) s += closers[open.pop()!]!;
      return [s];
    },
  },
  growth: "n",
  largest: 1e4,
});

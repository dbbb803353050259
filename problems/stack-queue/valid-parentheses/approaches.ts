import type { Approaches } from "#lab/problem/index.ts";
import type * as stub from "./stub.ts";

/** Deletes the first pair that stands side by side until there is none. O(n²) time, O(n) space. */
export function deletePairs(s: string): boolean {
  const pairs = ["()", "[]", "{}"];
  const rest = Array.from(s);
  for (;;) {
    const at = rest.findIndex((_, i) => pairs.includes(rest.slice(i, i + 2).join("")));
    if (at === -1) return rest.length === 0;
    rest.splice(at, 2);
  }
}

/** Keeps the brackets that are open, the last one on top. O(n) time, O(n) space. */
export function stackOfOpeners(s: string): boolean {
  const openerOf = new Map([
    [")", "("],
    ["]", "["],
    ["}", "{"],
  ]);
  const open: string[] = [];
  for (const bracket of s) {
    const opener = openerOf.get(bracket);
    if (opener === undefined) open.push(bracket);
    else if (open.pop() !== opener) return false;
  }
  return open.length === 0;
}

/** Keeps the closers that are due, the next one on top. O(n) time, O(n) space. */
export function stackOfExpectedClosers(s: string): boolean {
  const due: string[] = [];
  for (const bracket of s) {
    if (bracket === "(") due.push(")");
    else if (bracket === "[") due.push("]");
    else if (bracket === "{") due.push("}");
    else if (due.pop() !== bracket) return false;
  }
  return due.length === 0;
}

export default {
  "delete pairs": { growth: "n²", isValid: deletePairs },
  "stack of openers": { growth: "n", isValid: stackOfOpeners },
  "stack of expected closers": { growth: "n", isValid: stackOfExpectedClosers },
} satisfies Approaches<typeof stub>;

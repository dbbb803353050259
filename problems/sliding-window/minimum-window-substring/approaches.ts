import type { Approaches } from "#lab/problem/index.ts";
import type * as stub from "./stub.ts";

/** Walks from every start until all of t has been met. O(n²) time, O(k) space for k different letters. */
export function fromEveryStart(s: string, t: string): string {
  let shortest: string | undefined;
  for (let start = 0; start < s.length; start++) {
    const wanted = countsOf(t);
    let missing = t.length;
    let end = start;
    while (missing > 0 && end < s.length) {
      const letter = s[end++]!;
      const count = wanted.get(letter) ?? 0;
      if (count === 0) continue;
      wanted.set(letter, count - 1);
      missing--;
    }
    if (missing === 0 && (shortest === undefined || end - start < shortest.length))
      shortest = s.slice(start, end);
  }
  return shortest ?? "";
}

/** Halves the range of lengths, sliding a window of fixed length for each. O(n log n) time, O(k) space. */
export function binarySearch(s: string, t: string): string {
  let shortest = "";
  let low = t.length;
  let high = s.length;
  while (low <= high) {
    const length = (low + high) >> 1;
    const found = windowOf(length, s, t);
    if (found === undefined) low = length + 1;
    else {
      shortest = found;
      high = length - 1;
    }
  }
  return shortest;
}

function windowOf(length: number, s: string, t: string): string | undefined {
  const debt = new Debt(t);
  for (let end = 1; end <= s.length; end++) {
    debt.enter(s[end - 1]!);
    if (end > length) debt.leave(s[end - length - 1]!);
    if (end >= length && debt.missing === 0) return s.slice(end - length, end);
  }
  return undefined;
}

/** Grows the window until nothing is missing, shrinks it until something is. O(n) time, O(k) space. */
export function slidingWindow(s: string, t: string): string {
  const debt = new Debt(t);
  let start = 0;
  let shortest: [start: number, end: number] | undefined;
  for (let end = 1; end <= s.length; end++) {
    debt.enter(s[end - 1]!);
    while (debt.missing === 0) {
      if (!shortest || end - start < shortest[1] - shortest[0]) shortest = [start, end];
      debt.leave(s[start++]!);
    }
  }
  return shortest ? s.slice(...shortest) : "";
}

/** What a window owes t. */
class Debt {
  /** How many copies of each letter are owed; below zero when the window holds copies to spare. */
  private readonly owed: Map<string, number>;
  /** The copies owed of all letters together, what is to spare of one never paying for another. */
  missing: number;

  constructor(t: string) {
    this.owed = countsOf(t);
    this.missing = t.length;
  }

  enter(letter: string): void {
    const owed = this.owed.get(letter) ?? 0;
    if (owed > 0) this.missing--;
    this.owed.set(letter, owed - 1);
  }

  leave(letter: string): void {
    const owed = this.owed.get(letter)!;
    if (owed >= 0) this.missing++;
    this.owed.set(letter, owed + 1);
  }
}

function countsOf(letters: string): Map<string, number> {
  const counts = new Map<string, number>();
  for (const letter of letters) counts.set(letter, (counts.get(letter) ?? 0) + 1);
  return counts;
}

export default {
  "from every start": { growth: "n²", minWindow: fromEveryStart },
  "binary search for the length": { growth: "n log n", minWindow: binarySearch },
  "sliding window": { growth: "n", minWindow: slidingWindow },
} satisfies Approaches<typeof stub>;

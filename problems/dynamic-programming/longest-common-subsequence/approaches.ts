import type { Approaches } from "#lab/problem/index.ts";
import type * as stub from "./stub.ts";

/** Drops or matches the last letters, again and again. O(2^(m + n)) time, O(m + n) space, for m and n letters. */
export function recursion(text1: string, text2: string): number {
  /** Of the first i letters of text1 and the first j letters of text2. */
  const longest = (i: number, j: number): number => {
    if (i === 0 || j === 0) return 0;
    if (text1[i - 1] === text2[j - 1]) return longest(i - 1, j - 1) + 1;
    return Math.max(longest(i - 1, j), longest(i, j - 1));
  };
  return longest(text1.length, text2.length);
}

/** Fills in the answers for all pairs of beginnings, shortest first. O(mn) time, O(mn) space. */
export function table(text1: string, text2: string): number {
  const longest = [new Array<number>(text2.length + 1).fill(0)];
  for (let i = 1; i <= text1.length; i++) {
    const row = [0];
    for (let j = 1; j <= text2.length; j++) {
      const matched = text1[i - 1] === text2[j - 1];
      row.push(matched ? longest[i - 1]![j - 1]! + 1 : Math.max(longest[i - 1]![j]!, row[j - 1]!));
    }
    longest.push(row);
  }
  return longest[text1.length]![text2.length]!;
}

/** Keeps the present row of the table and the one above it. O(mn) time, O(n) space. */
export function twoRows(text1: string, text2: string): number {
  let above = new Array<number>(text2.length + 1).fill(0);
  let row = [...above];
  for (const letter of text1) {
    for (let j = 1; j <= text2.length; j++) {
      row[j] = letter === text2[j - 1] ? above[j - 1]! + 1 : Math.max(above[j]!, row[j - 1]!);
    }
    [above, row] = [row, above];
  }
  return above[text2.length]!;
}

export default {
  recursion: { growth: "2ⁿ", longestCommonSubsequence: recursion },
  table: { growth: "n²", longestCommonSubsequence: table },
  "two rows": { growth: "n²", longestCommonSubsequence: twoRows },
} satisfies Approaches<typeof stub>;

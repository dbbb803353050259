import type { Mistakes } from "#lab/problem/index.ts";
import type problem from "./problem.ts";

export default {
  "wants the letters to stand side by side": {
    law: "no shorter than one letter repeated",
    input: ["aa", "aba"],
    longestCommonSubsequence(text1, text2) {
      let best = 0;
      let above = new Array<number>(text2.length + 1).fill(0);
      for (const letter of text1) {
        const row = [0];
        for (let j = 1; j <= text2.length; j++) {
          row.push(letter === text2[j - 1] ? above[j - 1]! + 1 : 0);
          best = Math.max(best, row[j]!);
        }
        above = row;
      }
      return best;
    },
  },
  "takes every letter it can, from left to right": {
    law: "the longest there is",
    input: ["aba", "ba"],
    longestCommonSubsequence(text1, text2) {
      let length = 0;
      let from = 0;
      for (const letter of text1) {
        const at = text2.indexOf(letter, from);
        if (at === -1) continue;
        length++;
        from = at + 1;
      }
      return length;
    },
  },
  "counts the shared letters in any order": {
    law: "the longest there is",
    input: ["ab", "ba"],
    longestCommonSubsequence(text1, text2) {
      const left = Array.from(text2);
      let length = 0;
      for (const letter of text1) {
        const at = left.indexOf(letter);
        if (at === -1) continue;
        left.splice(at, 1);
        length++;
      }
      return length;
    },
  },
  "waits for the first letter of text1": {
    law: "no shorter than one letter repeated",
    input: ["ba", "a"],
    longestCommonSubsequence(text1, text2) {
      let i = 0;
      for (const letter of text2) {
        if (letter === text1[i]) i++;
      }
      return i;
    },
  },
  "steps past both letters when they differ": {
    law: "no shorter than one letter repeated",
    input: ["a", "ba"],
    longestCommonSubsequence(text1, text2) {
      const longest = (i: number, j: number): number => {
        if (i === text1.length || j === text2.length) return 0;
        return longest(i + 1, j + 1) + (text1[i] === text2[j] ? 1 : 0);
      };
      return longest(0, 0);
    },
  },
  "adds one to a neighbour instead of the diagonal": {
    law: "no longer than the shorter text",
    input: ["a", "aa"],
    longestCommonSubsequence(text1, text2) {
      const longest = Array.from({ length: text1.length + 1 }, () =>
        new Array<number>(text2.length + 1).fill(0),
      );
      for (let i = 1; i <= text1.length; i++) {
        for (let j = 1; j <= text2.length; j++) {
          const matched = text1[i - 1] === text2[j - 1];
          longest[i]![j] = Math.max(longest[i - 1]![j]!, longest[i]![j - 1]!) + (matched ? 1 : 0);
        }
      }
      return longest[text1.length]![text2.length]!;
    },
  },
  "fills the table with one and the same row": {
    law: "no longer than the shorter text",
    input: ["a", "aa"],
    longestCommonSubsequence(text1, text2) {
      const longest = new Array<number[]>(text1.length + 1).fill(new Array<number>(text2.length + 1).fill(0));
      for (let i = 1; i <= text1.length; i++) {
        for (let j = 1; j <= text2.length; j++) {
          longest[i]![j] =
            text1[i - 1] === text2[j - 1]
              ? longest[i - 1]![j - 1]! + 1
              : Math.max(longest[i - 1]![j]!, longest[i]![j - 1]!);
        }
      }
      return longest[text1.length]![text2.length]!;
    },
  },
  "never compares the first letters": {
    law: "no shorter than one letter repeated",
    input: ["a", "a"],
    longestCommonSubsequence(text1, text2) {
      const longest = Array.from({ length: text1.length }, () => new Array<number>(text2.length).fill(0));
      for (let i = 1; i < text1.length; i++) {
        for (let j = 1; j < text2.length; j++) {
          longest[i]![j] =
            text1[i] === text2[j]
              ? longest[i - 1]![j - 1]! + 1
              : Math.max(longest[i - 1]![j]!, longest[i]![j - 1]!);
        }
      }
      return longest.at(-1)!.at(-1)!;
    },
  },
} satisfies Mistakes<typeof problem>;

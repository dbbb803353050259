import type { Mistakes } from "#lab/problem/index.ts";
import type problem from "./problem.ts";

export default {
  "starts over at the repeated character": {
    law: "no longer one does without a repeat",
    input: ["abac"],
    lengthOfLongestSubstring(s) {
      let seen = new Set<string>();
      let longest = 0;
      for (const c of s) {
        if (seen.has(c)) seen = new Set();
        seen.add(c);
        longest = Math.max(longest, seen.size);
      }
      return longest;
    },
  },
  "lets the front of the window jump back": {
    law: "some substring of that length repeats no character",
    input: ["abba"],
    lengthOfLongestSubstring(s) {
      const lastPlace = new Map<string, number>();
      let start = 0;
      let longest = 0;
      for (let end = 0; end < s.length; end++) {
        if (lastPlace.has(s[end]!)) start = lastPlace.get(s[end]!)! + 1;
        lastPlace.set(s[end]!, end);
        longest = Math.max(longest, end - start + 1);
      }
      return longest;
    },
  },
  "takes place 0 for never seen": {
    law: "some substring of that length repeats no character",
    input: ["aa"],
    lengthOfLongestSubstring(s) {
      const lastPlace: Record<string, number> = {};
      let start = 0;
      let longest = 0;
      for (let end = 0; end < s.length; end++) {
        const last = lastPlace[s[end]!];
        if (last) start = Math.max(start, last + 1);
        lastPlace[s[end]!] = end;
        longest = Math.max(longest, end - start + 1);
      }
      return longest;
    },
  },
  "jumps behind the first place of the character, not the last": {
    law: "some substring of that length repeats no character",
    input: ["aaa"],
    lengthOfLongestSubstring(s) {
      let start = 0;
      let longest = 0;
      for (let end = 0; end < s.length; end++) {
        const first = s.indexOf(s[end]!);
        if (first < end) start = Math.max(start, first + 1);
        longest = Math.max(longest, end - start + 1);
      }
      return longest;
    },
  },
  "lets go of one character only": {
    law: "some substring of that length repeats no character",
    input: ["abba"],
    lengthOfLongestSubstring(s) {
      const inWindow = new Set<string>();
      let start = 0;
      let longest = 0;
      for (let end = 0; end < s.length; end++) {
        if (inWindow.has(s[end]!)) inWindow.delete(s[start++]!);
        inWindow.add(s[end]!);
        longest = Math.max(longest, end - start + 1);
      }
      return longest;
    },
  },
  "forgets the window that reaches the end": {
    law: "no longer one does without a repeat",
    input: ["a"],
    lengthOfLongestSubstring(s) {
      const inWindow = new Set<string>();
      let start = 0;
      let longest = 0;
      for (const c of s) {
        if (inWindow.has(c)) longest = Math.max(longest, inWindow.size);
        while (inWindow.has(c)) inWindow.delete(s[start++]!);
        inWindow.add(c);
      }
      return longest;
    },
  },
  "measures the window one too short": {
    law: "no longer one does without a repeat",
    input: ["a"],
    lengthOfLongestSubstring(s) {
      const inWindow = new Set<string>();
      let start = 0;
      let longest = 0;
      for (let end = 0; end < s.length; end++) {
        while (inWindow.has(s[end]!)) inWindow.delete(s[start++]!);
        inWindow.add(s[end]!);
        longest = Math.max(longest, end - start);
      }
      return longest;
    },
  },
  "counts the different characters of the whole string": {
    law: "some substring of that length repeats no character",
    input: ["abbc"],
    lengthOfLongestSubstring: (s) => new Set(s).size,
  },
  "has places for small letters only": {
    law: "some substring of that length repeats no character",
    input: ["  "],
    lengthOfLongestSubstring(s) {
      const count = new Array<number>(26).fill(0);
      const place = (i: number): number => s.charCodeAt(i) - 97;
      let start = 0;
      let longest = 0;
      for (let end = 0; end < s.length; end++) {
        count[place(end)]!++;
        while (count[place(end)]! > 1) count[place(start++)]!--;
        longest = Math.max(longest, end - start + 1);
      }
      return longest;
    },
  },
} satisfies Mistakes<typeof problem>;

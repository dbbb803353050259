import type { Mistakes } from "#lab/problem/index.ts";
import type problem from "./problem.ts";

/** How often each letter occurs. */
function countsOf(letters: string): Map<string, number> {
  const counts = new Map<string, number>();
  for (const letter of letters) counts.set(letter, (counts.get(letter) ?? 0) + 1);
  return counts;
}

export default {
  "forgets that t may hold a letter several times": {
    law: "holds each letter of t as often as t does",
    input: ["a", "aa"],
    minWindow(s, t) {
      const wanted = new Set(t);
      const counts = new Map<string, number>();
      let formed = 0;
      let start = 0;
      let best = "";
      for (let end = 0; end < s.length; end++) {
        counts.set(s[end]!, (counts.get(s[end]!) ?? 0) + 1);
        if (wanted.has(s[end]!) && counts.get(s[end]!) === 1) formed++;
        while (formed === wanted.size) {
          if (best === "" || end + 1 - start < best.length) best = s.slice(start, end + 1);
          const left = counts.get(s[start]!)! - 1;
          counts.set(s[start]!, left);
          if (wanted.has(s[start++]!) && left === 0) formed--;
        }
      }
      return best;
    },
  },
  "counts copies to spare as copies that were missing": {
    law: "holds each letter of t as often as t does",
    input: ["aa", "ab"],
    minWindow(s, t) {
      const wanted = new Set(t);
      let missing = t.length;
      let start = 0;
      let best = "";
      for (let end = 0; end < s.length; end++) {
        if (wanted.has(s[end]!)) missing--;
        while (missing === 0) {
          if (best === "" || end + 1 - start < best.length) best = s.slice(start, end + 1);
          if (wanted.has(s[start++]!)) missing++;
        }
      }
      return best;
    },
  },
  "returns all of s when there is no window": {
    law: "holds each letter of t as often as t does",
    input: ["a", "b"],
    minWindow(s, t) {
      const need = countsOf(t);
      let missing = t.length;
      let start = 0;
      let bestStart = 0;
      let bestLength = Infinity;
      for (let end = 0; end < s.length; end++) {
        const owed = need.get(s[end]!) ?? 0;
        if (owed > 0) missing--;
        need.set(s[end]!, owed - 1);
        while (missing === 0) {
          if (end + 1 - start < bestLength) [bestStart, bestLength] = [start, end + 1 - start];
          const back = need.get(s[start]!)! + 1;
          need.set(s[start++]!, back);
          if (back > 0) missing++;
        }
      }
      return s.slice(bestStart, bestStart + bestLength);
    },
  },
  "wants nothing in the window but the letters of t": {
    law: "is empty only if no window does",
    input: ["acb", "ab"],
    minWindow(s, t) {
      const sorted = (letters: string): string => letters.split("").sort().join("");
      for (let start = 0; start + t.length <= s.length; start++) {
        const window = s.slice(start, start + t.length);
        if (sorted(window) === sorted(t)) return window;
      }
      return "";
    },
  },
  "looks for the letters in the order of t": {
    law: "is empty only if no window does",
    input: ["ba", "ab"],
    minWindow(s, t) {
      let best = "";
      for (let start = 0; start < s.length; start++) {
        let end = start;
        let met = 0;
        while (end < s.length && met < t.length) if (s[end++] === t[met]) met++;
        if (met === t.length && (best === "" || end - start < best.length)) best = s.slice(start, end);
      }
      return best;
    },
  },
  "has places for capital letters only": {
    law: "is empty only if no window does",
    input: ["a", "a"],
    minWindow(s, t) {
      const need = new Array<number>(26).fill(0);
      const place = (letter: string): number => letter.charCodeAt(0) - 65;
      for (const letter of t) need[place(letter)]!++;
      let missing = t.length;
      let start = 0;
      let best = "";
      for (let end = 0; end < s.length; end++) {
        if (need[place(s[end]!)]!-- > 0) missing--;
        while (missing === 0) {
          if (best === "" || end + 1 - start < best.length) best = s.slice(start, end + 1);
          if (need[place(s[start++]!)]!++ >= 0) missing++;
        }
      }
      return best;
    },
  },
  "shrinks the window once, not as far as it goes": {
    law: "no window is shorter",
    input: ["ba", "a"],
    minWindow(s, t) {
      const need = countsOf(t);
      let missing = t.length;
      let start = 0;
      let best = "";
      for (let end = 0; end < s.length; end++) {
        const owed = need.get(s[end]!) ?? 0;
        if (owed > 0) missing--;
        need.set(s[end]!, owed - 1);
        if (missing === 0) {
          if (best === "" || end + 1 - start < best.length) best = s.slice(start, end + 1);
          const back = need.get(s[start]!)! + 1;
          need.set(s[start++]!, back);
          if (back > 0) missing++;
        }
      }
      return best;
    },
  },
  "stops at the first window": {
    law: "no window is shorter",
    input: ["acba", "ab"],
    minWindow(s, t) {
      const need = countsOf(t);
      let missing = t.length;
      for (let end = 0; end < s.length; end++) {
        const owed = need.get(s[end]!) ?? 0;
        if (owed > 0) missing--;
        need.set(s[end]!, owed - 1);
        if (missing > 0) continue;
        let start = 0;
        for (; need.get(s[start]!)! < 0; start++) need.set(s[start]!, need.get(s[start]!)! + 1);
        return s.slice(start, end + 1);
      }
      return "";
    },
  },
} satisfies Mistakes<typeof problem>;

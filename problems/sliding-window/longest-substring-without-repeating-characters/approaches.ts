import type { Approaches } from "#lab/problem/index.ts";
import type * as stub from "./stub.ts";

/** Looks at every substring by itself. O(n³) time, O(n) space. */
export function everySubstring(s: string): number {
  let longest = 0;
  for (let start = 0; start < s.length; start++) {
    for (let end = start + 1; end <= s.length; end++) {
      const different = new Set(s.slice(start, end)).size;
      if (different === end - start) longest = Math.max(longest, different);
    }
  }
  return longest;
}

/** Walks from every start up to the first repeat. O(nk) time for k different characters, O(k) space. */
export function fromEveryStart(s: string): number {
  let longest = 0;
  for (let start = 0; start < s.length; start++) {
    const passed = new Set<string>();
    for (let end = start; end < s.length && !passed.has(s[end]!); end++) passed.add(s[end]!);
    longest = Math.max(longest, passed.size);
  }
  return longest;
}

/** Lets go of characters at the front until the new one is no repeat. O(n) time, O(k) space. */
export function slidingWindow(s: string): number {
  const inWindow = new Set<string>();
  let start = 0;
  let longest = 0;
  for (const entering of s) {
    while (inWindow.has(entering)) inWindow.delete(s[start++]!);
    inWindow.add(entering);
    longest = Math.max(longest, inWindow.size);
  }
  return longest;
}

/** Moves the front past the last place of the new character at once. O(n) time, O(k) space. */
export function lastPlaces(s: string): number {
  const lastPlace = new Map<string, number>();
  let start = 0;
  let longest = 0;
  for (let end = 0; end < s.length; end++) {
    start = Math.max(start, (lastPlace.get(s[end]!) ?? -1) + 1);
    lastPlace.set(s[end]!, end);
    longest = Math.max(longest, end + 1 - start);
  }
  return longest;
}

export default {
  "every substring": { growth: "n³", lengthOfLongestSubstring: everySubstring },
  "from every start": { growth: "n", lengthOfLongestSubstring: fromEveryStart },
  "sliding window": { growth: "n", lengthOfLongestSubstring: slidingWindow },
  "last places": { growth: "n", lengthOfLongestSubstring: lastPlaces },
} satisfies Approaches<typeof stub>;

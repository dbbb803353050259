import type { Approaches } from "#lab/problem/index.ts";
import type * as stub from "./stub.ts";

/** Compares each word with the first of each group. O(n²) time, O(n) space, for words of bounded length. */
export function compareWithEachGroup(strs: string[]): string[][] {
  const groups: string[][] = [];
  for (const word of strs) {
    const group = groups.find(([first]) => areAnagrams(first!, word));
    if (group) group.push(word);
    else groups.push([word]);
  }
  return groups;
}

/** Crosses out the letters of one word in the other. */
function areAnagrams(a: string, b: string): boolean {
  if (a.length !== b.length) return false;
  let rest = b;
  for (const letter of a) rest = rest.replace(letter, "");
  return rest === "";
}

/** Groups words by their letters in order. O(n) time and space, and k log k for a word of k letters. */
export function sortedLetters(strs: string[]): string[][] {
  return groupedBy(strs, (word) => word.split("").sort().join(""));
}

/** Groups words by how often they hold each letter. O(n) time and space, and k for a word of k letters. */
export function letterCounts(strs: string[]): string[][] {
  return groupedBy(strs, (word) => {
    const counts = new Array<number>(26).fill(0);
    for (let i = 0; i < word.length; i++) counts[word.charCodeAt(i) - 97]!++;
    return counts.join(",");
  });
}

function groupedBy(words: string[], keyOf: (word: string) => string): string[][] {
  const groups = new Map<string, string[]>();
  for (const word of words) {
    const key = keyOf(word);
    const group = groups.get(key);
    if (group) group.push(word);
    else groups.set(key, [word]);
  }
  return [...groups.values()];
}

export default {
  "compare with each group": { growth: "n²", groupAnagrams: compareWithEachGroup },
  "sorted letters as the key": { growth: "n", groupAnagrams: sortedLetters },
  "letter counts as the key": { growth: "n", groupAnagrams: letterCounts },
} satisfies Approaches<typeof stub>;

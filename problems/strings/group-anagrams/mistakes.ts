import type { Mistakes } from "#lab/problem/index.ts";
import type problem from "./problem.ts";

function groupedBy(words: string[], keyOf: (word: string) => unknown): string[][] {
  const groups = new Map<unknown, string[]>();
  for (const word of words) {
    const key = keyOf(word);
    groups.set(key, [...(groups.get(key) ?? []), word]);
  }
  return [...groups.values()];
}

function countsOf(word: string): number[] {
  const counts = new Array<number>(26).fill(0);
  for (const letter of word) counts[letter.charCodeAt(0) - 97]!++;
  return counts;
}

const primes = [
  2, 3, 5, 7, 11, 13, 17, 19, 23, 29, 31, 37, 41, 43, 47, 53, 59, 61, 67, 71, 73, 79, 83, 89, 97, 101,
];

export default {
  "compares which letters there are, not how often": {
    law: "the words of a group are anagrams",
    input: [["a", "aa"]],
    groupAnagrams: (strs) => groupedBy(strs, (word) => [...new Set(word)].sort().join("")),
  },
  "adds the letters up": {
    law: "the words of a group are anagrams",
    input: [["ac", "bb"]],
    groupAnagrams: (strs) =>
      groupedBy(strs, (word) => word.split("").reduce((sum, letter) => sum + letter.charCodeAt(0), 0)),
  },
  "writes the counts without anything between them": {
    law: "the words of a group are anagrams",
    input: [["aaaaaaaaaaa", "abbbbbbbbbb"]],
    groupAnagrams: (strs) => groupedBy(strs, (word) => countsOf(word).join("")),
  },
  "multiplies primes beyond what a number holds exactly": {
    law: "all anagrams of a word are in its group",
    input: [["bzzzzzzzz", "zzzzzzzzb"]],
    groupAnagrams: (strs) =>
      groupedBy(strs, (word) =>
        word.split("").reduce((product, letter) => product * primes[letter.charCodeAt(0) - 97]!, 1),
      ),
  },
  "takes an array for the key": {
    law: "all anagrams of a word are in its group",
    input: [["a", "a"]],
    groupAnagrams: (strs) => groupedBy(strs, countsOf),
  },
  "looks at the neighbour only": {
    law: "all anagrams of a word are in its group",
    input: [["a", "b", "a"]],
    groupAnagrams(strs) {
      const sorted = (word: string): string => word.split("").sort().join("");
      const groups: string[][] = [];
      for (const [i, word] of strs.entries()) {
        if (i > 0 && sorted(word) === sorted(strs[i - 1]!)) groups.at(-1)!.push(word);
        else groups.push([word]);
      }
      return groups;
    },
  },
  "keeps one copy of equal words": {
    law: "each word is in a group, as often as in strs",
    input: [["a", "a"]],
    groupAnagrams: (strs) => groupedBy([...new Set(strs)], (word) => word.split("").sort().join("")),
  },
  "leaves the empty word out": {
    law: "each word is in a group, as often as in strs",
    input: [[""]],
    groupAnagrams(strs) {
      const groups = new Map<string, string[]>();
      for (const word of strs) {
        const key = word.split("").sort().join("");
        if (!key) continue;
        groups.set(key, [...(groups.get(key) ?? []), word]);
      }
      return [...groups.values()];
    },
  },
  "returns the letters in order instead of the words": {
    law: "each word is in a group, as often as in strs",
    input: [["ba"]],
    groupAnagrams(strs) {
      const sorted = strs.map((word) => word.split("").sort().join(""));
      return groupedBy(sorted, (word) => word);
    },
  },
} satisfies Mistakes<typeof problem>;

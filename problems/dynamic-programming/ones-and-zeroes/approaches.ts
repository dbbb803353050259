import type { Approaches } from "#lab/problem/index.ts";
import type * as stub from "./stub.ts";

/** What a string uses up. */
interface Needs {
  zeros: number;
  ones: number;
}

function needsOf(str: string): Needs {
  const zeros = str.split("0").length - 1;
  return { zeros, ones: str.length - zeros };
}

/** Leaves or takes each string in turn. O(2^k) time, O(k) space, for k strings. */
export function leaveOrTake(strs: string[], m: number, n: number): number {
  const needs = strs.map(needsOf);
  /** The most of the strings from k on, with so many zeros and ones left. */
  const most = (k: number, zerosLeft: number, onesLeft: number): number => {
    if (k === needs.length) return 0;
    const { zeros, ones } = needs[k]!;
    const leaving = most(k + 1, zerosLeft, onesLeft);
    if (zeros > zerosLeft || ones > onesLeft) return leaving;
    return Math.max(leaving, 1 + most(k + 1, zerosLeft - zeros, onesLeft - ones));
  };
  return most(0, m, n);
}

/** The same, but remembers what it has found for each place and what is left there. O(kmn) time, O(kmn) space. */
export function memoisedRecursion(strs: string[], m: number, n: number): number {
  const needs = strs.map(needsOf);
  const unknown = -1;
  const found = new Int16Array(needs.length * (m + 1) * (n + 1)).fill(unknown);
  const most = (k: number, zerosLeft: number, onesLeft: number): number => {
    if (k === needs.length) return 0;
    const at = (k * (m + 1) + zerosLeft) * (n + 1) + onesLeft;
    if (found[at] === unknown) {
      const { zeros, ones } = needs[k]!;
      found[at] = most(k + 1, zerosLeft, onesLeft);
      if (zeros <= zerosLeft && ones <= onesLeft)
        found[at] = Math.max(found[at], 1 + most(k + 1, zerosLeft - zeros, onesLeft - ones));
    }
    return found[at]!;
  };
  return most(0, m, n);
}

/** Takes the strings one by one into a single table, swept from the largest limits down. O(kmn) time, O(mn) space. */
export function oneTable(strs: string[], m: number, n: number): number {
  const most = Array.from({ length: m + 1 }, () => new Array<number>(n + 1).fill(0));
  for (const { zeros, ones } of strs.map(needsOf)) {
    for (let i = m; i >= zeros; i--) {
      for (let j = n; j >= ones; j--) {
        most[i]![j] = Math.max(most[i]![j]!, 1 + most[i - zeros]![j - ones]!);
      }
    }
  }
  return most[m]![n]!;
}

export default {
  "leave or take": { growth: "2ⁿ", findMaxForm: leaveOrTake },
  "memoised recursion": { growth: "n³", findMaxForm: memoisedRecursion },
  "one table, swept backwards": { growth: "n³", findMaxForm: oneTable },
} satisfies Approaches<typeof stub>;

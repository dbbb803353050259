import type { Approaches } from "#lab/problem/index.ts";
import type * as stub from "./stub.ts";

/** Asks for one version after the other. O(n) calls, O(1) space. */
export function scan(isBadVersion: (version: number) => boolean) {
  return function (n: number): number {
    for (let version = 1; version < n; version++) {
      if (isBadVersion(version)) return version;
    }
    return n;
  };
}

/** Halves the range of versions that may be the first bad one. O(log n) calls, O(1) space. */
export function binarySearch(isBadVersion: (version: number) => boolean) {
  return function (n: number): number {
    let low = 1;
    let high = n;
    while (low < high) {
      const middle = low + Math.floor((high - low) / 2);
      if (isBadVersion(middle)) high = middle;
      else low = middle + 1;
    }
    return low;
  };
}

/** Doubles its leap until it lands on a bad version, then halves the last leap. O(log bad) calls, O(1) space. */
export function gallopingSearch(isBadVersion: (version: number) => boolean) {
  return function (n: number): number {
    let good = 0;
    let bad = 1;
    while (!isBadVersion(bad)) {
      good = bad;
      bad = Math.min(2 * bad, n);
    }
    while (bad - good > 1) {
      const middle = good + Math.floor((bad - good) / 2);
      if (isBadVersion(middle)) bad = middle;
      else good = middle;
    }
    return bad;
  };
}

export default {
  scan: { growth: "n", solution: scan },
  "binary search": { growth: "log n", solution: binarySearch },
  "galloping search": { growth: "log n", solution: gallopingSearch },
} satisfies Approaches<typeof stub>;

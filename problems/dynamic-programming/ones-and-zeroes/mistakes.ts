import type { Mistakes } from "#lab/problem/index.ts";
import type problem from "./problem.ts";

export default {
  "sweeps forwards and takes a string again": {
    law: "no more than there are strings",
    input: [["0"], 2, 1],
    findMaxForm(strs, m, n) {
      const most = Array.from({ length: m + 1 }, () => new Array<number>(n + 1).fill(0));
      for (const str of strs) {
        const zeros = str.split("0").length - 1;
        const ones = str.length - zeros;
        for (let i = zeros; i <= m; i++) {
          for (let j = ones; j <= n; j++)
            most[i]![j] = Math.max(most[i]![j]!, 1 + most[i - zeros]![j - ones]!);
        }
      }
      return most[m]![n]!;
    },
  },
  "sweeps only the zeros backwards": {
    law: "no more than there are strings",
    input: [["1"], 1, 2],
    findMaxForm(strs, m, n) {
      const most = Array.from({ length: m + 1 }, () => new Array<number>(n + 1).fill(0));
      for (const str of strs) {
        const zeros = str.split("0").length - 1;
        const ones = str.length - zeros;
        for (let i = m; i >= zeros; i--) {
          for (let j = ones; j <= n; j++)
            most[i]![j] = Math.max(most[i]![j]!, 1 + most[i - zeros]![j - ones]!);
        }
      }
      return most[m]![n]!;
    },
  },
  "leaves out what would use a limit up": {
    law: "no fewer than by taking the shortest first",
    input: [["0"], 1, 1],
    findMaxForm(strs, m, n) {
      const most = Array.from({ length: m + 1 }, () => new Array<number>(n + 1).fill(0));
      for (const str of strs) {
        const zeros = str.split("0").length - 1;
        const ones = str.length - zeros;
        for (let i = m; i > zeros; i--) {
          for (let j = n; j > ones; j--)
            most[i]![j] = Math.max(most[i]![j]!, 1 + most[i - zeros]![j - ones]!);
        }
      }
      return most[m]![n]!;
    },
  },
  "wants both limits used up exactly": {
    law: "no fewer than by taking the shortest first",
    input: [["0"], 1, 1],
    findMaxForm(strs, m, n) {
      const most = Array.from({ length: m + 1 }, () => new Array<number>(n + 1).fill(-Infinity));
      most[0]![0] = 0;
      for (const str of strs) {
        const zeros = str.split("0").length - 1;
        const ones = str.length - zeros;
        for (let i = m; i >= zeros; i--) {
          for (let j = n; j >= ones; j--)
            most[i]![j] = Math.max(most[i]![j]!, 1 + most[i - zeros]![j - ones]!);
        }
      }
      return Math.max(0, most[m]![n]!);
    },
  },
  "limits zeros and ones together": {
    law: "no more than the zeros alone allow",
    input: [["00"], 1, 1],
    findMaxForm(strs, m, n) {
      const most = new Array<number>(m + n + 1).fill(0);
      for (const { length } of strs) {
        for (let left = m + n; left >= length; left--)
          most[left] = Math.max(most[left]!, 1 + most[left - length]!);
      }
      return most[m + n]!;
    },
  },
  "takes m for the ones": {
    law: "no more than the zeros alone allow",
    input: [["00"], 1, 2],
    findMaxForm(strs, m, n) {
      const most = Array.from({ length: m + 1 }, () => new Array<number>(n + 1).fill(0));
      for (const str of strs) {
        const ones = str.split("1").length - 1;
        const zeros = str.length - ones;
        for (let i = m; i >= ones; i--) {
          for (let j = n; j >= zeros; j--)
            most[i]![j] = Math.max(most[i]![j]!, 1 + most[i - ones]![j - zeros]!);
        }
      }
      return most[m]![n]!;
    },
  },
  "takes every string that still fits": {
    law: "no fewer than by taking the shortest first",
    input: [["01", "0", "1"], 1, 1],
    findMaxForm(strs, m, n) {
      let taken = 0;
      for (const str of strs) {
        const zeros = str.split("0").length - 1;
        const ones = str.length - zeros;
        if (zeros > m || ones > n) continue;
        m -= zeros;
        n -= ones;
        taken++;
      }
      return taken;
    },
  },
  "takes the shortest first": {
    law: "the most there can be",
    input: [["00", "01", "01"], 2, 2],
    findMaxForm(strs, m, n) {
      let taken = 0;
      for (const str of [...strs].sort((a, b) => a.length - b.length)) {
        const zeros = str.split("0").length - 1;
        const ones = str.length - zeros;
        if (zeros > m || ones > n) continue;
        m -= zeros;
        n -= ones;
        taken++;
      }
      return taken;
    },
  },
  "remembers what is left, but not for which strings": {
    law: "no fewer than by taking the shortest first",
    input: [["0", "0", "1"], 2, 1],
    findMaxForm(strs, m, n) {
      const found = new Map<string, number>();
      const most = (k: number, zerosLeft: number, onesLeft: number): number => {
        if (k === strs.length) return 0;
        const key = `${zerosLeft},${onesLeft}`;
        const known = found.get(key);
        if (known !== undefined) return known;
        const zeros = strs[k]!.split("0").length - 1;
        const ones = strs[k]!.length - zeros;
        let best = most(k + 1, zerosLeft, onesLeft);
        if (zeros <= zerosLeft && ones <= onesLeft)
          best = Math.max(best, 1 + most(k + 1, zerosLeft - zeros, onesLeft - ones));
        found.set(key, best);
        return best;
      };
      return most(0, m, n);
    },
  },
} satisfies Mistakes<typeof problem>;

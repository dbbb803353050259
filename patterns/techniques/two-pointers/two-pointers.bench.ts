import lodash from "lodash";
import { comparison } from "#bench/comparison.ts";
import type { Random } from "#lab/problem/random.ts";
import { intersectSorted, keep, mergeSorted, pairWithSum, partition, staircase } from "./two-pointers.ts";

const ascending = (x: number, y: number): number => x - y;

function sortedNumbers(n: number, random: Random, most = 4 * n): number[] {
  return Array.from({ length: n }, () => random.integer(0, most)).sort(ascending);
}

/** Distinct, ascending; about one in `gap` of the whole numbers. */
function sortedIds(n: number, random: Random, gap: number): number[] {
  let id = 0;
  return Array.from({ length: n }, () => (id += random.integer(1, 2 * gap - 1)));
}

/** The first place from `from` on whose element is x or more: steps of 1, 2, 4, ..., then halving the last of them. */
function gallop(sorted: readonly number[], x: number, from: number): number {
  let step = 1;
  let high = from;
  while (high < sorted.length && sorted[high]! < x) {
    from = high + 1;
    high += step;
    step *= 2;
  }
  return lowerBound(sorted, x, from, Math.min(high, sorted.length));
}

function lowerBound(sorted: readonly number[], x: number, low: number, high: number): number {
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (sorted[middle]! < x) low = middle + 1;
    else high = middle;
  }
  return low;
}

interface Two {
  readonly a: readonly number[];
  readonly b: readonly number[];
}

const intersections = {
  "two pointers": ({ a, b }: Two) => intersectSorted(a, b, ascending),
  galloping: ({ a, b }: Two) => {
    const common: number[] = [];
    let at = 0;
    for (const x of a) {
      at = gallop(b, x, at);
      if (b[at] === x) common.push(x);
    }
    return common;
  },
  "hash set": ({ a, b }: Two) => {
    const inA = new Set(a);
    return b.filter((y) => inA.has(y));
  },
  lodash: ({ a, b }: Two) => lodash.intersection(a, b),
};

export default [
  comparison({
    title: "which of four targets is the sum of two of n sorted numbers (two are, two are not)",
    sizes: [10, 100, 1_000, 10_000, 100_000, 1_000_000],
    input: (n, random) => {
      const sorted = sortedNumbers(n, random).map((x) => 2 * x);
      const sum = (): number => sorted[random.integer(0, n / 2 - 1)]! + sorted[random.integer(n / 2, n - 1)]!;
      return { sorted, targets: [sum(), sum(), sum() + 1, sum() + 1] };
    },
    contenders: {
      "two pointers": ({ sorted, targets }) =>
        targets.map((target) => pairWithSum(sorted, target) !== undefined),
      "hash set": ({ sorted, targets }) =>
        targets.map((target) => {
          const seen = new Set<number>();
          for (const x of sorted) {
            if (seen.has(target - x)) return true;
            seen.add(x);
          }
          return false;
        }),
      "binary search": ({ sorted, targets }) =>
        targets.map((target) =>
          sorted.some((x, i) => {
            const partner = lowerBound(sorted, target - x, i + 1, sorted.length);
            return sorted[partner] === target - x;
          }),
        ),
      "all pairs": ({ sorted, targets }) =>
        targets.map((target) => {
          for (let i = 0; i < sorted.length; i++)
            for (let j = i + 1; j < sorted.length; j++) if (sorted[i]! + sorted[j]! === target) return true;
          return false;
        }),
    },
    bars: [
      { against: "hash set", atLeast: 5, at: 100_000 },
      { against: "binary search", atLeast: 2 },
    ],
  }),

  comparison({
    title: "how many pairs of n and n sorted numbers have a sum of at most t",
    sizes: [10, 1_000, 100_000, 1_000_000],
    input: (n, random) => ({ a: sortedNumbers(n, random), b: sortedNumbers(n, random), t: 3 * n }),
    contenders: {
      "two pointers": ({ a, b, t }) => {
        let count = 0;
        for (const width of staircase(a.length, b.length, (i, j) => a[i]! + b[j]! <= t)) count += width;
        return count;
      },
      "binary search": ({ a, b, t }) => {
        let count = 0;
        for (const x of a) count += lowerBound(b, t - x + 1, 0, b.length);
        return count;
      },
      "all pairs": ({ a, b, t }) => {
        let count = 0;
        for (const x of a) for (const y of b) if (x + y <= t) count++;
        return count;
      },
    },
    bars: [{ against: "binary search", atLeast: 1 }],
  }),

  comparison({
    title: "the ids that two sorted arrays of n have in common (about a third)",
    sizes: [10, 1_000, 100_000, 1_000_000],
    input: (n, random) => ({ a: sortedIds(n, random, 3), b: sortedIds(n, random, 3) }),
    contenders: intersections,
    bars: [
      { against: "hash set", atLeast: 2 },
      { against: "lodash", atLeast: 2, at: 100_000 },
    ],
  }),

  comparison({
    title: "the ids that n / 1000 and n have in common, both sorted: here galloping wins",
    sizes: [1_000, 10_000, 100_000, 1_000_000],
    input: (n, random) => ({ a: sortedIds(n / 1000, random, 3000), b: sortedIds(n, random, 3) }),
    contenders: intersections,
  }),

  comparison({
    title: "merge two sorted arrays of n",
    sizes: [10, 1_000, 100_000, 1_000_000],
    input: (n, random) => ({ a: sortedNumbers(n, random), b: sortedNumbers(n, random) }),
    contenders: {
      "two pointers": ({ a, b }) => mergeSorted(a, b, ascending),
      "concat and sort": ({ a, b }) => a.concat(b).sort(ascending),
      "shift the smaller head": ({ a, b }) => {
        const [left, right] = [a.slice(), b.slice()];
        const merged: number[] = [];
        while (left.length > 0 && right.length > 0)
          merged.push(left[0]! <= right[0]! ? left.shift()! : right.shift()!);
        return merged.concat(left, right);
      },
    },
    bars: [{ against: "concat and sort", atLeast: 1.5 }],
  }),

  comparison({
    title: "drop every other of n elements from an array of one's own",
    sizes: [10, 1_000, 100_000, 1_000_000],
    input: (n, random) => Array.from({ length: n }, () => random.integer(0, n)),
    copy: (values) => values.slice(),
    contenders: {
      "two pointers": (values) => {
        values.length = keep(values, (x) => x % 2 === 0);
        return values;
      },
      filter: (values) => values.filter((x) => x % 2 === 0),
      "splice from the back": (values) => {
        for (let i = values.length - 1; i >= 0; i--) if (values[i]! % 2 !== 0) values.splice(i, 1);
        return values;
      },
      lodash: (values) => {
        lodash.remove(values, (x) => x % 2 !== 0);
        return values;
      },
    },
    bars: [{ against: "splice from the back", atLeast: 20, at: 100_000 }],
  }),

  comparison({
    title: "bring the even ones of n numbers to the front",
    sizes: [10, 1_000, 100_000, 1_000_000],
    input: (n, random) => Array.from({ length: n }, () => random.integer(0, n)),
    copy: (values) => values.slice(),
    contenders: {
      "two pointers": (values) => ({ boundary: partition(values, (x) => x % 2 === 0), values }),
      "filter twice": (values) => {
        const even = values.filter((x) => x % 2 === 0);
        return { boundary: even.length, values: even.concat(values.filter((x) => x % 2 !== 0)) };
      },
      lodash: (values) => {
        const [even, odd] = lodash.partition(values, (x) => x % 2 === 0);
        return { boundary: even.length, values: even.concat(odd) };
      },
    },
    // The orders differ; the sums on both sides of the boundary do not.
    agree: (answer, expected) => {
      const sums = ({ boundary, values }: typeof answer): number[] =>
        [values.slice(0, boundary), values.slice(boundary)].map((part) => lodash.sum(part));
      return answer.boundary === expected.boundary && lodash.isEqual(sums(answer), sums(expected));
    },
    bars: [{ against: "filter twice", atLeast: 1 }],
  }),
];

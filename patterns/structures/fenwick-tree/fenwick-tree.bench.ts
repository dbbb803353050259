import { BinaryIndexedTree } from "data-structure-typed";
import { comparison, type Contender } from "#bench/comparison.ts";
import { FenwickTree } from "./fenwick-tree.ts";

/** n values, and n calls: by[i] is to be added at at[i], and [start[i], end[i]) is a range that is never empty. */
interface Work {
  readonly values: readonly number[];
  readonly at: Int32Array;
  readonly by: Int32Array;
  readonly start: Int32Array;
  readonly end: Int32Array;
}

function work(n: number, random: { integer(low: number, high: number): number }, most: number): Work {
  const end = Int32Array.from({ length: n }, () => random.integer(1, n));
  return {
    values: Array.from({ length: n }, () => random.integer(1, most)),
    at: Int32Array.from({ length: n }, () => random.integer(0, n - 1)),
    by: Int32Array.from({ length: n }, () => random.integer(1, most)),
    start: end.map((end) => random.integer(0, end - 1)),
    end,
  };
}

/** Starts with n zeros; adds and sums up a prefix in turn. */
function counting<S>(
  make: (n: number) => S,
  add: (sums: S, i: number, delta: number) => void,
  prefixSum: (sums: S, end: number) => number,
): Contender<Work, number> {
  return {
    run({ at, by, end }) {
      const sums = make(at.length);
      let answers = 0;
      for (let i = 0; i < at.length; i++) {
        add(sums, at[i]!, by[i]!);
        answers += prefixSum(sums, end[i]!);
      }
      return answers;
    },
    holds({ at, by }) {
      const sums = make(at.length);
      for (let i = 0; i < at.length; i++) add(sums, at[i]!, by[i]!);
      return sums;
    },
  };
}

const countingOnes = {
  "ours: Float64Array": counting(
    (n) => new FenwickTree(n),
    (tree, i, delta) => tree.add(i, delta),
    (tree, end) => tree.prefixSum(end),
  ),
  "the values, summed up when asked": counting(
    (n) => new Array<number>(n).fill(0),
    (values, i, delta) => {
      values[i]! += delta;
    },
    (values, end) => {
      let sum = 0;
      for (let i = 0; i < end; i++) sum += values[i]!;
      return sum;
    },
  ),
  "all prefix sums, each kept right": counting(
    (n) => new Array<number>(n + 1).fill(0),
    (sums, i, delta) => {
      for (let end = i + 1; end < sums.length; end++) sums[end]! += delta;
    },
    (sums, end) => sums[end]!,
  ),
  "data-structure-typed": counting(
    (n) => new BinaryIndexedTree(n),
    (tree, i, delta) => tree.update(i, delta),
    (tree, end) => tree.query(end - 1),
  ),
};

const sizes = [1e3, 1e4, 1e5, 1e6, 1e7];

export default [
  comparison({
    title: "n amounts up to a million added at random, each followed by the sum of a random prefix",
    sizes,
    input: (n, random) => work(n, random, 1e6),
    contenders: countingOnes,
    bars: [{ against: "data-structure-typed", atLeast: 1.3, at: 1e6 }],
  }),
  comparison({
    title: "the same with counts up to a thousand, whose sums are small integers up to n = 1e6",
    sizes,
    input: (n, random) => work(n, random, 1000),
    contenders: countingOnes,
  }),
  comparison({
    title: "built from n amounts up to a million, then the sums of n random ranges",
    sizes,
    input: (n, random) => work(n, random, 1e6),
    contenders: {
      "ours: Float64Array": ({ values, start, end }: Work): number => {
        const tree = FenwickTree.from(values);
        let answers = 0;
        for (let i = 0; i < start.length; i++) answers += tree.sum(start[i]!, end[i]!);
        return answers;
      },
      "the values, summed up when asked": ({ values, start, end }: Work): number => {
        let answers = 0;
        for (let i = 0; i < start.length; i++) {
          let sum = 0;
          for (let k = start[i]!; k < end[i]!; k++) sum += values[k]!;
          answers += sum;
        }
        return answers;
      },
      "data-structure-typed": ({ values, start, end }: Work): number => {
        const tree = new BinaryIndexedTree(values as number[]);
        let answers = 0;
        for (let i = 0; i < start.length; i++) answers += tree.queryRange(start[i]!, end[i]! - 1);
        return answers;
      },
    },
  }),
  comparison({
    title: "built from n amounts up to a million, then n searches for the first prefix that reaches a target",
    sizes: [1e3, 1e4, 1e5, 1e6],
    input: (n, random) => work(n, random, 1e6),
    contenders: {
      "ours: Float64Array": ({ values, end }: Work): number => {
        const tree = FenwickTree.from(values);
        let answers = 0;
        for (const e of end) answers += tree.firstReaching(e * 5e5);
        return answers;
      },
      "halving, a sum for each step": ({ values, end }: Work): number => {
        const tree = FenwickTree.from(values);
        let answers = 0;
        for (const e of end) {
          let low = 0;
          let high = values.length;
          while (low < high) {
            const middle = (low + high) >> 1;
            if (tree.prefixSum(middle + 1) >= e * 5e5) high = middle;
            else low = middle + 1;
          }
          answers += low;
        }
        return answers;
      },
      "data-structure-typed": ({ values, end }: Work): number => {
        const tree = new BinaryIndexedTree(values as number[]);
        let answers = 0;
        for (const e of end) answers += tree.lowerBound(e * 5e5);
        return answers;
      },
    },
  }),
];

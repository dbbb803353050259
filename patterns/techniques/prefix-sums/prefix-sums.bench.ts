import { comparison } from "#bench/comparison.ts";
import {
  accumulated,
  addToRange,
  areaSum,
  areaSums,
  countWithSum,
  prefixSums,
  rangeSum,
} from "./prefix-sums.ts";

/** n values, and n ranges of them. */
interface Work {
  readonly values: Int32Array;
  readonly from: Int32Array;
  readonly to: Int32Array;
}

/** The Fenwick tree of n values, entry i the sum of as many values up to i as its lowest bit says. */
function fenwickTree(values: Int32Array): Float64Array {
  const n = values.length;
  const tree = new Float64Array(n + 1);
  for (let i = 1; i <= n; i++) {
    tree[i]! += values[i - 1]!;
    const parent = i + (i & -i);
    if (parent <= n) tree[parent]! += tree[i]!;
  }
  return tree;
}

function fenwickSum(tree: Float64Array, end: number): number {
  let sum = 0;
  for (let i = end; i > 0; i &= i - 1) sum += tree[i]!;
  return sum;
}

const work = (n: number, random: { integer(low: number, high: number): number }): Work => {
  const to = Int32Array.from({ length: n }, () => random.integer(0, n));
  return {
    values: Int32Array.from({ length: n }, () => random.integer(-1e6, 1e6)),
    from: to.map((end) => random.integer(0, end)),
    to,
  };
};

export default [
  comparison({
    title: "sums of n random ranges of n values, preparing included",
    sizes: [1e3, 1e4, 1e5, 1e6, 1e7],
    input: work,
    contenders: {
      "prefix sums": ({ values, from, to }: Work) => {
        const sums = prefixSums(values);
        const answers = new Float64Array(from.length);
        for (let i = 0; i < from.length; i++) answers[i] = rangeSum(sums, from[i]!, to[i]!);
        return answers;
      },
      "Fenwick tree": ({ values, from, to }: Work) => {
        const tree = fenwickTree(values);
        const answers = new Float64Array(from.length);
        for (let i = 0; i < from.length; i++)
          answers[i] = fenwickSum(tree, to[i]!) - fenwickSum(tree, from[i]!);
        return answers;
      },
      "adding up each range": ({ values, from, to }: Work) => {
        const answers = new Float64Array(from.length);
        for (let i = 0; i < from.length; i++) {
          let sum = 0;
          for (let k = from[i]!; k < to[i]!; k++) sum += values[k]!;
          answers[i] = sum;
        }
        return answers;
      },
    },
    bars: [{ against: "Fenwick tree", atLeast: 1.5, at: 1e6 }],
  }),
  comparison({
    title: "n additions to random ranges of n values, then all values",
    sizes: [1e3, 1e4, 1e5, 1e6, 1e7],
    input: work,
    contenders: {
      differences: ({ values, from, to }: Work) => {
        const differences = new Float64Array(values.length + 1);
        for (let i = 0; i < from.length; i++) addToRange(differences, from[i]!, to[i]!, values[i]!);
        return accumulated(differences);
      },
      "Fenwick tree of differences": ({ values, from, to }: Work) => {
        const n = values.length;
        const tree = new Float64Array(n + 2);
        for (let i = 0; i < n; i++) {
          for (let k = from[i]! + 1; k <= n; k += k & -k) tree[k]! += values[i]!;
          for (let k = to[i]! + 1; k <= n; k += k & -k) tree[k]! -= values[i]!;
        }
        return Float64Array.from({ length: n }, (_, i) => fenwickSum(tree, i + 1));
      },
      "adding to each value": ({ values, from, to }: Work) => {
        const sums = new Float64Array(values.length);
        for (let i = 0; i < from.length; i++) for (let k = from[i]!; k < to[i]!; k++) sums[k]! += values[i]!;
        return sums;
      },
    },
  }),
  comparison({
    title: "blur an image of n pixels: the sums of all squares of 15 by 15, preparing included",
    sizes: [1e4, 1e5, 1e6],
    input: (n, random) => {
      const columns = Math.floor(Math.sqrt(n));
      return {
        columns,
        pixels: Uint8Array.from({ length: columns * columns }, () => random.integer(0, 255)),
      };
    },
    contenders: {
      "summed areas": ({ columns, pixels }) => {
        const area = areaSums(pixels, columns);
        const answers: number[] = [];
        for (let row = 0; row + 15 <= columns; row++)
          for (let column = 0; column + 15 <= columns; column++)
            answers.push(areaSum(area, row, column, row + 15, column + 15));
        return answers;
      },
      "adding up each square": ({ columns, pixels }) => {
        const answers: number[] = [];
        for (let row = 0; row + 15 <= columns; row++)
          for (let column = 0; column + 15 <= columns; column++) {
            let sum = 0;
            for (let y = row; y < row + 15; y++)
              for (let x = column; x < column + 15; x++) sum += pixels[y * columns + x]!;
            answers.push(sum);
          }
        return answers;
      },
    },
  }),
  comparison({
    title: "count the ranges of n values, 1 or -1, whose sum is 10",
    sizes: [1e3, 1e4, 1e5, 1e6],
    input: (n, random) => Int32Array.from({ length: n }, () => 2 * random.integer(0, 1) - 1),
    contenders: {
      "prefix sums in a map": (values) => countWithSum(values, 10),
      "each range, extended by one": (values) => {
        let count = 0;
        for (let from = 0; from < values.length; from++) {
          let sum = 0;
          for (let to = from; to < values.length; to++) {
            sum += values[to]!;
            if (sum === 10) count++;
          }
        }
        return count;
      },
    },
  }),
];

import { SegmentTree as PublishedTree } from "data-structure-typed";
import { comparison, type Contender } from "#bench/comparison.ts";
import { SegmentTree } from "./segment-tree.ts";

/** n values, and n calls: to[i] is to be set at at[i], and [start[i], end[i]) is a range that is never empty. */
interface Work {
  readonly values: readonly number[];
  readonly at: Int32Array;
  readonly to: Int32Array;
  readonly start: Int32Array;
  readonly end: Int32Array;
}

function work(n: number, random: { integer(low: number, high: number): number }): Work {
  const values = (): number[] => Array.from({ length: n }, () => random.integer(1, 1e6));
  const end = Int32Array.from({ length: n }, () => random.integer(1, n));
  return {
    values: values(),
    at: Int32Array.from({ length: n }, () => random.integer(0, n - 1)),
    to: Int32Array.from(values()),
    start: end.map((end) => random.integer(0, end - 1)),
    end,
  };
}

/** Sets a value and asks for a range, in turn. */
function contender<S>(
  make: (values: readonly number[]) => S,
  set: (tree: S, i: number, value: number) => void,
  query: (tree: S, start: number, end: number) => number,
): Contender<Work, number> {
  return {
    run({ values, at, to, start, end }) {
      const tree = make(values);
      let answers = 0;
      for (let i = 0; i < at.length; i++) {
        set(tree, at[i]!, to[i]!);
        answers += query(tree, start[i]!, end[i]!);
      }
      return answers;
    },
    holds: ({ values }) => make(values),
  };
}

const sum = { identity: 0, combine: (a: number, b: number) => a + b };
const largest = { identity: -Infinity, combine: (a: number, b: number) => Math.max(a, b) };

/** Ours, folding, and the package, by one and the same operation. */
const contenders = ({ identity, combine }: typeof sum) => ({
  "ours: bottom-up": contender(
    (values) => new SegmentTree(values, { identity, combine }),
    (tree, i, value) => tree.set(i, value),
    (tree, start, end) => tree.query(start, end),
  ),
  "the values, folded when asked": contender(
    (values) => [...values],
    (values, i, value) => {
      values[i] = value;
    },
    (values, start, end) => {
      let folded = identity;
      for (let i = start; i < end; i++) folded = combine(folded, values[i]!);
      return folded;
    },
  ),
  "data-structure-typed": contender(
    (values) => new PublishedTree<number>(values as number[], { identity, merger: combine }),
    (tree, i, value) => tree.update(i, value),
    (tree, start, end) => tree.query(start, end - 1),
  ),
});

const sizes = [1e2, 1e3, 1e4, 2e5, 2e6];
const bars = [{ against: "data-structure-typed", atLeast: 1.1, at: 2e5 }];

export default [
  comparison({
    title: "built from n numbers, then n times one set at random and the sum of a random range",
    sizes,
    input: work,
    contenders: contenders(sum),
    bars,
  }),
  comparison({
    title: "the same with the largest of a range",
    sizes,
    input: work,
    contenders: contenders(largest),
  }),
  comparison({
    title: "built from n numbers, then n times the farthest end with a sum up to a random limit",
    sizes: [1e2, 1e3, 1e4, 2e5],
    input: work,
    contenders: {
      "ours: bottom-up": ({ values, start, to }: Work): number => {
        const tree = new SegmentTree(values, sum);
        let answers = 0;
        for (let i = 0; i < start.length; i++) {
          const most = (to[i]! * values.length) / 4;
          answers += tree.maxRight(start[i]!, (sum) => sum <= most);
        }
        return answers;
      },
      "one value after the other": ({ values, start, to }: Work): number => {
        let answers = 0;
        for (let i = 0; i < start.length; i++) {
          const most = (to[i]! * values.length) / 4;
          let end = start[i]!;
          let sum = 0;
          while (end < values.length && sum + values[end]! <= most) sum += values[end++]!;
          answers += end;
        }
        return answers;
      },
      "data-structure-typed": ({ values, start, to }: Work): number => {
        const tree = new PublishedTree<number>(values as number[], { identity: 0, merger: sum.combine });
        let answers = 0;
        for (let i = 0; i < start.length; i++) {
          const most = (to[i]! * values.length) / 4;
          answers += tree.maxRight(start[i]!, (sum) => sum <= most) + 1; // the last index, where ours is the end
        }
        return answers;
      },
    },
  }),
];

import fc from "fast-check";
import { design, problem, script, type Step } from "#lab/problem/index.ts";
import { TwoHeaps } from "./approaches.ts";
import * as stub from "./stub.ts";

const number = fc.oneof(
  { arbitrary: fc.integer({ min: -3, max: 3 }), weight: 4 },
  { arbitrary: fc.integer({ min: -12, max: 12 }), weight: 2 },
  { arbitrary: fc.integer({ min: -1e5, max: 1e5 }), weight: 1 },
);

const { legalScript, ...calls } = design({
  className: "MedianFinder",
  model: () => new TwoHeaps(),
  methods: {
    addNum: { args: fc.tuple(number), takes: { num: "number" }, returns: "void", weight: 2 },
    findMedian: { returns: "number", legal: ({ smaller }) => smaller.size > 0 },
  },
  maxLength: 25,
});

/**
 * 4n calls: half of them add numbers, and then every third one asks for the median. Measured against the number of
 * calls, the depth of heaps that are all much smaller, log n less a constant, would seem to outgrow log n.
 */
function asked(n: number, num: (i: number) => number) {
  const step = (i: number): Step => (i >= 2 * n && i % 3 === 0 ? ["findMedian", []] : ["addNum", [num(i)]]);
  return script(
    "MedianFinder",
    Array.from({ length: 4 * n }, (_, i) => step(i)),
  );
}

export default problem(stub, {
  ...calls,
  examples: [
    {
      input: [
        ["MedianFinder", "addNum", "findMedian", "addNum", "findMedian", "addNum", "findMedian"],
        [[], [5], [], [2], [], [10], []],
      ],
      output: [null, null, 5, null, 3.5, null, 5],
    },
    {
      input: [
        ["MedianFinder", "addNum", "addNum", "addNum", "addNum", "findMedian"],
        [[], [-1], [-1], [-1], [-2], []],
      ],
      output: [null, null, null, null, null, -1],
    },
  ],
  constraints: {
    ...legalScript,
    "every num is an integer from -10⁵ to 10⁵": ([, args]) =>
      args.flat().every((num) => Number.isInteger(num) && Math.abs(num as number) <= 1e5),
    "at most 5·10⁴ calls": ([names]) => names.length - 1 <= 5e4,
  },
  checks: {
    "the median lies between the smallest and the largest number": (output, [names, args]) => {
      let smallest = Infinity;
      let largest = -Infinity;
      return names.every((name, i) => {
        if (name === "addNum") {
          smallest = Math.min(smallest, args[i]![0] as number);
          largest = Math.max(largest, args[i]![0] as number);
        }
        const median = output[i] as number;
        return name !== "findMedian" || (median >= smallest - 1e-5 && median <= largest + 1e-5);
      });
    },
    "of an odd count of numbers it is one of them": (output, [names, args]) => {
      const numbers = new Set<number>();
      let count = 0;
      return names.every((name, i) => {
        if (name === "addNum") {
          numbers.add(args[i]![0] as number);
          count++;
        }
        if (name !== "findMedian" || count % 2 === 0) return true;
        const nearest = Math.round(output[i] as number);
        return numbers.has(nearest) && Math.abs((output[i] as number) - nearest) <= 1e-5;
      });
    },
    "it is the middle number, or the mean of the middle two": (output, [names], wanted) =>
      names.every(
        (name, i) => name !== "findMedian" || Math.abs((output[i] as number) - (wanted[i] as number)) <= 1e-5,
      ),
  },
  workloads: {
    "random numbers": (n, random) => asked(n, () => random.integer(-1e5, 1e5)),
    "numbers that fall": (n) => asked(n, (i) => -i),
  },
  growth: "log n",
  largest: 2 ** 11,
});

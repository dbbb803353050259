import fc from "fast-check";
import { design, problem, type Random, sameResults, script, type Step } from "#lab/problem/index.ts";
import { SecondStack } from "./approaches.ts";
import * as stub from "./stub.ts";

const value = fc.oneof(
  { arbitrary: fc.integer({ min: -2, max: 2 }), weight: 3 },
  { arbitrary: fc.constantFrom(-(2 ** 31), 2 ** 31 - 1), weight: 1 },
  { arbitrary: fc.integer({ min: -(2 ** 31), max: 2 ** 31 - 1 }), weight: 1 },
);
const holdsSomething = ({ values }: SecondStack): boolean => values.length > 0;

const { legalScript, ...calls } = design({
  className: "MinStack",
  model: () => new SecondStack(),
  methods: {
    push: { args: fc.tuple(value), takes: { val: "number" }, returns: "void", weight: 3 },
    pop: { returns: "void", legal: holdsSomething, weight: 2 },
    top: { returns: "number", legal: holdsSomething },
    getMin: { returns: "number", legal: holdsSomething, weight: 2 },
  },
  maxLength: 40,
});

/** n calls: a stack is filled with `values` in the first half, and `cycle` is called over and over in the second. */
function onDeepStack(n: number, values: (i: number) => number, cycle: readonly Step[]) {
  const half = Math.floor(n / 2);
  const step = (i: number): Step => (i < half ? ["push", [values(i)]] : cycle[(i - half) % cycle.length]!);
  return script(
    "MinStack",
    Array.from({ length: n }, (_, i) => step(i)),
  );
}

function anywhere(random: Random): () => number {
  return () => random.integer(-(2 ** 31), 2 ** 31 - 1);
}

export default problem(stub, {
  ...calls,
  examples: [
    {
      input: [
        ["MinStack", "push", "push", "getMin", "push", "getMin", "top", "pop", "getMin", "top"],
        [[], [5], [3], [], [4], [], [], [], [], []],
      ],
      output: [null, null, null, 3, null, 3, 4, null, 3, 3],
    },
    {
      input: [
        ["MinStack", "push", "push", "pop", "getMin", "pop", "push", "getMin"],
        [[], [-1], [-1], [], [], [], [7], []],
      ],
      output: [null, null, null, null, -1, null, null, 7],
    },
  ],
  constraints: {
    ...legalScript,
    "every val is an integer from -2³¹ to 2³¹ - 1": ([, args]) =>
      args.flat().every((val) => val === ((val as number) | 0)),
    "at most 3·10⁴ calls": ([names]) => names.length - 1 <= 3e4,
  },
  checks: {
    "top is the latest of the values still there": sameResults("top"),
    "getMin is the smallest of the values still there": sameResults("getMin"),
  },
  workloads: {
    "the minimum of a deep stack, again and again": (n, random) =>
      onDeepStack(n, anywhere(random), [["getMin", []]]),
    "pushing and popping on a deep stack": (n, random) =>
      onDeepStack(n, anywhere(random), [
        ["push", [-(2 ** 31)]],
        ["getMin", []],
        ["pop", []],
        ["getMin", []],
      ]),
    "every pop takes the minimum": (n) =>
      onDeepStack(n, (i) => -i, [
        ["getMin", []],
        ["pop", []],
      ]),
  },
  growth: "1",
});

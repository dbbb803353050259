import fc from "fast-check";
import {
  design,
  type Operations,
  problem,
  type Results,
  sameResults,
  script,
  type Step,
} from "#lab/problem/index.ts";
import { ArrayAndMap } from "./approaches.ts";
import * as stub from "./stub.ts";

const value = fc.oneof(
  { arbitrary: fc.integer({ min: -2, max: 2 }), weight: 5 },
  { arbitrary: fc.integer({ min: -(2 ** 31), max: 2 ** 31 - 1 }), weight: 1 },
);
const ofValue = { args: fc.tuple(value), takes: { val: "number" }, returns: "boolean" };

const { legalScript, inputs, ...calls } = design({
  className: "RandomizedSet",
  model: () => new ArrayAndMap(),
  methods: {
    insert: { ...ofValue, weight: 3 },
    remove: { ...ofValue, weight: 2 },
    getRandom: { returns: "number", legal: ({ values }) => values.length > 0 },
  },
  maxLength: 40,
});

/** Scripts that end in many draws, so that it shows when they are not fair. */
const longRuns = fc
  .tuple(inputs, fc.integer({ min: 1, max: 4000 }))
  .map(
    ([[names, args], n]): Operations => [
      [...names, ...Array.from({ length: n }, () => "getRandom")],
      [...args, ...Array.from({ length: n }, () => [])],
    ],
    (input) => {
      const [names, args] = input as Operations;
      const end = names.findLastIndex((name) => name !== "getRandom") + 1;
      return [[names.slice(0, end), args.slice(0, end)], names.length - end];
    },
  )
  .filter((input) => Object.values(legalScript).every((holds) => holds(input)));

/** What was drawn from one and the same set. */
interface Run {
  readonly size: number;
  readonly drawn: unknown[];
}

/** The draws between one insert or remove and the next, where they are two or more: a single one tells nothing. */
function runsOf(output: Results, [names, args]: Operations): Run[] {
  const elements = new Set<unknown>();
  const runs: Run[] = [];
  for (const [i, name] of names.entries()) {
    if (name === "insert") elements.add(args[i]![0]);
    if (name === "remove") elements.delete(args[i]![0]);
    if (name !== "getRandom") runs.push({ size: elements.size, drawn: [] });
    else runs.at(-1)!.drawn.push(output[i]);
  }
  return runs.filter(({ drawn }) => drawn.length > 1);
}

/*
 * How far may a count stray? What has chance p happens X ~ Binomial(N, p) times in N independent draws. With
 * KL(q, p) = q ln(q/p) + (1 - q) ln((1 - q)/(1 - p)), Chernoff's bound says P(X ≥ qN) ≤ exp(-N KL(q, p)) for q ≥ p,
 * and the same of P(X ≤ qN) for q ≤ p. Hence P(N KL(X/N, p) ≥ t) ≤ 2 exp(-t), for every N and t.
 *
 * A law that looks at c counts of an output refuses when one of them has N KL(X/N, p) ≥ t = ln(2c / 10⁻¹⁴). By the
 * union bound that befalls a right output with a probability of at most c · 2 exp(-t) = 10⁻¹⁴. There are two such
 * laws, and a verdict asks them of fewer than 10⁴ outputs (300 generated inputs and the known ones, answered twice;
 * a dozen sizes of each workload), so it refuses a right solution with a probability below 2 · 10⁴ · 10⁻¹⁴ < 10⁻⁹.
 * The bound needs no independence between outputs, and there is none: all of them are drawn from the same seed.
 */
const falseAlarm = 1e-14;

/** N KL(X/N, p). */
function surprise(happened: number, draws: number, chance: number): number {
  const term = (q: number, p: number): number => (q === 0 ? 0 : q * Math.log(q / p));
  return draws * (term(happened / draws, chance) + term(1 - happened / draws, 1 - chance));
}

function limit(counts: number): number {
  return Math.log((2 * counts) / falseAlarm);
}

/** n calls: the values below `size` are inserted, then `step` says what follows. */
function onLargeSet(n: number, size: number, step: (i: number) => Step): Operations {
  return script(
    "RandomizedSet",
    Array.from({ length: n }, (_, i) => (i < size ? ["insert", [i]] : step(i - size))),
  );
}

export default problem(stub, {
  ...calls,
  severalAnswers: true,
  examples: [
    {
      input: [
        ["RandomizedSet", "insert", "insert", "insert", "getRandom", "remove", "remove", "getRandom"],
        [[], [4], [6], [4], [], [4], [5], []],
      ],
      output: [null, true, true, false, 4, true, false, 6],
    },
    {
      input: [
        ["RandomizedSet", "insert", "remove", "insert", "getRandom", "getRandom"],
        [[], [0], [0], [0], [], []],
      ],
      output: [null, true, true, true, 0, 0],
    },
  ],
  constraints: {
    ...legalScript,
    "every val is an integer from -2³¹ to 2³¹ - 1": ([, args]) =>
      args.flat().every((val) => val === ((val as number) | 0)),
    "at most 2·10⁵ calls": ([names]) => names.length - 1 <= 2e5,
  },
  inputs: fc.oneof({ arbitrary: inputs, weight: 7 }, { arbitrary: longRuns, weight: 1 }),
  checks: {
    "insert and remove say whether the set has changed": sameResults("insert", "remove"),
    "getRandom returns an element of the set": (output, [names, args]) => {
      const elements = new Set<unknown>();
      return names.every((name, i) => {
        if (name === "insert") elements.add(args[i]![0]);
        if (name === "remove") elements.delete(args[i]![0]);
        return name !== "getRandom" || elements.has(output[i]);
      });
    },
    "every element is drawn equally often": (output, input) => {
      const runs = runsOf(output, input);
      const most = limit(runs.reduce((counts, { size }) => counts + size, 0));
      return runs.every(({ size, drawn }) => {
        const times = new Map<unknown, number>();
        for (const val of drawn) times.set(val, (times.get(val) ?? 0) + 1);
        const counts = [...times.values(), ...(times.size < size ? [0] : [])];
        return counts.every((happened) => surprise(happened, drawn.length, 1 / size) < most);
      });
    },
    "a draw does not depend on the one before": (output, input) => {
      const runs = runsOf(output, input);
      return runs.every(({ size, drawn }) => {
        const repeats = drawn.filter((val, i) => i > 0 && val === drawn[i - 1]).length;
        return surprise(repeats, drawn.length - 1, 1 / size) < limit(runs.length);
      });
    },
  },
  workloads: {
    "draws from a large set": (n) => onLargeSet(n, n >> 1, () => ["getRandom", []]),
    "a large set changes between draws": (n, random) => {
      const size = n >> 1;
      const order = random.shuffled(Array.from({ length: size }, (_, val) => val));
      return onLargeSet(n, size, (i) => {
        if (i % 2 === 1) return ["getRandom", []];
        return [i % 4 === 0 ? "remove" : "insert", [order[i >> 2]!]];
      });
    },
    "one element is left of many": (n) => {
      const size = Math.floor(n / 3);
      return onLargeSet(n, size, (i) => (i < size - 1 ? ["remove", [size - 1 - i]] : ["getRandom", []]));
    },
  },
  growth: "1",
});

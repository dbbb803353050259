import { StaticDisjointSet } from "mnemonist";
// @ts-expect-error -- the package has no types
import published from "union-find";
import { comparison, type Contender } from "#bench/comparison.ts";
import { UnionFind } from "./union-find.ts";

const Published = published as new (n: number) => {
  link(a: number, b: number): void;
  find(x: number): number;
};

/** Unions of a[i] and b[i], one after the other, and then the questions whether p[i] and q[i] are together. */
interface Work {
  readonly n: number;
  readonly a: Int32Array;
  readonly b: Int32Array;
  readonly p: Int32Array;
  readonly q: Int32Array;
}

/** Does the work, and answers how many of the questions have the answer yes. */
function contender<S>(
  make: (n: number) => S,
  union: (sets: S, a: number, b: number) => unknown,
  find: (sets: S, x: number) => number,
): Contender<Work, number> {
  const holds = ({ n, a, b }: Work): S => {
    const sets = make(n);
    for (let i = 0; i < a.length; i++) union(sets, a[i]!, b[i]!);
    return sets;
  };
  const run = (work: Work): number => {
    const sets = holds(work);
    const { p, q } = work;
    let together = 0;
    for (let i = 0; i < p.length; i++) if (find(sets, p[i]!) === find(sets, q[i]!)) together++;
    return together;
  };
  return { run, holds };
}

const identity = (n: number): Int32Array => Int32Array.from({ length: n }, (_, x) => x);

/** What n elements have as roots if nothing shortens the ways and nothing compares the trees. */
function rootOf(parents: Int32Array, x: number): number {
  while (parents[x] !== x) x = parents[x]!;
  return x;
}

const contenders = {
  "ours: by size, halving": contender(
    (n) => new UnionFind(n),
    (sets, a, b) => sets.union(a, b),
    (sets, x) => sets.find(x),
  ),
  "a label for each element": contender(
    identity,
    (labels, a, b) => {
      const [kept, gone] = [labels[a]!, labels[b]!];
      if (kept !== gone) for (let x = 0; x < labels.length; x++) if (labels[x] === gone) labels[x] = kept;
    },
    (labels, x) => labels[x]!,
  ),
  "parents, and nothing else": contender(
    identity,
    (parents, a, b) => {
      parents[rootOf(parents, a)] = rootOf(parents, b);
    },
    rootOf,
  ),
  "union-find": contender(
    (n) => new Published(n),
    (sets, a, b) => sets.link(a, b),
    (sets, x) => sets.find(x),
  ),
  mnemonist: contender(
    (n) => new StaticDisjointSet(n),
    (sets, a, b) => sets.union(a, b),
    (sets, x) => sets.find(x),
  ),
};

const sizes = [1e3, 1e4, 1e5, 1e6, 1e7];

export default [
  comparison({
    title: "n unions of two random elements, then n random questions whether two are together",
    sizes,
    input: (n, random): Work => {
      const elements = (): Int32Array => Int32Array.from({ length: n }, () => random.integer(0, n - 1));
      return { n, a: elements(), b: elements(), p: elements(), q: elements() };
    },
    contenders,
    bars: [
      { against: "union-find", atLeast: 1.6, at: 1e6 },
      { against: "mnemonist", atLeast: 1.6, at: 1e6 },
    ],
  }),
  comparison({
    title: "equal trees merged by random elements, level by level, then n random questions",
    sizes,
    input: (n, random): Work => {
      const pairs: [number, number][] = [];
      for (let size = 1; 4 * size <= n; size *= 2)
        for (let x = 0; x + 2 * size <= n; x += 2 * size)
          pairs.push([x + random.integer(0, size - 1), x + size + random.integer(0, size - 1)]);
      const elements = (): Int32Array => Int32Array.from({ length: n }, () => random.integer(0, n - 1));
      const [a, b] = [Int32Array.from(pairs, ([x]) => x), Int32Array.from(pairs, ([, y]) => y)];
      return { n, a, b, p: elements(), q: elements() };
    },
    contenders,
  }),
];

import fc from "fast-check";
import { problem, type Random } from "#lab/problem/index.ts";
import * as stub from "./stub.ts";

type Plan = [numCourses: number, prerequisites: number[][]];

const course = (maxCourses: number): fc.Arbitrary<number> => fc.nat({ max: maxCourses - 1 });

/** Plans in which any course may need any other one. */
function plans(maxCourses: number, maxPairs: number): fc.Arbitrary<Plan> {
  const pair = fc.tuple(course(maxCourses), course(maxCourses));
  return fc
    .tuple(fc.integer({ min: 1, max: maxCourses }), fc.array(pair, { maxLength: maxPairs, size: "max" }))
    .map(plan, (input) => input as [number, [number, number][]]);
}

/**
 * Plans without a cycle, in which the numbers of the courses say nothing about their order, and then a cycle
 * of two or three courses put in for each of `cyclesAt`.
 */
function ordered(maxCourses: number, cyclesAt: fc.Arbitrary<number[]>): fc.Arbitrary<Plan> {
  const pair = fc.tuple(course(maxCourses), course(maxCourses));
  return fc
    .tuple(
      fc.integer({ min: 1, max: maxCourses }),
      fc.integer({ min: 1, max: 100 }),
      fc.array(pair, { maxLength: 2 * maxCourses, size: "max" }),
      cyclesAt,
    )
    .map(([numCourses, factor, pairs, starts]) => {
      const rank = (course: number): number => ((course + 1) * factor) % 101;
      const forward = pairs
        .map(([a, b]) => [a % numCourses, b % numCourses] as const)
        .map(([a, b]) => (rank(a) > rank(b) ? [a, b] : [b, a]));
      const cycles = starts.flatMap((a) => {
        const cycle = a % 2 === 0 ? [a, a + 1] : [a, a + 1, a + 2];
        return cycle.map((course, i) => [course, cycle[(i + 1) % cycle.length]!]);
      });
      return plan([numCourses, [...forward, ...cycles]]);
    });
}

/** Brings all numbers into range, then leaves out pairs of the same course and pairs that stand there already. */
function plan([numCourses, pairs]: [number, number[][]]): Plan {
  const byKey = new Map<number, number[]>();
  for (const [x, y] of pairs) {
    const [a, b] = [x! % numCourses, y! % numCourses];
    if (a !== b) byKey.set(a * numCourses + b, [a, b]);
  }
  return [numCourses, [...byKey.values()]];
}

/** Each course needs the three with the next higher numbers. */
function ladder(n: number, random: Random): number[][] {
  const pairs = Array.from({ length: n }, (_, course) =>
    [1, 2, 3].map((step) => [course, course + step]).filter(([, needed]) => needed! < n),
  );
  return random.shuffled(pairs.flat());
}

/** One half of the courses is free, and each of the others needs three of those. */
function twoLayers(n: number, random: Random): number[][] {
  const courses = random.shuffled(Array.from({ length: n }, (_, course) => course));
  const free = courses.splice(0, n >> 1);
  const pairs = courses.map((course, i) => [0, 1, 2].map((k) => [course, free[(i + k) % free.length]!]));
  return random.shuffled(pairs.flat());
}

const isCourse = (x: number, numCourses: number): boolean => Number.isInteger(x) && x >= 0 && x < numCourses;

export default problem(stub, {
  takes: { numCourses: "number", prerequisites: "number[][]" },
  returns: "number[]",
  severalAnswers: true,
  examples: [
    {
      input: [
        4,
        [
          [1, 0],
          [2, 0],
          [3, 1],
          [3, 2],
        ],
      ],
      output: [0, 2, 1, 3],
    },
    { input: [3, [[0, 2]]], output: [1, 2, 0] },
    {
      input: [
        3,
        [
          [0, 1],
          [1, 0],
        ],
      ],
      output: [],
    },
  ],
  constraints: {
    "there are 1 to 2000 courses": ([numCourses]) =>
      Number.isInteger(numCourses) && numCourses >= 1 && numCourses <= 2000,
    "each prerequisite is a pair of two different courses": ([numCourses, prerequisites]) =>
      prerequisites.every(
        (pair) => pair.length === 2 && pair[0] !== pair[1] && pair.every((x) => isCourse(x, numCourses)),
      ),
    "no pair stands there twice": ([numCourses, prerequisites]) =>
      new Set(prerequisites.map(([a, b]) => a! * numCourses + b!)).size === prerequisites.length,
  },
  inputs: fc.oneof(
    plans(4, 6),
    fc.noBias(plans(14, 20)),
    fc.noBias(ordered(16, fc.constant([]))),
    fc.noBias(ordered(16, fc.uniqueArray(course(16), { minLength: 1, maxLength: 3 }))),
  ),
  call: ({ findOrder }, [numCourses, prerequisites]) => findOrder(numCourses, prerequisites),
  checks: {
    "empty exactly when some courses form a cycle": (order, _plan, wanted) =>
      (order.length === 0) === (wanted.length === 0),
    "every course exactly once": (order, [numCourses]) =>
      order.length === 0 ||
      (order.length === numCourses &&
        new Set(order).size === numCourses &&
        order.every((x) => isCourse(x, numCourses))),
    "each course after its prerequisites": (order, [, prerequisites]) => {
      const placeOf = new Map(order.map((course, i) => [course, i]));
      return (
        order.length === 0 ||
        prerequisites.every(([course, needed]) => placeOf.get(needed!)! < placeOf.get(course!)!)
      );
    },
  },
  workloads: {
    "a ladder with the first course last": (n, random) => [n, ladder(n, random)],
    "a ladder that ends in a cycle": (n, random) => [n, [...ladder(n, random), [1, 0]]],
    "half of the courses at once": (n, random) => [n, twoLayers(n, random)],
  },
  growth: "n",
  largest: 2000,
});

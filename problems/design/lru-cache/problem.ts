import fc from "fast-check";
import {
  type Check,
  design,
  type Operations,
  problem,
  type Results,
  script,
  type Step,
} from "#lab/problem/index.ts";
import { LinkedByUse } from "./approaches.ts";
import * as stub from "./stub.ts";

const mostCalls = 2e5;
const largestCapacity = 3000;

const key = fc.oneof(
  { arbitrary: fc.integer({ min: 0, max: 4 }), weight: 5 },
  { arbitrary: fc.constantFrom(9, 10, 1e4), weight: 1 },
);
const value = fc.oneof(
  { arbitrary: fc.integer({ min: 0, max: 3 }), weight: 5 },
  { arbitrary: fc.constant(1e5), weight: 1 },
);
const capacity = fc.oneof(
  { arbitrary: fc.integer({ min: 1, max: 4 }), weight: 9 },
  { arbitrary: fc.constant(largestCapacity), weight: 1 },
);

const { legalScript, ...calls } = design({
  className: "LRUCache",
  construct: { args: fc.tuple(capacity), takes: { capacity: "number" } },
  model: (capacity: number) => new LinkedByUse(capacity),
  methods: {
    get: { args: fc.tuple(key), takes: { key: "number" }, returns: "number", weight: 3 },
    put: {
      args: fc.tuple(key, value),
      takes: { key: "number", value: "number" },
      returns: "void",
      weight: 4,
    },
  },
  maxLength: 30,
});

function isFrom0(most: number): (x: unknown) => boolean {
  return (x) => Number.isInteger(x) && (x as number) >= 0 && (x as number) <= most;
}

/** Every get for which `holds`, given what it returned, what is wanted, and the value last put under its key, if any. */
function gets(
  holds: (returned: unknown, wanted: unknown, latest: unknown) => boolean,
): Check<Operations, Results> {
  return (output, [names, args], wanted) => {
    const latest = new Map<unknown, unknown>();
    return names.every((name, i) => {
      if (name === "put") latest.set(args[i]![0], args[i]![1]);
      return name !== "get" || holds(output[i], wanted[i], latest.get(args[i]![0]));
    });
  };
}

/** n calls on a cache for n/2 entries: it is filled with the keys from 0 up, and then `step` says what follows. */
function onFullCache(n: number, step: (i: number, size: number) => Step): Operations {
  const size = n >> 1;
  return script(
    "LRUCache",
    Array.from({ length: n }, (_, i) => (i < size ? ["put", [i, i]] : step(i - size, size))),
    [size],
  );
}

export default problem(stub, {
  ...calls,
  examples: [
    {
      input: [
        ["LRUCache", "put", "put", "get", "put", "get", "get", "get"],
        [[2], [1, 10], [2, 20], [1], [3, 30], [2], [1], [3]],
      ],
      output: [null, null, null, 10, null, -1, 10, 30],
    },
    {
      input: [
        ["LRUCache", "get", "put", "put", "get", "put", "get"],
        [[1], [5], [5, 0], [5, 7], [5], [6, 8], [5]],
      ],
      output: [null, -1, null, null, 7, null, -1],
    },
  ],
  constraints: {
    ...legalScript,
    "capacity is an integer from 1 to 3000": ([, [args]]) =>
      isFrom0(largestCapacity)(args![0]) && args![0] !== 0,
    "every key is an integer from 0 to 10⁴": ([, args]) => args.slice(1).every(([key]) => isFrom0(1e4)(key)),
    "every value is an integer from 0 to 10⁵": ([names, args]) =>
      args.every(([, value], i) => names[i] !== "put" || isFrom0(1e5)(value)),
    "at most 2·10⁵ calls": ([names]) => names.length - 1 <= mostCalls,
  },
  checks: {
    "get returns the value last put under its key, or -1": gets(
      (returned, _wanted, latest) => returned === -1 || returned === latest,
    ),
    "what was used recently enough is still there": gets(
      (returned, wanted) => wanted === -1 || returned !== -1,
    ),
    "the least recently used entry makes room": gets((returned, wanted) => wanted !== -1 || returned === -1),
  },
  workloads: {
    "the least recently used is read, again and again": (n) =>
      onFullCache(n, (i, size) => ["get", [i % size]]),
    "each put drives out an entry": (n) => onFullCache(n, (i, size) => ["put", [size + i, i]]),
    "hits, misses and evictions": (n, random) =>
      onFullCache(n, (i, size) => {
        const key = random.integer(0, 2 * size);
        return i % 2 === 0 ? ["get", [key]] : ["put", [key, i]];
      }),
  },
  growth: "1",
  // Half of it is the largest capacity.
  largest: 2 * largestCapacity,
});

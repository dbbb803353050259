import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { FenwickTree } from "./fenwick-tree.ts";

/** The same by an array of the values. */
class Twin {
  readonly values: number[];

  constructor(values: readonly number[]) {
    this.values = [...values];
  }

  sum(start: number, end: number): number {
    return this.values.slice(start, end).reduce((a, b) => a + b, 0);
  }

  firstReaching(target: number): number {
    const index = this.values.findIndex((_, i) => this.sum(0, i + 1) >= target);
    return index === -1 ? this.values.length : index;
  }
}

/** Compares all that can be asked. */
function compare(tree: FenwickTree, { values }: Twin): void {
  const n = values.length;
  const answers: number[][] = [];
  const wanted: number[][] = [];
  for (let start = 0; start <= n; start++) {
    const sums: number[] = [];
    const direct = [0];
    for (let end = start; end <= n; end++) sums.push(tree.sum(start, end));
    for (let end = start; end < n; end++) direct.push(direct[end - start]! + values[end]!);
    answers.push(sums);
    wanted.push(direct);
  }
  expect(answers).toEqual(wanted);
  expect(Array.from({ length: n + 1 }, (_, end) => tree.prefixSum(end))).toEqual(wanted[0]);
  expect(Array.from({ length: n }, (_, i) => tree.get(i))).toEqual(values);
}

const sizes = Array.from({ length: 30 }, (_, n) => n);

/** Values that tell all ranges of up to 29 of them apart, some below 0. */
const telling = (n: number): number[] => Array.from({ length: n }, (_, i) => (-2) ** i);

describe("every n below 30", () => {
  test("a tree of n is n zeros", () => {
    for (const n of sizes) {
      expect(new FenwickTree(n).length).toBe(n);
      compare(new FenwickTree(n), new Twin(new Array<number>(n).fill(0)));
    }
  });

  test("every range of what a tree was built from has its sum", () => {
    for (const n of sizes) {
      expect(FenwickTree.from(telling(n)).length).toBe(n);
      compare(FenwickTree.from(telling(n)), new Twin(telling(n)));
    }
  });

  test("what is added at one index is in the ranges that hold it, and in no other", () => {
    for (const n of sizes.filter((n) => n < 18))
      for (let i = 0; i < n; i++) {
        const tree = FenwickTree.from(telling(n));
        const twin = new Twin(telling(n));
        tree.add(i, 1e6);
        twin.values[i]! += 1e6;
        compare(tree, twin);
      }
  });

  test("what is set at one index replaces what was there, and nothing else", () => {
    for (const n of sizes.filter((n) => n < 18))
      for (let i = 0; i < n; i++) {
        const tree = FenwickTree.from(telling(n));
        const twin = new Twin(telling(n));
        tree.set(i, 1e6);
        twin.values[i] = 1e6;
        compare(tree, twin);
      }
  });

  test("the first prefix to reach a target is the shortest that does, for every target", () => {
    for (const n of sizes) {
      const values = Array.from({ length: n }, (_, i) => (i * i + 1) % 4); // with zeros at the front, between and at the end
      for (const shift of [0, 1, 2, 3]) {
        const moved = [...values.slice(shift), ...values.slice(0, shift)];
        const tree = FenwickTree.from(moved);
        const twin = new Twin(moved);
        for (let target = -1; target <= twin.sum(0, n) + 1; target += 0.5)
          expect(tree.firstReaching(target), `${target} of ${String(moved)}`).toBe(
            twin.firstReaching(target),
          );
      }
    }
  });
});

describe("few values", () => {
  test("all sequences of up to three additions to up to three values", () => {
    for (let n = 0; n <= 3; n++) {
      const steps = [0, 1, 2].slice(0, n).flatMap((i) => [-2, 1, 5].map((delta) => [i, delta] as const));
      let sequences: (readonly (readonly [number, number])[])[] = [[]];
      for (let length = 0; length <= 3; length++) {
        for (const sequence of sequences) {
          const tree = new FenwickTree(n);
          const twin = new Twin(new Array<number>(n).fill(0));
          for (const [i, delta] of sequence) {
            tree.add(i, delta);
            twin.values[i]! += delta;
          }
          expect(Array.from({ length: n + 1 }, (_, end) => tree.prefixSum(end))).toEqual(
            Array.from({ length: n + 1 }, (_, end) => twin.sum(0, end)),
          );
        }
        sequences = sequences.flatMap((sequence) => steps.map((step) => [...sequence, step]));
      }
    }
  });
});

describe("random calls", () => {
  const values = (max: number) => fc.array(fc.integer({ min: -max, max }), { maxLength: 70 });

  test("any sequence of calls answers as an array of the values would", () => {
    const call = fc.record({
      name: fc.constantFrom("add", "set", "get", "prefixSum", "sum"),
      at: fc.nat(),
      to: fc.nat(),
      x: fc.integer({ min: -1e9, max: 1e9 }),
    });
    fc.assert(
      fc.property(values(1e9), fc.array(call, { maxLength: 40 }), (start, calls) => {
        const tree = FenwickTree.from(start);
        const twin = new Twin(start);
        const n = start.length;
        for (const { name, at, to, x } of calls) {
          const [from, until] = [at % (n + 1), to % (n + 1)].sort((a, b) => a - b) as [number, number];
          const i = at % Math.max(n, 1);
          if (name === "sum") expect(tree.sum(from, until)).toBe(twin.sum(from, until));
          else if (name === "prefixSum") expect(tree.prefixSum(until)).toBe(twin.sum(0, until));
          else if (n === 0) continue;
          else if (name === "get") expect(tree.get(i)).toBe(twin.values[i]);
          else if (name === "add") {
            tree.add(i, x);
            twin.values[i]! += x;
          } else {
            tree.set(i, x);
            twin.values[i] = x;
          }
        }
        compare(tree, twin);
      }),
      { numRuns: 60 },
    );
  });

  test("firstReaching agrees with prefixSum after any additions, however large the tree", () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 5000 }),
        fc.array(fc.tuple(fc.nat(), fc.nat(1000))),
        fc.nat(),
        (n, adds, at) => {
          const tree = new FenwickTree(n);
          for (const [i, delta] of adds) tree.add(i % n, delta);
          const target = at % (tree.prefixSum(n) + 2);
          const index = tree.firstReaching(target);
          expect(tree.prefixSum(index)).toBeLessThan(Math.max(target, 1));
          if (index < n) expect(tree.prefixSum(index + 1)).toBeGreaterThanOrEqual(target);
          else expect(target).toBe(tree.prefixSum(n) + 1);
        },
      ),
    );
  });
});

describe("numbers", () => {
  test("integers are exact up to sums of 2^53", () => {
    const half = 2 ** 52;
    const tree = FenwickTree.from([half - 1, 1, half - 1, 1]);
    expect(tree.prefixSum(4)).toBe(2 ** 53);
    expect(tree.prefixSum(3)).toBe(2 ** 53 - 1);
    expect([0, 1, 2, 3].map((i) => tree.get(i))).toEqual([half - 1, 1, half - 1, 1]);
    tree.set(2, -1);
    expect(tree.sum(1, 3)).toBe(0);
    expect(tree.firstReaching(half)).toBe(1);
  });

  test("integers beyond 32 bits do not wrap, in values, sums and targets", () => {
    const tree = FenwickTree.from([2 ** 31, 2 ** 32, 2 ** 33]);
    tree.add(0, 2 ** 40);
    expect(tree.prefixSum(3)).toBe(2 ** 40 + 2 ** 31 + 2 ** 32 + 2 ** 33);
    expect(tree.firstReaching(2 ** 40 + 2 ** 31 + 1)).toBe(1);
  });

  test("fractions add up, rounded", () => {
    const tree = FenwickTree.from([0.1, 0.2, 0.3, 0.4]);
    expect(tree.prefixSum(4)).toBeCloseTo(1, 12);
    expect(tree.get(1)).toBeCloseTo(0.2, 12);
    tree.add(3, -0.4);
    expect(tree.sum(1, 4)).toBeCloseTo(0.5, 12);
  });

  test("-0 is 0, given or asked for", () => {
    const tree = FenwickTree.from([-0, -0, -0]);
    tree.add(0, -0);
    tree.set(1, -0);
    const zeros = [
      tree.get(0),
      tree.get(1),
      tree.get(2),
      tree.prefixSum(0),
      tree.prefixSum(3),
      tree.sum(1, 2),
      tree.sum(2, 2),
    ];
    expect(zeros).toEqual([0, 0, 0, 0, 0, 0, 0]);
    tree.add(-0, 1);
    expect([tree.get(-0), tree.sum(-0, 1), tree.prefixSum(-0)]).toEqual([1, 1, 0]);
    tree.add(0, -1);
    expect(tree.get(0)).toBe(0);
  });

  test("any target but NaN is allowed", () => {
    const tree = FenwickTree.from([0, 3, 0]);
    expect([-Infinity, -1, -0, 0, 1e-300, 3, 3.5, Infinity].map((t) => tree.firstReaching(t))).toEqual([
      0, 0, 0, 0, 1, 1, 3, 3,
    ]);
    expect([-1, 0, 1].map((t) => new FenwickTree(0).firstReaching(t))).toEqual([0, 0, 0]);
  });

  test("what a tree is built from is copied, from arrays and typed arrays alike", () => {
    const values = [1, 2, 3];
    const tree = FenwickTree.from(values);
    values[0] = 100;
    tree.add(1, 5);
    expect(values).toEqual([100, 2, 3]);
    expect(tree.prefixSum(3)).toBe(11);
    expect(FenwickTree.from(Int8Array.of(-1, -2)).prefixSum(2)).toBe(-3);
  });
});

interface Cost {
  reads: number;
  writes: number;
}

/** Runs the action with a way to count how often elements of the Float64Arrays made in it are read and written. */
function counting(action: (costOf: (call: () => unknown) => Cost) => void): void {
  const real = globalThis.Float64Array;
  let cost: Cost = { reads: 0, writes: 0 };
  const isIndex = (key: string | symbol): boolean => typeof key === "string" && /^\d+$/.test(key);
  globalThis.Float64Array = new Proxy(real, {
    construct: (_, [n]) =>
      new Proxy(new real(n as number), {
        get(array, key): unknown {
          if (isIndex(key)) cost.reads++;
          return Reflect.get(array, key);
        },
        set(array, key, value): boolean {
          if (isIndex(key)) cost.writes++;
          return Reflect.set(array, key, value);
        },
      }),
  });
  try {
    action((call) => {
      cost = { reads: 0, writes: 0 };
      call();
      return cost;
    });
  } finally {
    globalThis.Float64Array = real;
  }
}

describe("cost", () => {
  test("building writes each node once, and once more for each that has a larger one around it", () => {
    counting((costOf) => {
      for (const n of [...sizes, 1000, 1023, 1024]) {
        const blocksOfAll = n.toString(2).replaceAll("0", "").length; // these have none around them
        const { reads, writes } = costOf(() => FenwickTree.from(new Array<number>(n).fill(1)));
        expect(writes).toBe(2 * n - blocksOfAll);
        expect(reads).toBeLessThanOrEqual(3 * n);
      }
    });
  });

  test("no call but sum and set takes more than floor(log2 n) + 1 steps, and each may take as many", () => {
    counting((costOf) => {
      for (const n of [1, 2, 3, 4, 7, 8, 9, 31, 32, 33, 100, 127, 128]) {
        const tree = FenwickTree.from(new Array<number>(n).fill(1));
        const indices = Array.from({ length: n }, (_, i) => i);
        const levels = Math.floor(Math.log2(n)) + 1;
        const worst = (calls: Cost[]): Cost => ({
          reads: Math.max(...calls.map(({ reads }) => reads)),
          writes: Math.max(...calls.map(({ writes }) => writes)),
        });
        expect(worst(indices.map((i) => costOf(() => tree.add(i, 0))))).toEqual({
          reads: levels,
          writes: levels,
        });
        expect(worst(indices.map((i) => costOf(() => tree.get(i))))).toEqual({ reads: levels, writes: 0 });
        const most = Math.floor(Math.log2(n + 1)); // the most 1s in a number up to n
        expect(worst(indices.map((i) => costOf(() => tree.prefixSum(i + 1))))).toEqual({
          reads: most,
          writes: 0,
        });
        expect(worst(indices.map((i) => costOf(() => tree.firstReaching(i + 1))))).toEqual({
          reads: levels,
          writes: 0,
        });
      }
    });
  });

  test("a prefix takes as many reads as its length has 1s, and an empty one none", () => {
    counting((costOf) => {
      const tree = new FenwickTree(300);
      for (let end = 0; end <= 300; end++) {
        const ones = end.toString(2).replaceAll("0", "").length;
        expect(costOf(() => tree.prefixSum(end))).toEqual({ reads: ones, writes: 0 });
      }
    });
  });

  test("a range takes no more than 2 log2 n + 1 reads, nor more than two prefixes; one value what get takes", () => {
    counting((costOf) => {
      for (const n of [1, 2, 3, 5, 8, 16, 31, 33, 64]) {
        const tree = new FenwickTree(n);
        const reads = (call: () => number): number => {
          const cost = costOf(call);
          return cost.writes === 0 ? cost.reads : NaN;
        };
        const prefixes = Array.from({ length: n + 1 }, (_, end) => reads(() => tree.prefixSum(end)));
        const most = 2 * Math.floor(Math.log2(n)) + 1;
        for (let end = 0; end <= n; end++) {
          const ranges = Array.from({ length: end + 1 }, (_, start) => reads(() => tree.sum(start, end)));
          expect(
            ranges.every((cost, start) => cost <= Math.min(most, prefixes[start]! + prefixes[end]!)),
          ).toBe(true);
          expect(ranges[end]).toBe(0);
          if (end > 0) expect(ranges[end - 1]).toBe(reads(() => tree.get(end - 1)));
        }
      }
    });
  });

  test("getting all values takes fewer than 2 reads for each", () => {
    counting((costOf) => {
      const tree = new FenwickTree(1000);
      const { reads } = costOf(() => {
        for (let i = 0; i < 1000; i++) tree.get(i);
      });
      expect(reads).toBeLessThan(2000);
    });
  });
});

describe("refusals", () => {
  test("2^31 - 1 values are not too many", () => {
    const real = globalThis.Float64Array;
    globalThis.Float64Array = Object as unknown as typeof Float64Array; // which takes no memory
    try {
      expect(new FenwickTree(2 ** 31 - 1).length).toBe(2 ** 31 - 1);
    } finally {
      globalThis.Float64Array = real;
    }
  });

  const indices = "indices are the integers from 0 up to, not including, 3";
  const range = "a range [start, end) has integers 0 <= start <= end <= 3";
  const tree = FenwickTree.from([1, 2, 3]);

  test.each([-1, 1.5, NaN, Infinity, 2 ** 31])("%d is no number of values", (n) => {
    expect(() => new FenwickTree(n)).toThrow(
      new RangeError(`new FenwickTree(${n}): the number of values is an integer from 0 to 2147483647`),
    );
  });

  test.each([-1, 3, 4, 0.5, NaN, Infinity, -Infinity, 2 ** 32, 2 ** 32 + 1])(
    "%d is no index of three values",
    (i) => {
      expect(() => tree.get(i)).toThrow(new RangeError(`get(${i}): ${indices}`));
      expect(() => tree.add(i, 7)).toThrow(new RangeError(`add(${i}, 7): ${indices}`));
      expect(() => tree.set(i, 7)).toThrow(new RangeError(`set(${i}, 7): ${indices}`));
    },
  );

  test.each([NaN, Infinity, -Infinity])("%d is nothing to add, to set or to build from", (x) => {
    expect(() => tree.add(1, x)).toThrow(new RangeError(`add(1, ${x}): what is added is a finite number`));
    expect(() => tree.set(1, x)).toThrow(new RangeError(`set(1, ${x}): a value is a finite number`));
    expect(() => FenwickTree.from([1, x])).toThrow(
      new RangeError(`FenwickTree.from: the value at 1 is ${x}, and values are finite numbers`),
    );
  });

  test("nor are texts, holes, undefined and null numbers or indices, whatever they would be converted to", () => {
    for (const no of ["1", "", undefined, null, true, [1], {}] as unknown as number[]) {
      expect(() => tree.get(no)).toThrow(RangeError);
      expect(() => tree.add(no, 1)).toThrow(RangeError);
      expect(() => tree.add(1, no)).toThrow(RangeError);
      expect(() => tree.set(1, no)).toThrow(RangeError);
      expect(() => tree.prefixSum(no)).toThrow(RangeError);
      expect(() => tree.sum(0, no)).toThrow(RangeError);
      expect(() => tree.sum(no, 3)).toThrow(RangeError);
      expect(() => tree.firstReaching(no)).toThrow(RangeError);
      expect(() => FenwickTree.from([1, no])).toThrow(RangeError);
    }
    // eslint-disable-next-line no-sparse-arrays -- a hole is what is tested
    expect(() => FenwickTree.from([1, , 3] as number[])).toThrow(RangeError);
    expect(() => FenwickTree.from(new Set([1]) as unknown as number[])).toThrow(RangeError);
  });

  test("a range that is reversed, sticks out or has no integers is refused", () => {
    for (const end of [-1, 4, 0.5, NaN, Infinity, 2 ** 32])
      expect(() => tree.prefixSum(end)).toThrow(new RangeError(`prefixSum(${end}): ${range}`));
    for (const [start, end] of [
      [-1, 2],
      [2, 1],
      [0, 4],
      [4, 4],
      [0.5, 2],
      [0, 2.5],
      [NaN, 2],
      [0, NaN],
      [3, 2],
    ] as const)
      expect(() => tree.sum(start, end)).toThrow(new RangeError(`sum(${start}, ${end}): ${range}`));
  });

  test("NaN is no target", () => {
    expect(() => tree.firstReaching(NaN)).toThrow(new RangeError("firstReaching(NaN): a target is a number"));
  });

  test("an empty tree has no index, and one range", () => {
    const empty = new FenwickTree(0);
    expect([empty.prefixSum(0), empty.sum(0, 0)]).toEqual([0, 0]);
    expect(() => empty.get(0)).toThrow(
      new RangeError("get(0): indices are the integers from 0 up to, not including, 0"),
    );
    expect(() => empty.prefixSum(1)).toThrow(
      new RangeError("prefixSum(1): a range [start, end) has integers 0 <= start <= end <= 0"),
    );
  });

  test("a refused call changes nothing", () => {
    expect([0, 1, 2].map((i) => tree.get(i))).toEqual([1, 2, 3]);
    expect(tree.prefixSum(3)).toBe(6);
  });
});

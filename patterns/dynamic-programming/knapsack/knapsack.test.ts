import fc from "fast-check";
import { afterEach, describe, expect, test, vi } from "vitest";
import { type Item, knapsack } from "./knapsack.ts";

/** The naive twin: all subsets. Of equally good ones, that which is least as a binary number, item i being bit i. */
function twin(items: readonly Item[], capacities: readonly number[]): { value: number; items: number[] } {
  let best = { value: 0, items: [] as number[] };
  for (let subset = 1; subset < 2 ** items.length; subset++) {
    const chosen = [...items.keys()].filter((i) => (subset >>> i) & 1);
    const fits = capacities.every((capacity, k) => sum(chosen.map((i) => items[i]!.weights[k]!)) <= capacity);
    const value = sum(chosen.map((i) => items[i]!.value));
    if (fits && value > best.value) best = { value, items: chosen };
  }
  return best;
}

const sum = (numbers: readonly number[]): number => numbers.reduce((x, y) => x + y, 0);

/** All lists with so many elements, each of which is one of those. */
function lists<T>(elements: readonly T[], length: number): T[][] {
  if (length === 0) return [[]];
  return lists(elements, length - 1).flatMap((list) => elements.map((element) => [...list, element]));
}

const range = (from: number, to: number): number[] =>
  Array.from({ length: to - from + 1 }, (_, i) => from + i);

describe("in every small world", () => {
  const worlds = [
    { name: "no capacity", capacities: lists([0], 0), weights: [], values: range(-1, 2), items: 3 },
    {
      name: "one, and items of weight and value 0",
      capacities: lists(range(0, 5), 1),
      weights: range(0, 3),
      values: range(0, 3),
      items: 3,
    },
    {
      name: "one, and four items",
      capacities: lists(range(0, 7), 1),
      weights: range(1, 3),
      values: [1, 2],
      items: 4,
    },
    {
      name: "two, and two items",
      capacities: lists(range(0, 3), 2),
      weights: range(0, 2),
      values: range(1, 3),
      items: 2,
    },
    { name: "two, and three items", capacities: [[2, 3], [3, 2], [1, 1]], weights: range(0, 2), values: [1, 2], items: 3 }, // prettier-ignore
    { name: "three", capacities: [[1, 1, 1], [2, 1, 0], [1, 2, 1]], weights: [0, 1], values: [1, 2], items: 3 }, // prettier-ignore
  ];
  test.each(worlds)("the choice is that of all subsets: $name", ({ capacities, weights, values, items }) => {
    const kinds = lists(weights, capacities[0]!.length).flatMap((each) =>
      values.map((value) => ({ value, weights: each })),
    );
    for (const count of range(0, items)) {
      for (const list of lists(kinds, count)) {
        for (const limits of capacities) {
          const [found, expected] = [knapsack(list, limits), twin(list, limits)];
          if (found.value !== expected.value || found.items.join() !== expected.items.join()) {
            expect.fail(JSON.stringify({ list, limits, found, expected }));
          }
        }
      }
    }
  });
});

/** Up to 11 items and 3 capacities, with weights of which many share a unit, and values with an exact sum. */
const anyone = fc
  .array(fc.record({ capacity: fc.nat(25), unit: fc.constantFrom(1, 1, 2, 7, 1e10), most: fc.nat(9) }), {
    maxLength: 3,
  })
  .chain((kinds) =>
    fc.record({
      items: fc.array(
        fc.record({
          value: fc.integer({ min: -4, max: 40 }).map((x) => x / 4),
          weights: fc.tuple(...kinds.map(({ unit, most }) => fc.nat(most).map((x) => x * unit))),
        }),
        { maxLength: 11 },
      ),
      capacities: fc.constant(kinds.map(({ capacity, unit }) => capacity * unit)),
    }),
  );

describe("for all items and capacities", () => {
  test("the choice is that of all subsets", () => {
    fc.assert(
      fc.property(anyone, ({ items, capacities }) => {
        expect(knapsack(items, capacities)).toEqual(twin(items, capacities));
      }),
      { numRuns: 150 },
    );
  });

  test("the order of the capacities, their unit and what is left over of it change nothing", () => {
    fc.assert(
      fc.property(anyone, fc.constantFrom(2, 3, 1000), ({ items, capacities }, unit) => {
        const expected = knapsack(items, capacities);
        const turned = items.map(({ value, weights }) => ({ value, weights: weights.toReversed() }));
        expect(knapsack(turned, capacities.toReversed())).toEqual(expected);
        const larger = items.map(({ value, weights }) => ({ value, weights: weights.map((x) => x * unit) }));
        const limits = capacities.map((x) => x * unit + unit - 1);
        expect(knapsack(larger, limits)).toEqual(expected);
      }),
    );
  });

  test("more capacity, one capacity fewer, or one item more is never worth less", () => {
    fc.assert(
      fc.property(anyone, fc.nat(2), fc.nat(3), ({ items, capacities }, k, more) => {
        const { value } = knapsack(items, capacities);
        const wider = capacities.map((capacity, i) => (i === k ? capacity + more : capacity));
        expect(knapsack(items, wider).value).toBeGreaterThanOrEqual(value);
        const without = items.map((item) => ({ ...item, weights: item.weights.toSpliced(k, 1) }));
        expect(knapsack(without, capacities.toSpliced(k, 1)).value).toBeGreaterThanOrEqual(value);
        expect(knapsack(items.slice(0, -1), capacities).value).toBeLessThanOrEqual(value);
      }),
    );
  });

  test("strings of zeros and ones are chosen as by the table for them", () => {
    fc.assert(
      fc.property(
        fc.array(fc.string({ unit: fc.constantFrom("0", "1"), maxLength: 9 }), { maxLength: 40 }),
        fc.nat(30),
        fc.nat(30),
        (strings, m, n) => {
          const most = Array.from({ length: m + 1 }, () => new Array<number>(n + 1).fill(0));
          const items = strings.map((string) => {
            const ones = string.split("1").length - 1;
            const zeros = string.length - ones;
            for (let x = m; x >= zeros; x--) {
              for (let y = n; y >= ones; y--)
                most[x]![y] = Math.max(most[x]![y]!, most[x - zeros]![y - ones]! + 1);
            }
            return { value: 1, weights: [zeros, ones] };
          });
          const { value, items: chosen } = knapsack(items, [m, n]);
          expect(value).toBe(most[m]![n]);
          expect(chosen.length).toBe(value);
          expect(sum(chosen.map((i) => items[i]!.weights[0]!))).toBeLessThanOrEqual(m);
          expect(sum(chosen.map((i) => items[i]!.weights[1]!))).toBeLessThanOrEqual(n);
        },
      ),
      { numRuns: 50 },
    );
  });
});

describe("what comes back", () => {
  test("is nothing for no items, and everything of value if there is no capacity to keep to", () => {
    expect(knapsack([], [])).toEqual({ value: 0, items: [] });
    expect(knapsack([], [5, 0])).toEqual({ value: 0, items: [] });
    const items = [3, -1, 0, 2].map((value) => ({ value, weights: [] }));
    expect(knapsack(items, [])).toEqual({ value: 5, items: [0, 3] });
  });

  test("has, with capacity 0, the items that weigh nothing", () => {
    const items = [
      { value: 1, weights: [0, 0] },
      { value: 9, weights: [1, 0] },
      { value: 2, weights: [-0, 0] },
    ];
    expect(knapsack(items, [0, -0])).toEqual({ value: 3, items: [0, 2] });
  });

  test("never has an item that is worth nothing or less, even if it weighs nothing", () => {
    const items = [0, -0, -5, -1e308].map((value) => ({ value, weights: [0] }));
    expect(knapsack(items, [10])).toEqual({ value: 0, items: [] });
  });

  test("is the sum of fractions in the order of the items, to the last bit", () => {
    const items = [0.1, 0.2, 0.3, 0.7, 1e-9].map((value, i) => ({ value, weights: [i === 3 ? 9 : 2] }));
    expect(knapsack(items, [8])).toEqual({ value: 0.1 + 0.2 + 0.3 + 1e-9, items: [0, 1, 2, 4] });
  });

  test("is found for the largest numbers there are, if few of them matter", () => {
    const most = Number.MAX_SAFE_INTEGER;
    const items = [
      { value: 4, weights: [most, 1, 3e15] },
      { value: 3, weights: [0, 1, 3e15] },
      { value: 2, weights: [0, 1, 1e15] },
    ];
    expect(knapsack(items, [most, most, 4.5e15])).toEqual({ value: 6, items: [0, 2] });
    expect(knapsack(items.slice(0, 1), [most, most, most])).toEqual({ value: 4, items: [0] });
    expect(knapsack([items[0]!, items[0]!], [most, most, most])).toEqual({ value: 4, items: [0] });
  });

  test("leaves the items and capacities as they were", () => {
    const items = [3, 1, 2].map((x) => Object.freeze({ value: x, weights: Object.freeze([x, 4 - x]) }));
    expect(knapsack(Object.freeze(items), Object.freeze([5, 3])).items).toEqual(twin(items, [5, 3]).items);
  });
});

describe("what it takes", () => {
  afterEach(() => void vi.unstubAllGlobals());

  /** What is allocated, and how often cells are read, while something runs. */
  function measured(run: () => unknown): { cells: number; words: number; reads: number } {
    const counts = { cells: 0, words: 0, reads: 0 };
    class Cells extends Float64Array {
      constructor(length: number) {
        super(length);
        counts.cells += length;
        return new Proxy<this>(this, {
          get(target, key): unknown {
            counts.reads++;
            return Reflect.get(target, key, target);
          },
        });
      }
    }
    class Words extends Uint32Array {
      constructor(length: number) {
        super(length);
        counts.words += length;
      }
    }
    vi.stubGlobal("Float64Array", Cells);
    vi.stubGlobal("Uint32Array", Words);
    run();
    vi.unstubAllGlobals();
    return counts;
  }

  test("is a number for each cell, a bit for each item and cell, and a look at each cell for each item", () => {
    for (const capacities of [[31], [499], [30, 9], [4, 5, 6], [1, 0, 200]]) {
      const cells = capacities.reduce((product, capacity) => product * (capacity + 1), 1);
      for (const count of [20, 40]) {
        const items = Array.from({ length: count }, (_, i) => ({
          value: 1 + (i % 3),
          weights: capacities.map((capacity) => Math.min(capacity, (capacity >> 3) + (i % 2))),
        }));
        const counts = measured(() => knapsack(items, capacities));
        expect(counts.cells).toBe(cells);
        expect(counts.words).toBe(count * Math.ceil(cells / 32));
        expect(counts.reads / (count * cells)).toBeLessThanOrEqual(2.01);
      }
    }
  });

  test("does not grow with what decides nothing", () => {
    const items = [4, 6, 8, 50].map((weight, i) => ({ value: i + 1, weights: [weight, 1, weight * 1e9] }));
    const further = [...items, { value: 0, weights: [3, 1, 1] }, { value: 9, weights: [1, 1e6, 1] }];
    // The first counts in twos, and the item of 50 does not fit; the second is never reached; the third in 2e9.
    const counts = measured(() => knapsack(further, [11, 1e5, 15e9]));
    expect(counts.cells).toBe(6 * 8);
    expect(counts.words).toBe(3 * 2);
  });
});

describe("what is refused", () => {
  afterEach(() => void vi.unstubAllGlobals());

  const allowed = `whole numbers from 0 to ${Number.MAX_SAFE_INTEGER} are allowed`;
  const item = { value: 1, weights: [1, 2] };

  test("is a capacity or weight that is no whole number from 0 to the largest safe one", () => {
    for (const x of [NaN, 0.5, -1, Infinity, -Infinity, 2 ** 53, "3", undefined, null, 3n] as number[]) {
      expect(() => knapsack([item], [9, x])).toThrow(new RangeError(`capacity 1 is ${x}: ${allowed}`));
      const bad = { value: 1, weights: [x, 2] };
      expect(() => knapsack([item, bad], [9, 9])).toThrow(
        new RangeError(`item 1 has weight 0 of ${x}: ${allowed}`),
      );
    }
  });

  test("is an item with more or fewer weights than there are capacities", () => {
    for (const weights of [[], [1], [1, 2, 3]]) {
      const error = new RangeError(
        `item 1 has ${weights.length} weights: 2 are allowed, one for each capacity`,
      );
      expect(() => knapsack([item, { value: 0, weights }], [9, 9])).toThrow(error);
    }
  });

  test("is a value that is no finite number, and a sum of values that is none", () => {
    for (const value of [NaN, Infinity, -Infinity, "1" as never]) {
      const error = new RangeError(`item 0 has value ${value}: finite numbers are allowed`);
      expect(() => knapsack([{ ...item, value }], [9, 9])).toThrow(error);
    }
    const great = { value: Number.MAX_VALUE, weights: [5] };
    expect(knapsack([great, { value: -Number.MAX_VALUE, weights: [5] }], [9]).value).toBe(Number.MAX_VALUE);
    expect(() => knapsack([great, great], [9])).toThrow(
      new RangeError(`the values of the items add up to Infinity: at most ${Number.MAX_VALUE} is allowed`),
    );
  });

  test("is a table of more than a gibibyte, before it is allocated", () => {
    vi.stubGlobal("Float64Array", function (length: number) {
      throw new Error(`${length} cells`);
    });
    const item = (...weights: number[]): Item => ({ value: 1, weights });
    const rest =
      "are allowed: count in larger units, weights rounded up and capacities down, or search by branch and bound";
    // 64 bits and 1 for each item: for 64 items the 128 bits of a cell leave room for 2 ** 26.
    const most = 2 ** 26 - 1;
    const items = range(1, 64).map((i) => item(most - (i % 2)));
    expect(() => knapsack(items, [most])).toThrow(new Error("67108864 cells"));
    expect(() => knapsack(items, [most + 1])).toThrow(
      new RangeError(`a table of 67108865 cells for 64 items takes 1025 MiB, and 1024 ${rest}`),
    );
    expect(() => knapsack([...items, item(1)], [most])).toThrow(/for 65 items takes 1032 MiB/);
    const large = [item(1e15, 1e15), item(1e15 - 1, 1e15 - 1)];
    expect(() => knapsack(large, [1e15, 1e15])).toThrow(/^a table of 1\.0+2e\+30 cells for 2 items takes /);
  });
});

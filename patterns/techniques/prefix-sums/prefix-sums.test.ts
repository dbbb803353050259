import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  accumulated,
  addToRange,
  areaSum,
  areaSums,
  between,
  countWithSum,
  type Group,
  longestWithSum,
  prefixes,
  prefixSums,
  type Range,
  rangeSum,
} from "./prefix-sums.ts";

const total = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0);

/** All ranges of n values, the empty ones included. */
const ranges = (n: number): Range[] =>
  Array.from({ length: n + 1 }, (_, from) =>
    Array.from({ length: n + 1 - from }, (_, length) => ({ from, to: from + length })),
  ).flat();

function allArrays(values: readonly number[], length: number): number[][] {
  const all: number[][] = [[]];
  for (const array of all) if (array.length < length) all.push(...values.map((value) => [...array, value]));
  return all;
}

const small = allArrays([-1, 0, 1, 2], 5);
const integers = fc.array(fc.integer(), { maxLength: 100 });

describe("the sum of a range", () => {
  test("is what its values add up to, for every array over -1 to 2 up to length 5, and every range", () => {
    const wrong = small.filter((values) => {
      const sums = prefixSums(values);
      return !ranges(values.length).every(
        ({ from, to }) => rangeSum(sums, from, to) === total(values.slice(from, to)),
      );
    });
    expect(wrong).toEqual([]);
  });

  test("is what its values add up to, beyond 32 bits", () => {
    fc.assert(
      fc.property(integers, fc.nat(), fc.nat(), (values, a, b) => {
        const [from, to] = [a % (values.length + 1), b % (values.length + 1)].sort((x, y) => x - y) as [
          number,
          number,
        ];
        expect(rangeSum(prefixSums(Int32Array.from(values)), from, to)).toBe(total(values.slice(from, to)));
      }),
    );
  });

  test("of no values is 0, and so is the only prefix sum of none", () => {
    expect(prefixSums([])).toEqual(new Float64Array(1));
    expect(rangeSum(prefixSums([]), 0, 0)).toBe(0);
    expect(rangeSum(prefixSums([-0]), 0, 1)).toBe(0);
  });

  test("is exact up to 2^53", () => {
    const sums = prefixSums([2 ** 53 - 1, 1, -(2 ** 53), -(2 ** 53 - 1), 5]);
    expect(rangeSum(sums, 1, 2)).toBe(1);
    expect(rangeSum(sums, 4, 5)).toBe(5);
  });

  test.each([
    [-1, 0],
    [0, 4],
    [2, 1],
    [0.5, 1],
    [0, 1.5],
    [NaN, 1],
    [0, NaN],
  ])("refuses what is no range: %d to %d", (from, to) => {
    const refusal = new RangeError(
      `from ${from} to ${to}: a range of the 3 values is from 0 or more to at most 3`,
    );
    expect(() => rangeSum(prefixSums([1, 2, 3]), from, to)).toThrow(refusal);
    expect(() => {
      addToRange(new Float64Array(4), from, to, 1);
    }).toThrow(refusal);
    expect(() => between([0, 0, 0, 0], from, to, exclusiveOr)).toThrow(refusal);
  });

  test("refuses values that no difference takes out again", () => {
    const message = (at: number, sum: number): RangeError =>
      new RangeError(`the prefix sum at ${at} is ${sum}: values and their sums must be finite`);
    expect(() => prefixSums([1, NaN, 2])).toThrow(message(2, NaN));
    expect(() => prefixSums([Infinity, -Infinity])).toThrow(message(1, Infinity));
    expect(() => prefixSums([1e308, 1e308, -1e308])).toThrow(message(2, Infinity));
    expect(() => countWithSum([NaN, 0], 0)).toThrow(message(1, NaN));
    expect(() => accumulated(Float64Array.of(0, Infinity, 0))).toThrow(message(2, Infinity));
  });
});

describe("the sum of a rectangle", () => {
  const naive = (
    values: readonly number[],
    columns: number,
    t: number,
    l: number,
    b: number,
    r: number,
  ): number =>
    total(
      values.filter((_, i) => {
        const [row, column] = [Math.floor(i / columns), i % columns];
        return t <= row && row < b && l <= column && column < r;
      }),
    );

  test("is what its values add up to, for every grid of 0 and 1 up to 9 places, and every rectangle", () => {
    const shapes = [
      [1, 1],
      [1, 4],
      [4, 1],
      [2, 3],
      [3, 2],
      [3, 3],
    ] as const;
    const wrong = shapes.flatMap(([rows, columns]) =>
      allArrays([0, 1], rows * columns)
        .filter((values) => values.length === rows * columns)
        .filter((values) => {
          const area = areaSums(values, columns);
          return ranges(rows).some(({ from: top, to: bottom }) =>
            ranges(columns).some(
              ({ from: left, to: right }) =>
                areaSum(area, top, left, bottom, right) !== naive(values, columns, top, left, bottom, right),
            ),
          );
        }),
    );
    expect(wrong).toEqual([]);
  });

  test("of four that make up a larger one are its sum together", () => {
    const grids = fc
      .tuple(fc.integer({ min: 1, max: 8 }), fc.integer({ min: 1, max: 8 }))
      .chain(([rows, columns]) =>
        fc.record({
          values: fc.array(fc.integer(), { minLength: rows * columns, maxLength: rows * columns }),
          columns: fc.constant(columns),
          row: fc.nat(rows),
          column: fc.nat(columns),
        }),
      );
    fc.assert(
      fc.property(grids, ({ values, columns, row, column }) => {
        const area = areaSums(values, columns);
        const { rows } = area;
        const upper = areaSum(area, 0, 0, row, column) + areaSum(area, 0, column, row, columns);
        const lower = areaSum(area, row, 0, rows, column) + areaSum(area, row, column, rows, columns);
        expect(upper + lower).toBe(total(values));
      }),
    );
  });

  test("of a grid without places is 0", () => {
    for (const columns of [0, 3]) {
      const area = areaSums([], columns);
      expect(area.rows).toBe(0);
      expect(areaSum(area, 0, 0, 0, columns)).toBe(0);
    }
  });

  test.each([
    [5, 2],
    [4, 0],
    [4, -2],
    [0, -1],
    [0, 0.5],
    [1, 0.5],
    [1, NaN],
  ])("refuses %d values in rows of %d", (length, columns) => {
    expect(() => areaSums(new Array<number>(length).fill(1), columns)).toThrow(
      new RangeError(`${length} values are no rows of ${columns}`),
    );
  });

  test("refuses a rectangle that is not inside", () => {
    const area = areaSums([1, 2, 3, 4, 5, 6], 3);
    expect(() => areaSum(area, 0, 0, 3, 3)).toThrow(
      new RangeError("from 0 to 3: a range of the 2 rows is from 0 or more to at most 2"),
    );
    expect(() => areaSum(area, 0, 2, 2, 1)).toThrow(
      new RangeError("from 2 to 1: a range of the 3 columns is from 0 or more to at most 3"),
    );
  });

  test("may be as large as a number can be", () => {
    const area = areaSums([Number.MAX_VALUE, 0, -Number.MAX_VALUE, 0], 2);
    expect(areaSum(area, 0, 0, 1, 2)).toBe(Number.MAX_VALUE);
  });

  test("refuses sums that are not finite, wherever they are", () => {
    const message = (at: number, sum: number): RangeError =>
      new RangeError(`the prefix sum at ${at} is ${sum}: values and their sums must be finite`);
    expect(() => areaSums([1, NaN, 1, 1], 2)).toThrow(message(5, NaN));
    // Each row and the whole come to 0; the first column does not.
    expect(() => areaSums([1e308, -1e308, 1e308, -1e308], 2)).toThrow(message(7, Infinity));
  });
});

describe("differences", () => {
  test("an empty range gets nothing added, not even what rounding would leave", () => {
    const differences = new Float64Array(3);
    addToRange(differences, 0, 1, 1);
    addToRange(differences, 0, 0, 1e17);
    expect([...accumulated(differences)]).toEqual([1, 0]);
  });

  test.each([NaN, Infinity, -Infinity])("%d is refused where it is added", (amount) => {
    expect(() => addToRange(new Float64Array(3), 0, 1, amount)).toThrow(
      new RangeError(`addToRange(0, 1, ${amount}): what is added is a finite number`),
    );
  });

  test("accumulate to what adding to each value makes", () => {
    const updates = fc.array(fc.record({ a: fc.nat(8), b: fc.nat(8), amount: fc.integer() }), {
      maxLength: 20,
    });
    fc.assert(
      fc.property(updates, (list) => {
        const differences = new Float64Array(9);
        const values = new Array<number>(8).fill(0);
        for (const { a, b, amount } of list) {
          const [from, to] = [Math.min(a, b), Math.max(a, b)];
          addToRange(differences, from, to, amount);
          for (let i = from; i < to; i++) values[i]! += amount;
        }
        expect([...accumulated(differences)]).toEqual(values);
      }),
    );
  });

  test("of values, one range each, accumulate to them again; the last entry takes what ends at the end", () => {
    fc.assert(
      fc.property(integers, (values) => {
        const differences = new Float64Array(values.length + 1);
        values.forEach((value, i) => {
          addToRange(differences, i, i + 1, value);
        });
        expect([...accumulated(differences)]).toEqual(values);
        expect(total([...differences])).toBe(0);
      }),
    );
  });

  test("of no values are one entry", () => {
    expect(accumulated(new Float64Array(1))).toEqual(new Float64Array(0));
  });
});

const exclusiveOr: Group<number> = { identity: 0, combine: (a, b) => a ^ b, inverse: (a) => a };
/** Permutations of 0, 1, 2, 3: first a, then b. Each refuses what is none, such as the result of a wrong formula. */
const permutations: Group<readonly number[]> = {
  identity: [0, 1, 2, 3],
  combine: (a, b) => permutation(a.map((i) => b[i]!)),
  inverse: (a) => permutation(a.map((_, i) => a.indexOf(i))),
};

function permutation(a: readonly number[]): readonly number[] {
  if (a.toSorted().join() !== "0,1,2,3") throw new Error(`${a.join()} is no permutation`);
  return a;
}

describe("a range in a group", () => {
  test("the empty range is the identity, also where products are rounded", () => {
    const products = { identity: 1, combine: (a: number, b: number) => a * b, inverse: (a: number) => 1 / a };
    expect(between(prefixes([49, 2], products), 1, 1, products)).toBe(1);
  });

  test("is its values combined in their order, where order matters", () => {
    const values = fc.array(fc.shuffledSubarray([0, 1, 2, 3], { minLength: 4 }), { maxLength: 12 });
    fc.assert(
      fc.property(values, (list) => {
        const upTo = prefixes(list, permutations);
        for (const { from, to } of ranges(list.length))
          expect(between(upTo, from, to, permutations)).toEqual(
            list.slice(from, to).reduce(permutations.combine, permutations.identity),
          );
      }),
    );
  });

  test("is the exclusive or of its values, where each value is its own inverse", () => {
    const values = [5, 3, 5, 9];
    const upTo = prefixes(values, exclusiveOr);
    expect(upTo).toEqual([0, 5, 6, 3, 10]);
    expect(between(upTo, 1, 3, exclusiveOr)).toBe(3 ^ 5);
  });

  test("takes n combinations and no inverse to prepare, then one of each", () => {
    let [combined, inverted] = [0, 0];
    const counting: Group<number> = {
      identity: 0,
      combine: (a, b) => (combined++, a + b),
      inverse: (a) => (inverted++, -a),
    };
    const upTo = prefixes(
      Array.from({ length: 100 }, (_, i) => i),
      counting,
    );
    expect([combined, inverted]).toEqual([100, 0]);
    expect(between(upTo, 3, 99, counting)).toBe(((3 + 98) * 96) / 2);
    expect([combined, inverted]).toEqual([101, 1]);
  });
});

describe("ranges with a given sum", () => {
  const naive = (values: readonly number[], sum: number): Range[] =>
    ranges(values.length).filter(({ from, to }) => from < to && total(values.slice(from, to)) === sum);
  const longestOf = (found: readonly Range[]): Range | undefined =>
    found.toSorted((a, b) => b.to - b.from - (a.to - a.from) || a.from - b.from)[0];

  test("are counted, and the first of the longest found, for every array over -1 to 2 up to length 5", () => {
    const wrong = small.filter((values) =>
      [-2, -1, 0, 1, 2, 3].some((sum) => {
        const found = naive(values, sum);
        const longest = longestWithSum(values, sum);
        return (
          countWithSum(values, sum) !== found.length ||
          JSON.stringify(longest) !== JSON.stringify(longestOf(found))
        );
      }),
    );
    expect(wrong).toEqual([]);
  });

  test("are counted, and the first of the longest found, in longer arrays", () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: -3, max: 3 }), { maxLength: 40 }),
        fc.integer({ min: -9, max: 9 }),
        (values, sum) => {
          const found = naive(values, sum);
          expect(countWithSum(values, sum)).toBe(found.length);
          expect(longestWithSum(values, sum)).toEqual(longestOf(found));
        },
      ),
    );
  });

  test("are n(n + 1)/2 of n zeros with the sum 0, also counted in one pass", () => {
    const n = 100_000;
    expect(countWithSum(new Uint8Array(n), 0)).toBe((n * (n + 1)) / 2);
    expect(longestWithSum(new Uint8Array(n), 0)).toEqual({ from: 0, to: n });
  });

  test("are none if the sum is no finite number, and none in nothing", () => {
    for (const sum of [NaN, Infinity, -Infinity]) expect(countWithSum([1, 0, -1], sum)).toBe(0);
    expect(longestWithSum([1, 0, -1], NaN)).toBe(undefined);
    expect(countWithSum([], 0)).toBe(0);
    expect(longestWithSum([], 0)).toBe(undefined);
  });
});

describe("the work", () => {
  test("of preparing reads each value once, and that of a sum reads none", () => {
    let reads = 0;
    const counting = new Proxy(
      Array.from({ length: 60 }, (_, i) => i),
      {
        get(target, key, receiver): unknown {
          if (typeof key === "string" && /^\d+$/.test(key)) reads++;
          return Reflect.get(target, key, receiver);
        },
      },
    );
    const sums = prefixSums(counting);
    expect(reads).toBe(60);
    const area = areaSums(counting, 6);
    expect(reads).toBe(120);
    rangeSum(sums, 7, 50);
    areaSum(area, 1, 1, 9, 5);
    expect(reads).toBe(120);
  });
});

import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { intersectSorted, keep, mergeSorted, pairWithSum, partition, staircase } from "./two-pointers.ts";

const odd = [NaN, -0, 0, undefined, null, "", "__proto__", "constructor", "\ud800", {}, { a: 1 }, Infinity];

describe("keep", () => {
  test("what is wanted comes first and in its order, and its number comes back", () => {
    for (const mask of everyArray([false, true], 9)) {
      const values = mask.map((_, i) => i);
      const kept = keep(values, (x) => mask[x]!);
      expect(values.length).toBe(mask.length);
      expect(values.slice(0, kept)).toEqual([...mask.keys()].filter((x) => mask[x]));
    }
  });

  test("each element is asked about once, from front to back, with its index, the one before it still in place", () => {
    for (const mask of everyArray([false, true], 7)) {
      const values = mask.map((_, i) => `value ${i}`);
      const asked: unknown[] = [];
      keep(values, (x, i) => {
        asked.push([x, i]);
        if (i > 0) expect(values[i - 1]).toBe(`value ${i - 1}`);
        return mask[i]!;
      });
      expect(asked).toEqual(mask.map((_, i) => [`value ${i}`, i]));
    }
  });

  test("nothing is written behind what is kept, and no place twice", () => {
    for (const mask of everyArray([false, true], 7)) {
      const written: number[] = [];
      const kept = keep(watched(mask.slice(), { write: (i) => written.push(i) }), (x) => x);
      expect(written).toEqual([...Array(kept).keys()]);
    }
  });

  test("if the question throws, nothing is lost that was wanted or not yet seen", () => {
    for (const mask of everyArray([false, true], 6))
      for (let bad = 0; bad < mask.length; bad++) {
        const values = mask.map((_, i) => i);
        const ask = (x: number): boolean => (x === bad ? raise() : mask[x]!);
        expect(() => keep(values, ask)).toThrow("raised");
        const wanted = [...Array(bad).keys()].filter((x) => mask[x]);
        expect(values.slice(0, wanted.length)).toEqual(wanted);
        expect(values.slice(bad)).toEqual([...mask.keys()].slice(bad));
      }
  });

  test("elements appended meanwhile are not asked about, and elements stay themselves", () => {
    const values: unknown[] = [...odd];
    const kept = keep(values, (x) => values.push(x) > 0);
    expect(kept).toBe(odd.length);
    expect(values.slice(0, kept).every((x, i) => Object.is(x, odd[i]))).toBe(true);
  });

  test("typed arrays are compacted as arrays are", () => {
    fc.assert(
      fc.property(fc.float64Array({ maxLength: 200 }), (values) => {
        const expected = values.filter((x) => x > 0);
        const kept = keep(values, (x) => x > 0);
        expect(values.subarray(0, kept)).toEqual(expected);
      }),
    );
  });
});

describe("partition", () => {
  test("the front comes before the rest, nothing is lost, and its number comes back", () => {
    for (const mask of everyArray([false, true], 9)) {
      const values = mask.map((_, i) => i);
      const boundary = partition(values, (x) => mask[x]!);
      expect(boundary).toBe(mask.filter((x) => x).length);
      expect(values.every((x, i) => mask[x] === i < boundary)).toBe(true);
      expect(values.slice().sort(ascending)).toEqual([...mask.keys()]);
    }
  });

  test("each element is asked about once", () => {
    for (const mask of everyArray([false, true], 8)) {
      const asked: number[] = [];
      partition([...mask.keys()], (x) => asked.push(x) > 0 && mask[x]!);
      expect(asked.sort(ascending)).toEqual([...mask.keys()]);
    }
  });

  test("there are as few swaps as can be", () => {
    for (const mask of everyArray([false, true], 8)) {
      const front = mask.filter((x) => x).length;
      const strangers = mask.slice(0, front).filter((x) => !x).length;
      let writes = 0;
      partition(watched(mask.slice(), { write: () => writes++ }), (x) => x);
      expect(writes).toBe(2 * strangers);
    }
  });

  test("if the question throws, the elements are still all there", () => {
    for (const mask of everyArray([false, true], 6))
      for (let bad = 0; bad < mask.length; bad++) {
        const values = [...mask.keys()];
        expect(() => partition(values, (x) => (x === bad ? raise() : mask[x]!))).toThrow("raised");
        expect(values.sort(ascending)).toEqual([...mask.keys()]);
      }
  });

  test("typed arrays are partitioned as arrays are", () => {
    fc.assert(
      fc.property(fc.int32Array({ maxLength: 200 }), fc.integer(), (values, pivot) => {
        const sorted = values.slice().sort();
        const boundary = partition(values, (x) => x < pivot);
        expect(values.subarray(0, boundary).every((x) => x < pivot)).toBe(true);
        expect(values.subarray(boundary).some((x) => x < pivot)).toBe(false);
        expect(values.slice().sort()).toEqual(sorted);
      }),
    );
  });
});

/** A key, and where it stood. */
type Item = readonly [key: number, from: string];

describe("mergeSorted", () => {
  const item = (keys: readonly number[], from: string): Item[] => keys.map((key, i) => [key, `${from}${i}`]);

  test("the merge is the stable sort of both, one behind the other, in at most n + m - 1 comparisons", () => {
    for (const [left, right] of everyPair(everySorted([0, 1, 2], 4))) {
      const [a, b] = [item(left, "a"), item(right, "b")];
      let compared = 0;
      const merged = mergeSorted(a, b, (x, y) => {
        compared++;
        if (!x[1].startsWith("a") || !y[1].startsWith("b")) expect.unreachable("compare(from a, from b)");
        return x[0] - y[0];
      });
      expect(merged.join()).toBe([...a, ...b].sort((x, y) => x[0] - y[0]).join());
      expect(compared).toBeLessThanOrEqual(a.length && b.length ? a.length + b.length - 1 : 0);
    }
  });

  test("whatever the comparator says, each element comes out once and those of each array in their order", () => {
    const answers = fc.infiniteStream(fc.constantFrom(-1, 0, 1, NaN, -Infinity, Infinity));
    fc.assert(
      fc.property(fc.nat(20), fc.nat(20), answers, (n, m, answer) => {
        const a = item([...Array(n).keys()], "a");
        const b = item([...Array(m).keys()], "b");
        const merged = mergeSorted(a, b, () => answer.next().value as number);
        expect(merged.length).toBe(n + m);
        expect(merged.filter(([, from]) => from.startsWith("a"))).toEqual(a);
        expect(merged.filter(([, from]) => from.startsWith("b"))).toEqual(b);
      }),
    );
  });

  test("what the comparator cannot tell apart counts as equal", () => {
    expect(mergeSorted([3, 1], [2], () => NaN)).toEqual([3, 1, 2]);
  });

  test("the inputs stay as they are, and may be typed arrays or strings", () => {
    const a = Object.freeze([1, 3]);
    expect(mergeSorted(a, Float32Array.of(2, 3, 4), ascending)).toEqual([1, 2, 3, 3, 4]);
    expect(mergeSorted("ace", "bd", byText).join("")).toBe("abcde");
    expect(mergeSorted(odd, [], raise)).toEqual(odd);
    expect(mergeSorted([], odd, raise)).toEqual(odd);
  });
});

describe("intersectSorted", () => {
  test("a key comes out as often as it is in both, first the first of a, in at most n + m - 1 comparisons", () => {
    for (const [left, right] of everyPair(everySorted([0, 1, 2], 4))) {
      let compared = 0;
      const a = left.map((key, i) => ({ key, i }));
      const common = intersectSorted(a, right, ({ key }, y) => {
        compared++;
        return key - y;
      });
      const expected = a.filter(
        ({ key, i }) => i - left.indexOf(key) < right.filter((y) => y === key).length,
      );
      expect(common).toEqual(expected);
      expect(compared).toBeLessThanOrEqual(left.length && right.length ? left.length + right.length - 1 : 0);
    }
  });

  test("of unsorted arrays, what comes out has matched, one to one", () => {
    const arrays = [...everyArray([0, 1], 5)];
    for (const [a, b] of everyPair(arrays)) {
      const rest = b.slice();
      for (const x of intersectSorted(a, b, ascending)) {
        if (!rest.includes(x)) expect.unreachable(`${x} of ${a.join()} and ${b.join()}`);
        rest.splice(0, rest.indexOf(x) + 1);
      }
    }
  });

  test("what the comparator cannot tell apart does not match", () => {
    expect(intersectSorted([1, NaN], [1, NaN], ascending)).toEqual([1]);
    expect(intersectSorted([1, 2], [NaN, 2], ascending)).toEqual([2]);
    expect(intersectSorted([-0], [0], ascending)).toEqual([-0]);
  });

  test("long random arrays are intersected as multisets", () => {
    const sorted = fc.array(fc.nat(50), { maxLength: 300 }).map((xs) => xs.sort(ascending));
    fc.assert(
      fc.property(sorted, sorted, (a, b) => {
        const left = new Map<number, number>();
        for (const y of b) left.set(y, (left.get(y) ?? 0) + 1);
        const expected = a.filter((x) => {
          const copies = left.get(x) ?? 0;
          left.set(x, copies - 1);
          return copies > 0;
        });
        expect(intersectSorted(a, b, ascending)).toEqual(expected);
      }),
    );
  });
});

describe("pairWithSum", () => {
  test("it is the pair with the least low, and of those with the greatest high, after n - 1 sums at most", () => {
    for (const sorted of everySorted([-2, -1, 0, 1, 3], 5))
      for (let target = -5; target <= 7; target++) {
        let reads = 0;
        const pair = pairWithSum(watched(sorted, { read: () => reads++ }), target);
        expect(pair).toEqual(pairByAllPairs(sorted, target));
        expect(reads).toBeLessThanOrEqual(2 * Math.max(0, sorted.length - 1));
      }
  });

  test("rounding, infinities and overflow hide no pair", () => {
    const number = fc.oneof(fc.double({ noNaN: true }), fc.constantFrom(0.1, 0.2, 1e16, 1, 1e308, -1e308));
    const sorted = fc
      .array(number, { maxLength: 30 })
      .map((xs) => xs.sort((x, y) => (x < y ? -1 : +(x > y))));
    fc.assert(
      fc.property(sorted, fc.nat(), fc.nat(), (xs, i, j) => {
        const target = (xs[i % xs.length] ?? 0) + (xs[j % xs.length] ?? 0);
        fc.pre(Number.isFinite(target));
        expect(pairWithSum(xs, target)).toEqual(pairByAllPairs(xs, target));
      }),
    );
    expect(pairWithSum([0.1, 0.2], 0.3)).toBeUndefined();
    expect(pairWithSum([-Infinity, 1, 2, Infinity], 3)).toEqual([1, 2]);
  });

  test("of unsorted numbers, what comes out is a pair with this sum", () => {
    for (const xs of everyArray([0, 1, 2, NaN], 5)) {
      const [low, high] = pairWithSum(xs, 3) ?? [0, 1];
      expect(low).toBeLessThan(high);
      if (pairWithSum(xs, 3)) expect(xs[low]! + xs[high]!).toBe(3);
    }
  });

  test.each([NaN, Infinity, -Infinity])("a target of %s is refused", (target) => {
    expect(() => pairWithSum([], target)).toThrow(
      new RangeError(`pairWithSum(..., ${target}): the target is a finite number`),
    );
  });
});

describe("staircase", () => {
  test("it finds the border of every monotone relation with at most rows + columns - 1 questions", () => {
    for (let columns = 0; columns <= 5; columns++)
      for (const rising of everySorted([...Array(columns + 1).keys()], 5)) {
        const widths = rising.toReversed();
        const rows = widths.length;
        let questions = 0;
        const found = staircase(rows, columns, (row, column) => {
          questions++;
          expect(row < rows && column >= 0 && column < columns).toBe(true);
          return column < widths[row]!;
        });
        expect(found).toEqual(Uint32Array.from(widths));
        expect(questions).toBeLessThanOrEqual(rows && columns ? rows + columns - 1 : 0);
      }
  });

  test("its sum is the number of pairs within the limit, and its edge has each row's greatest", () => {
    const sorted = fc
      .array(fc.integer({ min: -30, max: 30 }), { maxLength: 40 })
      .map((xs) => xs.sort(ascending));
    fc.assert(
      fc.property(sorted, sorted, fc.integer({ min: -60, max: 60 }), (a, b, limit) => {
        const widths = staircase(a.length, b.length, (i, j) => a[i]! + b[j]! <= limit);
        const pairs = a.flatMap((x) => b.filter((y) => x + y <= limit));
        expect(widths.reduce((sum, width) => sum + width, 0)).toBe(pairs.length);
        for (const [i, width] of widths.entries()) {
          const within = b.filter((y) => a[i]! + y <= limit);
          expect(b[width - 1]).toBe(within.at(-1));
        }
      }),
    );
  });

  test("if the relation is not monotone, it still holds wherever a width ends", () => {
    for (const cells of everyArray([false, true], 9)) {
      if (cells.length !== 9) continue;
      const widths = staircase(3, 3, (row, column) => cells[3 * row + column]!);
      for (const [row, width] of widths.entries())
        if (width > 0) expect(cells[3 * row + width - 1]).toBe(true);
    }
  });

  test.each([
    [-1, 2],
    [2, -1],
    [1.5, 2],
    [2, NaN],
    [2 ** 32, 0],
    [0, 2 ** 32],
    [Infinity, 0],
  ])("%s rows and %s columns are refused", (rows, columns) => {
    expect(() => staircase(rows, columns, raise)).toThrow(
      new RangeError(`staircase(${rows}, ${columns}): both are whole numbers from 0 to 4294967295`),
    );
  });

  test("as many columns as can be are fine where there are no rows", () => {
    expect(staircase(0, 2 ** 32 - 1, raise)).toEqual(new Uint32Array(0));
    expect(staircase(1, 2 ** 32 - 1, () => true)).toEqual(Uint32Array.of(2 ** 32 - 1));
  });
});

function ascending(x: number, y: number): number {
  return x - y;
}

function byText(x: string, y: string): number {
  return x < y ? -1 : +(x > y);
}

function raise(): never {
  throw new Error("raised");
}

/** All arrays of these values, up to a length. */
function* everyArray<T>(values: readonly T[], longest: number): Generator<T[]> {
  yield [];
  if (longest > 0)
    for (const shorter of everyArray(values, longest - 1)) for (const x of values) yield [...shorter, x];
}

/** All arrays of these values, ascending, up to a length. */
function everySorted(values: readonly number[], longest: number): number[][] {
  if (longest === 0) return [[]];
  const shorter = everySorted(values, longest - 1);
  const longer = shorter
    .filter((xs) => xs.length === longest - 1)
    .flatMap((xs) => values.filter((x) => x >= (xs.at(-1) ?? -Infinity)).map((x) => [...xs, x]));
  return [...shorter, ...longer];
}

function* everyPair<T>(of: readonly T[]): Generator<[T, T]> {
  for (const x of of) for (const y of of) yield [x, y];
}

function pairByAllPairs(xs: readonly number[], target: number): [number, number] | undefined {
  for (let low = 0; low < xs.length; low++)
    for (let high = xs.length - 1; high > low; high--)
      if (xs[low]! + xs[high]! === target) return [low, high];
  return undefined;
}

/** The array, which reports which places are read and written. */
function watched<T>(
  values: T[],
  { read, write }: { read?: (index: number) => unknown; write?: (index: number) => unknown },
): T[] {
  return new Proxy(values, {
    get: (target, key: string) => {
      if (/^\d+$/.test(key)) read?.(Number(key));
      return Reflect.get(target, key) as unknown;
    },
    set: (target, key: string, value) => {
      write?.(Number(key));
      return Reflect.set(target, key, value);
    },
  });
}

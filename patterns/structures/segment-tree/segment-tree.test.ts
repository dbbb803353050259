import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type Monoid, SegmentTree } from "./segment-tree.ts";

const sum: Monoid<number> = { identity: 0, combine: (a, b) => a + b };
const text: Monoid<string> = { identity: "", combine: (a, b) => a + b };
const largest: Monoid<number> = { identity: -Infinity, combine: (a, b) => Math.max(a, b) };

/** Products of 2 × 2 matrices modulo a prime, by rows. */
type Matrix = readonly [number, number, number, number];
const matrices: Monoid<Matrix> = {
  identity: [1, 0, 0, 1],
  combine: ([a, b, c, d], [e, f, g, h]) => [
    (a * e + b * g) % 10007,
    (a * f + b * h) % 10007,
    (c * e + d * g) % 10007,
    (c * f + d * h) % 10007,
  ],
};

/** First x -> ax + b, then the right one, modulo a prime. */
type Affine = readonly [number, number];
const affine: Monoid<Affine> = {
  identity: [1, 0],
  combine: ([a, b], [c, d]) => [(a * c) % 10007, (c * b + d) % 10007],
};

/** Ranges of a row, which are combined only if they are not empty and the right one begins where the left one ends. */
type Span = { readonly start: number; readonly end: number } | null;
const spans: Monoid<Span> = {
  identity: null,
  combine(left, right) {
    if (left === null || right === null) throw new Error("the empty range was combined");
    if (left.start >= left.end || right.start >= right.end || left.end !== right.start)
      throw new Error(`[${left.start}, ${left.end}) and [${right.start}, ${right.end}) were combined`);
    return { start: left.start, end: right.end };
  },
};
const span = (start: number, end: number): Span => (start === end ? null : { start, end });
const row = (n: number): Span[] => Array.from({ length: n }, (_, i) => span(i, i + 1));

function fold<T>(values: readonly T[], monoid: Monoid<T>): T {
  return values.reduce((a, b) => monoid.combine(a, b), monoid.identity);
}

/** Compares all that can be asked, but for searches. */
function compare<T>(tree: SegmentTree<T>, values: readonly T[], monoid: Monoid<T>): void {
  const n = values.length;
  const answers: T[] = [];
  const wanted: T[] = [];
  for (let start = 0; start <= n; start++) {
    let direct = monoid.identity;
    for (let end = start; end <= n; end++) {
      if (end > start) direct = end === start + 1 ? values[start]! : monoid.combine(direct, values[end - 1]!);
      answers.push(tree.query(start, end));
      wanted.push(direct);
    }
  }
  expect(answers).toEqual(wanted);
  expect(values.map((_, i) => tree.get(i))).toEqual(values);
  expect(tree.whole()).toEqual(tree.query(0, n));
  expect(tree.length).toBe(n);
}

const sizes = Array.from({ length: 30 }, (_, n) => n);
const letters = (n: number): string[] => Array.from({ length: n }, (_, i) => String.fromCharCode(97 + i));

/** The monoid, counting its calls. */
function counting<T>(monoid: Monoid<T>): Monoid<T> & { calls: number } {
  return {
    identity: monoid.identity,
    calls: 0,
    combine(left, right) {
      this.calls++;
      return monoid.combine(left, right);
    },
  };
}

describe("every n below 30", () => {
  test("every range of a text is the letters in it, in their order", () => {
    for (const n of sizes) compare(new SegmentTree(letters(n), text), letters(n), text);
  });

  test("what is set at one index is in the ranges that hold it, and in no other", () => {
    for (const n of sizes.filter((n) => n < 18))
      for (let i = 0; i < n; i++) {
        const tree = new SegmentTree(letters(n), text);
        tree.set(i, "XY");
        compare(tree, letters(n).with(i, "XY"), text);
      }
  });

  test("only neighbouring ranges are combined, the left one first, and never the empty one", () => {
    for (const n of sizes) {
      const tree = new SegmentTree(row(n), spans);
      for (let i = 0; i < n; i++) tree.set(i, span(i, i + 1));
      expect(tree.whole()).toEqual(span(0, n));
      for (let from = 0; from <= n; from++) {
        const after = Array.from({ length: n - from + 1 }, (_, k) => from + k);
        const before = Array.from({ length: from + 1 }, (_, k) => k);
        expect(after.map((end) => tree.query(from, end))).toEqual(after.map((end) => span(from, end)));
        expect(after.map((end) => tree.maxRight(from, (s) => s === null || s.end <= end))).toEqual(after);
        expect(before.map((start) => tree.minLeft(from, (s) => s === null || s.start >= start))).toEqual(
          before,
        );
      }
    }
  });

  test("maxRight is the farthest end and minLeft the farthest start that a predicate allows, for every threshold", () => {
    for (const n of sizes.filter((n) => n < 20)) {
      const values = Array.from({ length: n }, (_, i) => [1, 0, 2, 0, 0, 3][i % 6]!);
      const tree = new SegmentTree(values, sum);
      const total = fold(values, sum);
      for (let from = 0; from <= n; from++)
        for (let most = 0; most <= total; most++) {
          let right = from;
          while (right < n && fold(values.slice(from, right + 1), sum) <= most) right++;
          expect(tree.maxRight(from, (s) => s <= most)).toBe(right);
          let left = from;
          while (left > 0 && fold(values.slice(left - 1, from), sum) <= most) left--;
          expect(tree.minLeft(from, (s) => s <= most)).toBe(left);
        }
    }
  });

  test("predicates see the identity first, and then ranges from the start, or to the end, in order", () => {
    for (const n of sizes) {
      const all = letters(n).join("");
      const tree = new SegmentTree(letters(n), text);
      for (let from = 0; from <= n; from++)
        for (let length = 1; length <= n + 1; length++) {
          const seen: string[] = [];
          const short = (s: string): boolean => seen.push(s) > 0 && s.length < length;
          const right = tree.maxRight(from, short);
          const toTheRight = seen.splice(0);
          const left = tree.minLeft(from, short);
          expect([right, left]).toEqual([Math.min(n, from + length - 1), Math.max(0, from - length + 1)]);
          expect(toTheRight[0] === "" && toTheRight.every((s) => all.startsWith(s, from))).toBe(true);
          expect(seen[0] === "" && seen.every((s) => all.slice(0, from).endsWith(s))).toBe(true);
        }
    }
  });
});

describe("all texts of up to four letters of two", () => {
  test("after every one or two changes every range is right", () => {
    let values: string[][] = [[]];
    for (let n = 0; n <= 4; n++) {
      for (const start of values)
        for (let i = 0; i < n; i++)
          for (let j = 0; j < n; j++) {
            const tree = new SegmentTree(start, text);
            tree.set(i, "c");
            tree.set(j, "");
            compare(tree, start.with(i, "c").with(j, ""), text);
          }
      values = values.flatMap((value) => ["a", "b"].map((letter) => [...value, letter]));
    }
  });
});

describe("random calls", () => {
  /** Builds, sets and asks at random, and compares with folding the range. */
  function agrees<T>(monoid: Monoid<T>, value: fc.Arbitrary<T>): void {
    const call = fc.tuple(fc.boolean(), fc.nat(), fc.nat(), value);
    fc.assert(
      fc.property(fc.array(value, { maxLength: 70 }), fc.array(call, { maxLength: 30 }), (start, calls) => {
        const values = [...start];
        const n = values.length;
        const tree = new SegmentTree(start, monoid);
        for (const [sets, at, to, x] of calls)
          if (sets && n > 0) {
            tree.set(at % n, x);
            values[at % n] = x;
          } else {
            const [from, until] = [at % (n + 1), to % (n + 1)].sort((a, b) => a - b) as [number, number];
            expect(tree.query(from, until)).toEqual(fold(values.slice(from, until), monoid));
          }
        expect(values.map((_, i) => tree.get(i))).toEqual(values);
        expect(tree.whole()).toEqual(fold(values, monoid));
      }),
      { numRuns: 40 },
    );
  }

  const residue = fc.nat(10006);

  test("texts, lone surrogates and all", () => {
    agrees(
      text,
      fc.oneof(fc.string({ maxLength: 3 }), fc.constantFrom("\ud800", "\udc00", "__proto__", "constructor")),
    );
  });

  test("sums of integers", () => agrees(sum, fc.integer({ min: -1e9, max: 1e9 })));

  test("maxima, where the identity is infinite and may be a value", () => {
    agrees(largest, fc.oneof(fc.integer({ min: -5, max: 5 }), fc.constant(-Infinity)));
  });

  test("products of matrices", () => agrees(matrices, fc.tuple(residue, residue, residue, residue)));

  test("affine functions, one after the other", () => agrees(affine, fc.tuple(residue, residue)));

  test("searching in long rows", () => {
    const values = fc.array(fc.nat(9), { maxLength: 300 });
    fc.assert(
      fc.property(values, fc.nat(), fc.nat(300), (values, at, most) => {
        const tree = new SegmentTree(values, sum);
        const from = at % (values.length + 1);
        const right = tree.maxRight(from, (s) => s <= most);
        expect(fold(values.slice(from, right), sum)).toBeLessThanOrEqual(most);
        if (right < values.length) expect(fold(values.slice(from, right + 1), sum)).toBeGreaterThan(most);
        const left = tree.minLeft(from, (s) => s <= most);
        expect(fold(values.slice(left, from), sum)).toBeLessThanOrEqual(most);
        if (left > 0) expect(fold(values.slice(left - 1, from), sum)).toBeGreaterThan(most);
      }),
      { numRuns: 200 },
    );
  });
});

describe("values", () => {
  test("undefined, NaN, null and -0 are values like others", () => {
    const last: Monoid<unknown> = { identity: "none", combine: (_, right) => right };
    const values = [undefined, NaN, null, -0, false, ""];
    const tree = new SegmentTree<unknown>(values, last);
    compare(tree, values, last);
    tree.set(5, undefined);
    expect(tree.whole()).toBe(undefined);
    expect(tree.query(4, 4)).toBe("none");
  });

  test("a value comes back as the same object", () => {
    const values = [{ x: 1 }, { x: 2 }, { x: 3 }];
    const tree = new SegmentTree(values, { identity: { x: 0 }, combine: (a, b) => ({ x: a.x + b.x }) });
    for (let i = 0; i < 3; i++) {
      expect(tree.get(i)).toBe(values[i]);
      expect(tree.query(i, i + 1)).toBe(values[i]);
    }
  });

  test("the array is copied, and any array-like will do", () => {
    const values = ["a", "b"];
    const tree = new SegmentTree(values, text);
    values[0] = "z";
    tree.set(1, "c");
    expect(values).toEqual(["z", "b"]);
    expect(tree.whole()).toBe("ac");
    expect(new SegmentTree(Float32Array.of(1, 2, 4), sum).whole()).toBe(7);
    expect(new SegmentTree("abc", text).query(1, 3)).toBe("bc");
  });

  test("combine is called as a method of the monoid", () => {
    const modular = {
      identity: 0,
      modulus: 7,
      combine(a: number, b: number) {
        return (a + b) % this.modulus;
      },
    };
    const tree = new SegmentTree([5, 6, 6], modular);
    tree.set(0, 6);
    const met = [
      tree.whole(),
      tree.query(0, 2),
      tree.maxRight(0, (s) => s !== 5),
      tree.minLeft(2, (s) => s !== 5),
    ];
    expect(met).toEqual([4, 5, 1, 1]);
  });
});

describe("cost, for h = ceil(log2 n)", () => {
  const many = [...sizes.slice(1), 31, 32, 33, 100, 127, 128, 129];
  const height = (n: number): number => Math.ceil(Math.log2(n));

  test("building combines n - 1 times, for no value not at all", () => {
    for (const n of many) {
      const monoid = counting(sum);
      new SegmentTree(new Array<number>(n).fill(1), monoid);
      expect(monoid.calls).toBe(n - 1);
    }
    const monoid = counting(sum);
    new SegmentTree([], monoid);
    expect(monoid.calls).toBe(0);
  });

  test("memory is for two references for each value, n rounded up to a power of two", () => {
    for (const n of many) {
      const { nodes } = new SegmentTree(letters(n), text) as unknown as { nodes: string[] };
      expect(nodes.length).toBe(2 * 2 ** height(n));
    }
  });

  test("a set combines at most h times, and h times for the first value", () => {
    for (const n of many) {
      const monoid = counting(sum);
      const tree = new SegmentTree(new Array<number>(n).fill(1), monoid);
      const calls = Array.from({ length: n }, (_, i) => {
        monoid.calls = 0;
        tree.set(i, 2);
        return monoid.calls;
      });
      expect([calls[0], Math.max(...calls)]).toEqual([height(n), height(n)]);
    }
  });

  test("a query combines at most 2h - 1 times, and less often than it has values", () => {
    for (const n of many) {
      const monoid = counting(sum);
      const tree = new SegmentTree(new Array<number>(n).fill(1), monoid);
      let most = 0;
      for (let end = 0; end <= n; end++)
        for (let start = 0; start <= end; start++) {
          monoid.calls = 0;
          tree.query(start, end);
          most = Math.max(most, monoid.calls);
          if (monoid.calls > Math.max(0, end - start - 1))
            expect.fail(`[${start}, ${end}) took ${monoid.calls}`);
        }
      expect(most).toBeLessThanOrEqual(Math.max(0, 2 * height(n) - 1));
    }
  });

  test("the whole, and one value, are there without combining", () => {
    const monoid = counting(sum);
    const tree = new SegmentTree([1, 2, 3, 4, 5], monoid);
    monoid.calls = 0;
    expect([tree.whole(), tree.get(4), tree.query(3, 4)]).toEqual([15, 5, 4]);
    expect(monoid.calls).toBe(0);
  });

  test("a search combines at most 2h - 1 times, and asks the predicate at most twice more", () => {
    for (const n of many) {
      const monoid = counting(sum);
      const tree = new SegmentTree(new Array<number>(n).fill(1), monoid);
      let combines = 0;
      let more = 0;
      for (const search of ["maxRight", "minLeft"] as const)
        for (let from = 0; from <= n; from++)
          for (let most = 0; most <= n; most++) {
            let asked = 0;
            monoid.calls = 0;
            tree[search](from, (s) => ++asked > 0 && s <= most);
            combines = Math.max(combines, monoid.calls);
            more = Math.max(more, asked - monoid.calls);
          }
      expect(combines).toBeLessThanOrEqual(Math.max(0, 2 * height(n) - 1));
      expect(more).toBe(2);
    }
  });
});

describe("refusals", () => {
  const indices = "indices are the integers from 0 up to, not including, 3";
  const tree = new SegmentTree([1, 2, 3], sum);

  test.each([-1, 3, 4, 0.5, NaN, Infinity, -Infinity, 2 ** 32, 2 ** 32 + 1])(
    "%d is no index of three values",
    (i) => {
      expect(() => tree.get(i)).toThrow(new RangeError(`get(${i}): ${indices}`));
      expect(() => tree.set(i, 7)).toThrow(new RangeError(`set(${i}, ...): ${indices}`));
    },
  );

  test("a range that is reversed, sticks out or has no integers is refused", () => {
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
      expect(() => tree.query(start, end)).toThrow(
        new RangeError(`query(${start}, ${end}): a range [start, end) has integers 0 <= start <= end <= 3`),
      );
  });

  test("a search begins at an integer from 0 to length, and asks nothing where it is refused", () => {
    const never = (): boolean => {
      throw new Error("asked");
    };
    for (const from of [-1, 4, 0.5, NaN, Infinity]) {
      const rule = "a search begins at an integer from 0 to 3";
      expect(() => tree.maxRight(from, never)).toThrow(new RangeError(`maxRight(${from}, ...): ${rule}`));
      expect(() => tree.minLeft(from, never)).toThrow(new RangeError(`minLeft(${from}, ...): ${rule}`));
    }
  });

  test("a predicate that is false of the identity is refused, wherever the search begins", () => {
    const rule = "the predicate is false of the identity, and has to be true of it";
    for (let from = 0; from <= 3; from++) {
      expect(() => tree.maxRight(from, (s) => s > 0)).toThrow(
        new RangeError(`maxRight(${from}, ...): ${rule}`),
      );
      expect(() => tree.minLeft(from, (s) => s > 0)).toThrow(
        new RangeError(`minLeft(${from}, ...): ${rule}`),
      );
    }
  });

  test("nor are texts, undefined and null indices, whatever they would be converted to", () => {
    for (const no of ["1", "", undefined, null, true, [1]] as unknown as number[]) {
      expect(() => tree.get(no)).toThrow(RangeError);
      expect(() => tree.set(no, 1)).toThrow(RangeError);
      expect(() => tree.query(no, 3)).toThrow(RangeError);
      expect(() => tree.query(0, no)).toThrow(RangeError);
      expect(() => tree.maxRight(no, () => true)).toThrow(RangeError);
      expect(() => tree.minLeft(no, () => true)).toThrow(RangeError);
    }
  });

  test("what has no length, or too much of it, is refused before anything is read", () => {
    const rule = "values have a length, an integer from 0 to 1073741824";
    for (const length of [2 ** 30 + 1, -1, 0.5, NaN, undefined])
      expect(() => new SegmentTree({ length } as number[], sum)).toThrow(
        new RangeError(`new SegmentTree: ${String(length)} values; ${rule}`),
      );
  });

  test("an empty tree has no index, one range and two searches", () => {
    const empty = new SegmentTree([], text);
    expect([empty.whole(), empty.query(0, 0), empty.length]).toEqual(["", "", 0]);
    expect([empty.maxRight(0, () => true), empty.minLeft(0, () => true)]).toEqual([0, 0]);
    expect(() => empty.get(0)).toThrow(
      new RangeError("get(0): indices are the integers from 0 up to, not including, 0"),
    );
  });

  test("a refused call and a predicate that throws change nothing", () => {
    for (let from = 0; from <= 3; from++)
      for (let until = 1; until <= 4; until++) {
        const throwsAt = (turn: number) => () => {
          if (--turn === 0) throw new Error("thrown");
          return true;
        };
        for (const search of ["maxRight", "minLeft"] as const)
          try {
            tree[search](from, throwsAt(until));
          } catch (error) {
            expect((error as Error).message).toBe("thrown");
          }
      }
    compare(tree, [1, 2, 3], sum);
  });

  test("after a combine that has thrown, setting the same index repairs all ranges", () => {
    for (const n of sizes.slice(2))
      for (let i = 0; i < n; i++)
        for (let turn = 1; turn <= 2; turn++) {
          let left = Infinity;
          const tree = new SegmentTree(letters(n), {
            identity: "",
            combine(a, b) {
              if (--left === 0) throw new Error("thrown");
              return a + b;
            },
          });
          left = turn;
          try {
            tree.set(i, "?");
          } catch (error) {
            expect((error as Error).message).toBe("thrown");
          }
          left = Infinity;
          tree.set(i, "!");
          const values = letters(n).with(i, "!");
          expect(tree.whole()).toBe(values.join(""));
          expect(tree.query(0, i + 1)).toBe(values.slice(0, i + 1).join(""));
          expect(tree.query(i, n)).toBe(values.slice(i).join(""));
        }
  });
});

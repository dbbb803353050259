import fc from "fast-check";
import { afterEach, describe, expect, test, vi } from "vitest";
import { commonRuns, lcsLength, longestCommonSubsequence, type Run } from "./longest-common-subsequence.ts";

/** Equal as the keys of a Map are. */
const same = (x: unknown, y: unknown): boolean => [x].includes(y);

/** The naive twin: two rows of the table of lengths. */
function twin(a: ArrayLike<unknown>, b: ArrayLike<unknown>, equal = Object.is): number {
  let above = new Int32Array(b.length + 1);
  let row = new Int32Array(b.length + 1);
  for (const x of Array.from(a)) {
    for (let j = 0; j < b.length; j++) {
      row[j + 1] = equal(x, b[j]) ? above[j]! + 1 : Math.max(above[j + 1]!, row[j]!);
    }
    [above, row] = [row, above];
  }
  return above[b.length]!;
}

/** Fails unless the runs are ascending, apart, and of equal elements; returns how many elements they have. */
function size(runs: readonly Run[], a: ArrayLike<unknown>, b: ArrayLike<unknown>): number {
  let [i, j, total] = [0, 0, 0];
  for (const [k, run] of runs.entries()) {
    if (run.length < 1 || run.a < i || run.b < j)
      expect.fail(`run ${k} is empty or overlaps: ${JSON.stringify(runs)}`);
    if (k > 0 && run.a === i && run.b === j)
      expect.fail(`run ${k} continues another: ${JSON.stringify(runs)}`);
    if (run.a + run.length > a.length || run.b + run.length > b.length) expect.fail(`run ${k} is too long`);
    for (let x = 0; x < run.length; x++) {
      if (!same(a[run.a + x], b[run.b + x]))
        expect.fail(`run ${k} has different elements: ${JSON.stringify(runs)}`);
    }
    [i, j, total] = [run.a + run.length, run.b + run.length, total + run.length];
  }
  return total;
}

/** All strings over the letters, up to the length. */
function words(letters: string, length: number): string[] {
  const all = [""];
  for (const word of all) if (word.length < length) for (const letter of letters) all.push(word + letter);
  return all;
}

/** Whether b comes no earlier than a, nor c than b: one of those that are alike but for the names of the letters. */
const firstOfItsKind = (word: string): boolean =>
  [...new Set(word)].join("") === "abc".slice(0, new Set(word).size);

describe("in every small world", () => {
  test("the length is that of the full table, and the runs are that long", () => {
    const all = words("abc", 5);
    for (const a of all.filter(firstOfItsKind)) {
      for (const b of all) {
        const length = twin(a, b);
        if (lcsLength(a, b) !== length) expect.fail(`lcsLength of ${a} and ${b}`);
        if (size(commonRuns(a, b), a, b) !== length) expect.fail(`commonRuns of ${a} and ${b}`);
      }
    }
  });

  test("elements are equal as the keys of a Map are, whatever they are", () => {
    const object = {};
    const hostile = [
      NaN,
      0,
      -0,
      undefined,
      null,
      "",
      "0",
      "__proto__",
      "constructor",
      object,
      {},
      0n,
      Symbol.iterator,
    ];
    const all = hostile.flatMap((x) => [[x], ...hostile.map((y) => [x, y])]);
    for (const a of all) {
      for (const b of all) {
        const length = twin(a, b, same);
        if (lcsLength(a, b) !== length || size(commonRuns(a, b), a, b) !== length)
          expect.fail(`${a.map(String).join()} and ${b.map(String).join()}`);
      }
    }
  });
});

/** Always the same elements, of so many different ones, in no order. */
const random = (n: number, alphabet: number): number[] =>
  Array.from({ length: n }, (_, i) => (Math.imul(i + 1, 0x9e3779b1 ^ (i << 7)) >>> 7) % alphabet);

/** Elements from so many different ones, and the same with a few edits. */
const edited = fc
  .record({
    alphabet: fc.constantFrom(1, 2, 3, 20, 200, 5000),
    n: fc.nat(400),
    seed: fc.nat(),
    edits: fc.nat(60),
  })
  .map(({ alphabet, n, seed, edits }): [number[], number[]] => {
    let state = seed;
    const below = (bound: number): number => {
      state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
      return Math.floor((state / 2 ** 32) * bound);
    };
    const a = Array.from({ length: n }, () => below(alphabet));
    const b = [...a];
    for (let edit = 0; edit < edits; edit++) {
      const inserted = Array.from({ length: below(3) }, () => below(alphabet));
      b.splice(below(b.length + 1), below(edit % 10 === 0 ? 70 : 3), ...inserted);
    }
    return below(2) === 0 ? [a, b] : [b, a];
  });
const unlike = fc
  .constantFrom(1, 2, 4, 30, 1000)
  .chain((alphabet) =>
    fc.tuple(fc.array(fc.nat(alphabet), { maxLength: 300 }), fc.array(fc.nat(alphabet), { maxLength: 300 })),
  );
const pairs = fc.oneof(edited, unlike);

/** The same with letters: one in 16 bits for each number. */
const text = (numbers: readonly number[]): string => String.fromCharCode(...numbers.map((x) => x + 97));

describe("for all sequences", () => {
  test("the length is that of the full table, and so many elements are in the runs", () => {
    fc.assert(
      fc.property(pairs, ([a, b]) => {
        const length = twin(a, b);
        expect(lcsLength(a, b)).toBe(length);
        expect(lcsLength(b, a)).toBe(length);
        expect(size(commonRuns(a, b), a, b)).toBe(length);
      }),
      { numRuns: 150 },
    );
  });

  test("the answer depends on which elements are equal, and on nothing else about them", () => {
    fc.assert(
      fc.property(pairs, ([a, b]) => {
        const runs = commonRuns(a, b);
        expect(commonRuns(text(a), text(b))).toEqual(runs);
        const common = runs.flatMap((run) => a.slice(run.a, run.a + run.length));
        expect(longestCommonSubsequence(a, b)).toEqual(common);
        expect(longestCommonSubsequence(text(a), text(b))).toBe(text(common));
        expect(commonRuns(Float64Array.from(a), b)).toEqual(runs);
        const zero = (x: number): number => (x === 0 ? -0 : x);
        expect(commonRuns(a.map(zero), b)).toEqual(runs);
        const nan = (x: number): number => (x === 0 ? NaN : x);
        expect(commonRuns(a.map(nan), b.map(nan))).toEqual(runs);
        const objects = new Map([...a, ...b].map((x) => [x, { x }]));
        const named = [a, b].map((numbers) => numbers.map((x) => objects.get(x)!));
        expect(commonRuns(Object.freeze(named[0]!), Object.freeze(named[1]!))).toEqual(runs);
      }),
      { numRuns: 40 },
    );
  });

  test("it is found far from the diagonal, where something nearly as long is close to it", () => {
    for (let shift = 28; shift <= 80; shift += 3) {
      for (const period of [2, 8, 17]) {
        const periodic = Array.from({ length: 150 }, (_, i) => i % period);
        const a = [...new Array<number>(shift).fill(-1), ...periodic];
        const b = [...periodic, ...new Array<number>(shift).fill(-2)];
        expect([lcsLength(a, b), lcsLength(b, a)]).toEqual([150, 150]);
        expect([size(commonRuns(a, b), a, b), size(commonRuns(b, a), b, a)]).toEqual([150, 150]);
      }
    }
  });

  test("what is outside the runs, deleted and inserted, makes b of a", () => {
    fc.assert(
      fc.property(pairs, ([a, b]) => {
        const made: number[] = [];
        let j = 0;
        for (const run of commonRuns(a, b)) {
          made.push(...b.slice(j, run.b), ...a.slice(run.a, run.a + run.length));
          j = run.b + run.length;
        }
        expect([...made, ...b.slice(j)]).toEqual(b);
      }),
      { numRuns: 40 },
    );
  });

  test("one element more makes it at most one longer, and never shorter; a common one exactly one", () => {
    fc.assert(
      fc.property(pairs, fc.nat(5), ([a, b], x) => {
        const length = lcsLength(a, b);
        for (const more of [[...a, x], [x, ...a], a.toSpliced(a.length >> 1, 0, x)]) {
          expect([length, length + 1]).toContain(lcsLength(more, b));
        }
        expect(lcsLength([...a, x], [...b, x])).toBe(length + 1);
        expect(lcsLength([x, ...a], [x, ...b])).toBe(length + 1);
      }),
      { numRuns: 40 },
    );
  });

  test("with three levels of kept rows, a sequence has all of what is left of it in common with it", () => {
    for (const [n, alphabet, every] of [
      [4097, 3, 2],
      [8300, 60, 5],
      [8300, 4000, 90],
    ] as const) {
      const a = random(n, alphabet);
      const b = a.filter((_, i) => i % every !== 1);
      for (const runs of [commonRuns(a, b), commonRuns(b, a)]) {
        expect(runs.reduce((total, run) => total + run.length, 0)).toBe(b.length);
      }
      expect(size(commonRuns(a, b), a, b)).toBe(lcsLength(b, a));
    }
    const [a, b] = [random(4200, 40), random(500, 40)];
    expect(size(commonRuns(a, b), a, b)).toBe(twin(a, b));
  });
});

describe("what comes back", () => {
  test("is empty if there is nothing in common, or nothing at all", () => {
    for (const [a, b] of [
      ["", ""],
      ["abc", ""],
      ["", "abc"],
      ["abc", "xyz"],
    ] as const) {
      expect([lcsLength(a, b), commonRuns(a, b), longestCommonSubsequence(a, b)]).toEqual([0, [], ""]);
      expect([
        lcsLength(Array.from(a), Array.from(b)),
        longestCommonSubsequence(Array.from(a), Array.from(b)),
      ]).toEqual([0, []]);
    }
  });

  test("is one run for equal sequences, and does not count an element twice where beginning and end overlap", () => {
    expect(commonRuns("aaaa", "aaaa")).toEqual([{ a: 0, b: 0, length: 4 }]);
    expect(commonRuns("aa", "aaa")).toEqual([{ a: 0, b: 0, length: 2 }]);
    expect(commonRuns("abab", "ab")).toEqual([{ a: 0, b: 0, length: 2 }]);
    expect(commonRuns("bab", "ab")).toEqual([{ a: 1, b: 0, length: 2 }]);
  });

  test("is made of the elements of a, themselves", () => {
    const a = [-0, { x: 1 }, undefined, NaN];
    const common = longestCommonSubsequence(a, [0, a[1], "more", undefined, NaN]);
    expect(common.length).toBe(4);
    expect(Object.is(common[0], -0)).toBe(true);
    expect(common[1]).toBe(a[1]);
  });

  test("counts a hole as undefined", () => {
    // eslint-disable-next-line no-sparse-arrays -- holes are what this is about
    expect(longestCommonSubsequence([, 1, ,], [undefined, 2, undefined])).toEqual([undefined, undefined]);
  });

  test("is text of code units, so that two surrogate pairs can share a half; of characters if they are elements", () => {
    expect(longestCommonSubsequence("😀", "😁")).toBe("\ud83d");
    expect(longestCommonSubsequence(Array.from("😀x"), Array.from("😁x"))).toEqual(["x"]);
    expect(longestCommonSubsequence("\udc00\ud800", "\ud800\udc00")).toHaveLength(1);
  });

  test("is elements for a string and an array, which compare by code units", () => {
    expect(longestCommonSubsequence<string>("abc", ["c", "a", "bc", "c"])).toEqual(["a", "c"]);
    expect(lcsLength("121", [1, 2, 1])).toBe(0);
  });

  test("is the same for text of any script", () => {
    const runs = commonRuns("stone age", "longest age");
    const shifted = (word: string, by: number): string =>
      String.fromCharCode(...Array.from(word, (letter) => letter.charCodeAt(0) + by));
    for (const by of [0, 100, 141, 142, 143, 200, 10_000, 65_000]) {
      expect(commonRuns(shifted("stone age", by), shifted("longest age", by))).toEqual(runs);
    }
    // A letter beyond 255 must not stand for one below.
    expect(lcsLength("xay", "y\u0161x")).toBe(1);
    expect(lcsLength("x\u0161y", "yax")).toBe(1);
  });
});

describe("what it takes", () => {
  afterEach(() => void vi.unstubAllGlobals());

  /** How many numbers are allocated in typed arrays while something runs. */
  function allocated(run: () => unknown): number {
    let total = 0;
    class Counted extends Int32Array {
      constructor(...parts: [number]) {
        super(...parts);
        if (typeof parts[0] === "number") total += parts[0];
      }
    }
    vi.stubGlobal("Int32Array", Counted);
    run();
    vi.unstubAllGlobals();
    return total;
  }

  /** How often elements of typed arrays are read or written while something runs. */
  function steps(run: () => unknown): number {
    let count = 0;
    const isElement = (key: string | symbol): boolean => typeof key === "string" && /^\d/.test(key);
    const real = Int32Array;
    class Counted extends Int32Array {
      /** What slice makes is not counted. */
      static get [Symbol.species](): unknown {
        return real;
      }

      constructor(length: number) {
        super(length);
        return new Proxy<this>(this, {
          get(target, key): unknown {
            if (isElement(key)) count++;
            const value: unknown = Reflect.get(target, key, target);
            return typeof value === "function" ? (value.bind(target) as unknown) : value;
          },
          set(target, key, value) {
            if (isElement(key)) count++;
            return Reflect.set(target, key, value, target);
          },
        });
      }
    }
    vi.stubGlobal("Int32Array", Counted);
    run();
    vi.unstubAllGlobals();
    return count;
  }

  test("is about nm / 32 steps for unlike sequences, and not twice that for the runs", () => {
    for (const alphabet of [4, 500]) {
      const [a, b] = [random(1000, alphabet), random(1000, alphabet).reverse()];
      const length = steps(() => lcsLength(a, b));
      // Of each word of a row: it and the matches are read, and it is written. And there were narrower bands before.
      expect(length / ((1000 * 1000) / 32)).toBeLessThan(7);
      expect(steps(() => commonRuns(a, b)) / length).toBeLessThan(1.6);
    }
  });

  test("grows with the length and not with its square for sequences with few differences", () => {
    for (const alphabet of [60, 5000]) {
      const [few, many] = [500, 2000].map((n) => {
        const a = random(n, alphabet);
        const b = a.toSpliced(n >> 2, 3).toSpliced(n >> 1, 0, 1, 2, 3);
        return steps(() => commonRuns([0, ...a, 1], [1, ...b, 0]));
      });
      expect(many! / few!).toBeLessThan(4.6);
    }
  });

  test("does not depend on where equal elements are", () => {
    // With 32 equal ones side by side, a symbol that has few places has all of them in the band.
    const clustered = Array.from({ length: 4096 }, (_, i) => i >> 5);
    const spread = Array.from({ length: 4096 }, (_, i) => i % 128);
    const [one, other] = [clustered, spread].map((a) =>
      steps(() => lcsLength([-1, ...a, -2], [-2, ...a, -1])),
    );
    expect(one! / other!).toBeLessThan(1.2);
  });

  test("is space for a few numbers per element, where a table would take nm", () => {
    for (const alphabet of [1, 40, 250, 1e6]) {
      const [a, b] = [
        [0, ...random(2500, alphabet), 1],
        [1, ...random(2500, alphabet).reverse(), 0],
      ];
      expect(allocated(() => lcsLength(a, b)) / 5000).toBeLessThan(4.5);
      expect(allocated(() => commonRuns(a, b)) / 5000).toBeLessThan(7.5);
    }
  });

  test("is refused if it has no length, or one that cannot be", () => {
    const most = 2 ** 31 - 1;
    for (const length of [undefined, -1, 1.5, NaN, Infinity, 2 ** 31]) {
      const error = new RangeError(`a sequence of length ${length}: 0 to ${most} elements are allowed`);
      const bad = { length: length! };
      expect(() => lcsLength(bad, [])).toThrow(error);
      expect(() => commonRuns("", bad)).toThrow(error);
      expect(() => longestCommonSubsequence(bad, bad)).toThrow(error);
    }
    expect(() => lcsLength(new Set("abc") as never, [])).toThrow("a sequence of length undefined");
  });
});

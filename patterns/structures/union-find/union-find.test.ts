import fc from "fast-check";
import { afterEach, describe, expect, test, vi } from "vitest";
import { UnionFind } from "./union-find.ts";

/** The naive twin: the label of each element's set, all of which are looked at in each union. */
class Labels {
  readonly labels: number[];

  constructor(n: number) {
    this.labels = Array.from({ length: n }, (_, x) => x);
  }

  union(a: number, b: number): boolean {
    const [kept, gone] = [this.labels[a]!, this.labels[b]!];
    this.labels.forEach((label, x) => {
      if (label === gone) this.labels[x] = kept;
    });
    return kept !== gone;
  }

  groups(): number[][] {
    return [...Map.groupBy(this.labels.keys(), (x) => this.labels[x]!).values()];
  }
}

/** Everything that can be asked says what the twin says. */
function expectAlike(sets: UnionFind, twin: Labels): void {
  const groups = twin.groups();
  expect(sets.groups()).toEqual(groups);
  expect(sets.count).toBe(groups.length);
  for (const group of groups) {
    const root = sets.find(group[0]!);
    expect(group).toContain(root);
    for (const x of group) if (sets.find(x) !== root) expect.fail(`find(${x}) is not find(${group[0]!})`);
    for (const x of group) if (sets.sizeOf(x) !== group.length) expect.fail(`sizeOf(${x})`);
  }
}

describe("in every small world", () => {
  test("each sequence of unions leaves the sets, sizes and answers of the twin", () => {
    for (const [n, length] of [
      [0, 0],
      [1, 2],
      [2, 4],
      [3, 4],
      [4, 3],
    ] as const) {
      for (let code = 0; code < n ** (2 * length) || code === 0; code++) {
        const sets = new UnionFind(n);
        const twin = new Labels(n);
        for (let step = 0, rest = code; step < length && n > 0; step++, rest = Math.floor(rest / n ** 2)) {
          const [a, b] = [rest % n, Math.floor(rest / n) % n];
          if (sets.union(a, b) !== twin.union(a, b))
            expect.fail(`union(${a}, ${b}) in sequence ${code} of ${n}`);
        }
        const groups = twin.groups();
        if (JSON.stringify(sets.groups()) !== JSON.stringify(groups) || sets.count !== groups.length)
          expect.fail(`the groups after sequence ${code} of ${n}`);
        for (const group of groups)
          for (const x of group) if (sets.sizeOf(x) !== group.length) expect.fail(`sizeOf(${x})`);
        for (let a = 0; a < n; a++)
          for (let b = 0; b < n; b++)
            if (sets.connected(a, b) !== (twin.labels[a] === twin.labels[b]))
              expect.fail(`connected(${a}, ${b})`);
      }
    }
  });

  test("before any union each element is alone and stands for itself", () => {
    for (let n = 0; n < 30; n++) {
      const sets = new UnionFind(n);
      expect(sets.n).toBe(n);
      expect(sets.count).toBe(n);
      expect(sets.groups()).toEqual(Array.from({ length: n }, (_, x) => [x]));
      for (let x = 0; x < n; x++) expect([sets.find(x), sets.sizeOf(x)]).toEqual([x, 1]);
    }
  });
});

describe("in larger worlds", () => {
  test("any mixture of calls says what the twin says", () => {
    const steps = (n: number) =>
      fc.record({
        n: fc.constant(n),
        calls: fc.array(
          fc.tuple(
            fc.constantFrom("union", "union", "connected", "find", "sizeOf"),
            fc.nat(n - 1),
            fc.nat(n - 1),
          ),
          { maxLength: 2 * n, size: "max" },
        ),
      });
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 60 }).chain(steps), ({ n, calls }) => {
        const sets = new UnionFind(n);
        const twin = new Labels(n);
        for (const [call, a, b] of calls) {
          const { labels } = twin;
          if (call === "union") expect(sets.union(a, b)).toBe(twin.union(a, b));
          if (call === "connected") expect(sets.connected(a, b)).toBe(labels[a] === labels[b]);
          if (call === "find") expect(labels[sets.find(a)]).toBe(labels[a]);
          if (call === "sizeOf")
            expect(sets.sizeOf(a)).toBe(labels.filter((label) => label === labels[a]).length);
        }
        expectAlike(sets, twin);
      }),
    );
  });

  test("neither the order of the unions nor that of their arguments changes the sets", () => {
    const pairs = fc.array(fc.tuple(fc.nat(19), fc.nat(19)), { maxLength: 30 });
    fc.assert(
      fc.property(
        pairs.chain((all) =>
          fc.tuple(
            fc.constant(all),
            fc.shuffledSubarray(all, { minLength: all.length, maxLength: all.length }),
          ),
        ),
        ([some, shuffled]) => {
          const [one, other] = [new UnionFind(20), new UnionFind(20)];
          for (const [a, b] of some) one.union(a, b);
          for (const [a, b] of shuffled) other.union(b, a);
          expect(other.groups()).toEqual(one.groups());
        },
      ),
    );
  });

  test("asking changes no answer", () => {
    const sets = new UnionFind(64);
    binomial(sets);
    const roots = Array.from({ length: 64 }, (_, x) => sets.find(x));
    sets.groups();
    for (let x = 63; x >= 0; x--) expect([sets.find(x), sets.sizeOf(x)]).toEqual([roots[x], 64]);
    expect(sets.count).toBe(1);
  });

  test("the groups handed out are the caller's own", () => {
    const sets = new UnionFind(3);
    sets.union(0, 2);
    sets.groups()[0]!.push(1);
    expect(sets.groups()).toEqual([[0, 2], [1]]);
  });
});

describe("what stands for a set", () => {
  test("stays that of the larger set, whichever side it is on", () => {
    const sets = new UnionFind(5);
    sets.union(3, 1);
    expect(sets.find(1)).toBe(3);
    sets.union(0, 1);
    expect(sets.find(0)).toBe(3);
    sets.union(1, 4);
    expect(sets.find(4)).toBe(3);
  });

  test("is that of the first argument if both are equally large", () => {
    const sets = new UnionFind(4);
    sets.union(2, 3);
    sets.union(1, 0);
    expect([sets.find(3), sets.find(0)]).toEqual([2, 1]);
    sets.union(0, 3);
    expect(sets.find(2)).toBe(1);
  });

  test("is decided by the sizes of the whole sets, not by those of the two elements", () => {
    const sets = new UnionFind(6);
    for (const x of [1, 2, 3]) sets.union(0, x);
    sets.union(4, 5);
    sets.union(4, 3); // 4 is a root, 3 has nothing below it
    expect(sets.find(4)).toBe(0);
  });
});

describe("what it costs, in elements read", () => {
  afterEach(() => vi.unstubAllGlobals());

  test("a find in the deepest tree that unions can build reads one element for each level", () => {
    for (const levels of [0, 1, 2, 3, 6, 10]) {
      const { sets, reads } = counted(2 ** levels);
      binomial(sets);
      const before = reads();
      sets.find(sets.n - 1);
      expect(reads() - before).toBe(levels + 1);
    }
  });

  test("each find halves the way of the next one", () => {
    const { sets, reads } = counted(2 ** 12);
    binomial(sets);
    const costs = Array.from({ length: 6 }, () => {
      const before = reads();
      sets.find(sets.n - 1);
      return reads() - before;
    });
    expect(costs).toEqual([13, 7, 4, 3, 2, 2]);
  });

  const orders: Record<string, (sets: UnionFind, random: (n: number) => number) => number> = {
    "equal trees merged by their roots, then a find of each element, the deepest first": (sets) => {
      binomial(sets);
      for (let x = sets.n - 1; x >= 0; x--) sets.find(x);
      return 2 * sets.n - 1;
    },
    "equal trees merged by their deepest elements": (sets) => {
      for (let size = 1; size < sets.n; size *= 2)
        for (let x = size - 1; x + size < sets.n; x += 2 * size) sets.union(x, x + size);
      return sets.n - 1;
    },
    "equal trees merged by any of their elements, then finds of any": (sets, random) => {
      for (let size = 1; size < sets.n; size *= 2)
        for (let x = 0; x + size < sets.n; x += 2 * size)
          sets.union(x + random(size), x + size + random(size));
      for (let i = 0; i < sets.n; i++) sets.find(random(sets.n));
      return 2 * sets.n - 1;
    },
    "finds of the deepest element only": (sets) => {
      binomial(sets);
      for (let i = 0; i < sets.n; i++) sets.find(sets.n - 1);
      return 2 * sets.n - 1;
    },
    "one element after the other, the set as second argument": (sets) => {
      for (let x = 1; x < sets.n; x++) sets.union(x, x - 1);
      return sets.n - 1;
    },
    "one element after the other, the set as first argument": (sets) => {
      for (let x = 1; x < sets.n; x++) sets.union(0, x);
      return sets.n - 1;
    },
    "two elements at random": (sets, random) => {
      for (let i = 0; i < 2 * sets.n; i++) sets.union(random(sets.n), random(sets.n));
      return 2 * sets.n;
    },
  };

  test.each(Object.entries(orders))("per call, no more for 2¹² elements than for 2⁸: %s", (_, order) => {
    const [small, large] = [8, 12].map((levels) => {
      const { sets, reads } = counted(2 ** levels);
      let state = 1;
      const random = (n: number): number => {
        state = (Math.imul(state, 1664525) + 1013904223) | 0;
        return (state >>> 8) % n;
      };
      const calls = order(sets, random);
      return reads() / calls;
    });
    expect(large).toBeLessThan(small! + 0.25);
    expect(large).toBeLessThan(8);
  });

  test("no single union reads more than two finds in trees of depth log₂ n, and four elements", () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.nat(63), fc.nat(63)), { maxLength: 200, size: "max" }), (pairs) => {
        const { sets, reads } = counted(64);
        for (const [a, b] of pairs) {
          const before = reads();
          sets.union(a, b);
          expect(reads() - before).toBeLessThanOrEqual(2 * (6 + 1) + 4);
        }
      }),
      { numRuns: 30 },
    );
  });
});

describe("what is refused", () => {
  const noElements = [-1, 3, 0.5, NaN, Infinity, -Infinity, 2 ** 32, -(2 ** 32), 2 ** 53];

  test.each(noElements)("%d as an element, by every method, and nothing changes", (x) => {
    const sets = new UnionFind(3);
    const refused = (call: string): RangeError =>
      new RangeError(`${call}: elements are the integers from 0 up to, not including, 3`);
    expect(() => sets.find(x)).toThrow(refused(`find(${x})`));
    expect(() => sets.sizeOf(x)).toThrow(refused(`sizeOf(${x})`));
    expect(() => sets.union(x, 0)).toThrow(refused(`union(${x}, 0)`));
    expect(() => sets.union(0, x)).toThrow(refused(`union(0, ${x})`));
    expect(() => sets.connected(x, 0)).toThrow(refused(`connected(${x}, 0)`));
    expect(() => sets.connected(0, x)).toThrow(refused(`connected(0, ${x})`));
    expect(sets.groups()).toEqual([[0], [1], [2]]);
    expect(sets.count).toBe(3);
  });

  test("what is no number, even if it reads like one or names a property", () => {
    const sets = new UnionFind(3);
    for (const x of ["1", "length", "constructor", null, undefined, true, 1n, {}, [1]])
      expect(() => sets.find(x as number)).toThrow(RangeError);
  });

  test("any element, where there are none", () => {
    expect(() => new UnionFind(0).find(0)).toThrow(
      new RangeError("find(0): elements are the integers from 0 up to, not including, 0"),
    );
  });

  test.each([-1, 0.5, NaN, Infinity, 2 ** 31 + 1, "3" as unknown as number])(
    "%s as a number of elements",
    (n) => {
      expect(() => new UnionFind(n)).toThrow(
        new RangeError(`new UnionFind(${n}): the number of elements is an integer from 0 to 2147483648`),
      );
    },
  );

  test("but not 2³¹ elements, the last of which is 2³¹ - 1", () => {
    const asked: number[] = [];
    vi.stubGlobal("Int32Array", function (length: number) {
      asked.push(length);
      return { fill: () => ({ [2 ** 31 - 1]: -1 }) };
    });
    const sets = new UnionFind(2 ** 31);
    vi.unstubAllGlobals();
    expect(asked).toEqual([2 ** 31]);
    expect(sets.find(2 ** 31 - 1)).toBe(2 ** 31 - 1);
  });

  test("-0 is 0, and comes back as 0", () => {
    const sets = new UnionFind(2);
    expect(sets.find(-0)).toBe(0);
    expect(sets.union(-0, 1)).toBe(true);
    expect(sets.find(1)).toBe(0);
    expect(sets.connected(1, -0)).toBe(true);
    expect(sets.groups()).toEqual([[0, 1]]);
  });
});

/** Merges sets of 1, then of 2, 4, 8 …, root with root, which makes the last element as deep as it can be. */
function binomial(sets: UnionFind): void {
  for (let size = 1; size < sets.n; size *= 2)
    for (let x = 0; x + size < sets.n; x += 2 * size) sets.union(x, x + size);
}

/** A structure whose every read of a link is counted. */
function counted(n: number): { sets: UnionFind; reads: () => number } {
  let reads = 0;
  const Plain = Int32Array;
  vi.stubGlobal("Int32Array", function (length: number) {
    const array = new Plain(length);
    const proxy: Int32Array = new Proxy(array, {
      get(target, key) {
        if (key === "fill") return (value: number) => (target.fill(value), proxy);
        reads++;
        return target[key as unknown as number];
      },
    });
    return proxy;
  });
  const sets = new UnionFind(n);
  vi.unstubAllGlobals();
  return { sets, reads: () => reads };
}

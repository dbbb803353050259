import fc from "fast-check";
import { describe, expect, test, vi } from "vitest";
import {
  countWindows,
  longestWindow,
  shortestWindow,
  SlidingAggregate,
  slidingMaximum,
  slidingMinimum,
  type Summary,
  type Window,
} from "./sliding-window.ts";

/**
 * Every property of the windows of 0 to n - 1 of which the parts of good windows are good, for all n up to `longest`:
 * it is given by the least start of a good window for each end, which never falls (`starts[end]`; end is the empty one).
 */
function* everyHereditary(longest: number): Generator<{ n: number; starts: number[] }> {
  let shorter = [[0]];
  for (let n = 0; n <= longest; n++) {
    for (const starts of shorter) yield { n, starts };
    shorter = shorter.flatMap((starts) =>
      Array.from({ length: n + 2 - starts.at(-1)! }, (_, k) => [...starts, starts.at(-1)! + k]),
    );
  }
}

describe("windows whose parts are good", () => {
  test("the longest good window comes back, and of several the first", () => {
    for (const { n, starts } of everyHereditary(7)) {
      const good = (start: number, end: number): boolean => start >= starts[end]!;
      let expected = { start: 0, end: 0 };
      for (const { start, end } of everyWindow(n))
        if (good(start, end) && end - start > expected.end - expected.start) expected = { start, end };
      const watch = new WatchedSummary(good, { whileAdding: true, whenEmpty: () => undefined });
      expect(longestWindow(n, watch)).toEqual(expected);
      watch.expectAtMost({ adds: n, removes: n, asks: 2 * n });
      expect(watch.end).toBe(n);
    }
  });

  test("the good windows are counted, without the empty one", () => {
    for (const { n, starts } of everyHereditary(7)) {
      const good = (start: number, end: number): boolean => start >= starts[end]!;
      const watch = new WatchedSummary(good, { whileAdding: true, whenEmpty: () => undefined });
      const expected = everyWindow(n).filter(({ start, end }) => good(start, end)).length;
      expect(countWindows(n, watch)).toBe(expected);
      watch.expectAtMost({ adds: n, removes: n, asks: 2 * n });
      expect(watch.end).toBe(n);
    }
  });

  test("sums of costs, and numbers of different values, are such properties", () => {
    const values = fc.array(fc.nat(4), { maxLength: 60 });
    fc.assert(
      fc.property(values, fc.nat(20), (xs, limit) => {
        const windows = everyWindow(xs.length);
        const cheap = windows.filter(({ start, end }) => sum(xs.slice(start, end)) <= limit);
        const { start, end } = longestWindow(xs.length, sumAtMost(xs, limit));
        expect(end - start).toBe(Math.max(0, ...cheap.map((each) => each.end - each.start)));
        expect(countWindows(xs.length, sumAtMost(xs, limit))).toBe(cheap.length);
      }),
    );
    fc.assert(
      fc.property(values, fc.integer({ min: 1, max: 5 }), (xs, k) => {
        const count = (different: number): number => countWindows(xs.length, differentAtMost(xs, different));
        const exactly = everyWindow(xs.length).filter(
          ({ start, end }) => new Set(xs.slice(start, end)).size === k,
        );
        expect(count(k) - count(k - 1)).toBe(exactly.length);
      }),
    );
  });

  test("hundred thousand elements are counted beyond 2^32", () => {
    const all = { add: () => undefined, remove: fail, holds: () => true };
    expect(countWindows(100_000, all)).toBe(5_000_050_000);
  });
});

describe("windows whose extensions are good", () => {
  test("the shortest good window comes back, and of several the first", () => {
    // The good windows of such a property are those that are bad in one of the other kind, the empty one perhaps among them.
    for (const { n, starts } of everyHereditary(7)) {
      const good = (start: number, end: number): boolean => start < starts[end]!;
      let expected: Window | undefined;
      for (const { start, end } of everyWindow(n))
        if (good(start, end) && !(expected && end - start >= expected.end - expected.start))
          expected = { start, end };
      const watch = new WatchedSummary(good, { whileAdding: false, whenEmpty: () => false });
      expect(shortestWindow(n, watch)).toEqual(expected);
      watch.expectAtMost({ adds: n, removes: n, asks: 2 * n + 1 });
    }
  });

  test("if the empty window is good, it is the answer, and nothing is added", () => {
    for (const n of [0, 1, 5])
      expect(shortestWindow(n, { add: fail, remove: fail, holds: () => true })).toEqual({ start: 0, end: 0 });
  });

  test("a sum to be reached is such a property", () => {
    fc.assert(
      fc.property(fc.array(fc.nat(4), { maxLength: 60 }), fc.integer({ min: 1, max: 20 }), (xs, goal) => {
        let total = 0;
        const found = shortestWindow(xs.length, {
          add: (i) => (total += xs[i]!),
          remove: (i) => (total -= xs[i]!),
          holds: () => total >= goal,
        });
        const good = everyWindow(xs.length).filter(({ start, end }) => sum(xs.slice(start, end)) >= goal);
        const shortest = Math.min(...good.map(({ start, end }) => end - start));
        expect(found && found.end - found.start).toBe(good.length === 0 ? undefined : shortest);
      }),
    );
  });

  test("a summary that calls every window good gets no more removals than it has had elements", () => {
    let inside = 0;
    let asked = false;
    const liar = {
      add: () => inside++,
      remove: () => expect(--inside).toBeGreaterThanOrEqual(0),
      holds: () => (asked ? true : !(asked = true)),
    };
    expect(shortestWindow(3, liar)).toEqual({ start: 0, end: 1 });
  });
});

describe("numbers of elements that are refused", () => {
  const none = { add: fail, remove: fail, holds: fail };

  test.each([-1, 0.5, NaN, Infinity, 2 ** 53])("%s", (n) => {
    const allowed = "the number of elements is a whole number from 0 to";
    expect(() => longestWindow(n, none)).toThrow(
      new RangeError(`longestWindow(${n}): ${allowed} 9007199254740991`),
    );
    expect(() => shortestWindow(n, none)).toThrow(
      new RangeError(`shortestWindow(${n}): ${allowed} 9007199254740991`),
    );
    expect(() => countWindows(n, none)).toThrow(new RangeError(`countWindows(${n}): ${allowed} 134217727`));
  });

  test("as many as could not be counted exactly", () => {
    expect(() => countWindows(2 ** 27, none)).toThrow(RangeError);
    expect(() => countWindows(2 ** 27 - 1, none)).toThrow("must not be called");
    expect(((2 ** 27 - 1) * 2 ** 27) / 2).toBeLessThanOrEqual(Number.MAX_SAFE_INTEGER);
  });
});

describe("slidingMaximum and slidingMinimum", () => {
  test("they are Math.max and Math.min of each window, from left to right, NaN and -0 included", () => {
    for (const xs of everyArray([NaN, -0, 0, 1, -1], 5))
      for (let length = 1; length <= xs.length + 1; length++) {
        const windows = everyWindow(xs.length).filter(({ start, end }) => end - start === length);
        expectSame(
          slidingMaximum(xs, length),
          windows.map(({ start, end }) => Math.max(...xs.slice(start, end))),
        );
        expectSame(
          slidingMinimum(xs, length),
          windows.map(({ start, end }) => Math.min(...xs.slice(start, end))),
        );
      }
  });

  test("every order of seven values, and windows of every length", () => {
    for (const xs of everyOrder([1, 2, 3, 4, 5, 6, 7]))
      for (let length = 2; length <= 6; length++)
        for (const [i, max] of slidingMaximum(xs, length).entries())
          if (max !== Math.max(...xs.slice(i, i + length))) expect.unreachable(`${xs.join()}: ${length}`);
  });

  test("long random arrays of all kinds of numbers", () => {
    fc.assert(
      fc.property(fc.float64Array({ maxLength: 300 }), fc.integer({ min: 1, max: 40 }), (xs, length) => {
        const starts = [...xs.keys()].filter((start) => start + length <= xs.length);
        expectSame(
          slidingMaximum(xs, length),
          starts.map((start) => Math.max(...xs.subarray(start, start + length))),
        );
        expectSame(
          slidingMinimum(xs, length),
          starts.map((start) => Math.min(...xs.subarray(start, start + length))),
        );
      }),
    );
  });

  test.each([1, 2, 3, 10, 99, 500, 999, 1000])(
    "windows of %s: each of 1000 values is read twice at most, and compared three times",
    (length) => {
      const reads = new Uint32Array(1000);
      const values = new Proxy<number[]>([], {
        get: (_, key: string) => (key === "length" ? 1000 : ++reads[Number(key)]!),
        has: fail,
      });
      const max = vi.spyOn(Math, "max");
      slidingMaximum(values, length);
      const calls = max.mock.calls.length;
      max.mockRestore();
      expect(reads.length).toBe(1000);
      expect(Math.max(...reads)).toBeLessThanOrEqual(2);
      expect(calls).toBeLessThanOrEqual(3 * 1000);
    },
  );

  test("a window longer than the input is in it nowhere", () => {
    expect(slidingMaximum([], 1)).toEqual(new Float64Array(0));
    expect(slidingMaximum([1, 2], 3)).toEqual(new Float64Array(0));
    expect(slidingMinimum([1, 2], Number.MAX_VALUE)).toEqual(new Float64Array(0));
  });

  test.each([0, -1, 1.5, NaN, Infinity])("windows of %s elements are refused", (length) => {
    const why = "the length of a window is a whole number from 1 on";
    expect(() => slidingMaximum([1], length)).toThrow(
      new RangeError(`slidingMaximum(..., ${length}): ${why}`),
    );
    expect(() => slidingMinimum([1], length)).toThrow(
      new RangeError(`slidingMinimum(..., ${length}): ${why}`),
    );
  });
});

describe("SlidingAggregate", () => {
  /** What a stretch of the stream comes to: its places. Only what is adjacent can be combined, and in its order. */
  const join = (older: Window, newer: Window): Window => {
    if (older.end !== newer.start) throw new Error(`${older.end} and ${newer.start} are not adjacent`);
    return { start: older.start, end: newer.end };
  };

  test("after every sequence of operations it knows what is inside, from the oldest to the newest", () => {
    for (const pushes of everyArray([true, false], 11)) {
      const window = new SlidingAggregate(join);
      let [start, end] = [0, 0];
      for (const push of pushes) {
        if (push) window.push({ start: end, end: ++end });
        else if (start < end) {
          window.shift();
          start++;
        }
      }
      expect(window.size).toBe(end - start);
      expect(window.value()).toEqual(start < end ? { start, end } : undefined);
    }
  });

  test("asking changes nothing, and operations need not be commutative", () => {
    const operations = fc.array(fc.oneof({ weight: 3, arbitrary: fc.string() }, fc.constant(null)), {
      maxLength: 80,
    });
    fc.assert(
      fc.property(operations, (pushes) => {
        const window = new SlidingAggregate<string>((older, newer) => older + newer);
        const twin: string[] = [];
        for (const pushed of pushes) {
          if (pushed !== null) twin.push(pushed);
          else if (twin.length === 0) continue;
          if (pushed === null) {
            twin.shift();
            window.shift();
          } else window.push(pushed);
          expect(window.value()).toBe(twin.length === 0 ? undefined : twin.join(""));
          expect(window.value()).toBe(twin.length === 0 ? undefined : twin.join(""));
          expect(window.size).toBe(twin.length);
        }
      }),
    );
  });

  test("a push or a question combines once at most, a shift size - 2 times, and n operations 2n times", () => {
    let combined = 0;
    const cost = (operation: () => unknown): number => {
      const before = combined;
      operation();
      return combined - before;
    };
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom("push", "push", "shift", "value"), { maxLength: 200 }),
        (names) => {
          const window = new SlidingAggregate<number>((x, y) => {
            combined++;
            return Math.max(x, y);
          });
          combined = 0;
          let operations = 0;
          for (const name of names) {
            if (name === "shift" && window.size === 0) continue;
            operations++;
            if (name === "push") expect(cost(() => window.push(operations))).toBeLessThanOrEqual(1);
            else if (name === "value") expect(cost(() => window.value())).toBeLessThanOrEqual(1);
            else {
              const { size } = window;
              expect(cost(() => window.shift())).toBeLessThanOrEqual(Math.max(0, size - 2));
            }
            expect(combined).toBeLessThanOrEqual(2 * operations);
          }
        },
      ),
    );
  });

  test("one element is never combined with anything", () => {
    const window = new SlidingAggregate<unknown>(fail);
    for (const element of [0, "", NaN, null, undefined, -0, false, {}]) {
      window.push(element);
      expect(window.size).toBe(1);
      expect(Object.is(window.value(), element)).toBe(true);
      window.shift();
      expect(window.size).toBe(0);
      expect(window.value()).toBeUndefined();
    }
  });

  test("elements that are undefined or falsy are elements like any other", () => {
    const window = new SlidingAggregate<readonly unknown[]>((older, newer) => [...older, ...newer]);
    const values = [undefined, 0, "", null, NaN, -0];
    for (const value of values) window.push([value]);
    for (const i of values.keys()) {
      expect(window.value()).toEqual(values.slice(i));
      window.shift();
    }
    const nothing = new SlidingAggregate<undefined>(() => undefined);
    nothing.push(undefined);
    nothing.push(undefined);
    nothing.shift();
    expect(nothing.size).toBe(1);
  });

  test("if combining throws, the queue is as it was", () => {
    fc.assert(
      fc.property(fc.array(fc.boolean(), { maxLength: 40 }), fc.nat(40), (pushes, bad) => {
        let calls = 0;
        const window = new SlidingAggregate<Window>((older, newer) => {
          if (calls++ === bad) throw new Error("raised");
          return join(older, newer);
        });
        let [start, end] = [0, 0];
        for (const push of pushes) {
          if (!push && start === end) continue;
          const step = (): void => (push ? window.push({ start: end, end: end + 1 }) : window.shift());
          const raised = calls <= bad;
          try {
            step();
          } catch {
            expect(raised && calls > bad).toBe(true);
            expect(window.size).toBe(end - start);
            step();
          }
          if (push) end++;
          else start++;
        }
        calls = Infinity;
        expect(window.size).toBe(end - start);
        expect(window.value()).toEqual(start < end ? { start, end } : undefined);
      }),
    );
  });

  test("there is nothing to drop from an empty window", () => {
    const window = new SlidingAggregate<number>(fail);
    expect(() => window.shift()).toThrow(new RangeError("shift(): the window is empty"));
    window.push(1);
    window.shift();
    expect(() => window.shift()).toThrow(new RangeError("shift(): the window is empty"));
    expect(window.size).toBe(0);
  });
});

/** A summary that insists on being used as it is written: in order, each index once, and asked only when it may be. */
class WatchedSummary implements Summary {
  start = 0;
  end = 0;
  asks = 0;
  private readonly good: (start: number, end: number) => boolean;
  private readonly rules: { whileAdding: boolean; whenEmpty: () => boolean | undefined };

  constructor(
    good: (start: number, end: number) => boolean,
    rules: { whileAdding: boolean; whenEmpty: () => boolean | undefined },
  ) {
    this.good = good;
    this.rules = rules;
  }

  add(index: number): void {
    if (index !== this.end) throw new Error(`${index} enters where ${this.end} should`);
    if (this.start < this.end && this.good(this.start, this.end) !== this.rules.whileAdding)
      throw new Error(`${index} enters too early`);
    this.end++;
  }

  remove(index: number): void {
    if (index !== this.start || this.start >= this.end) throw new Error(`${index} leaves out of turn`);
    this.start++;
  }

  holds(): boolean {
    this.asks++;
    const answer = this.start < this.end ? this.good(this.start, this.end) : this.rules.whenEmpty();
    if (answer === undefined) throw new Error("asked about the empty window");
    return answer;
  }

  expectAtMost({ adds, removes, asks }: { adds: number; removes: number; asks: number }): void {
    if (this.end > adds || this.start > removes || this.asks > asks)
      expect.unreachable(`${this.end} adds, ${this.start} removes, ${this.asks} questions`);
  }
}

function sumAtMost(xs: readonly number[], limit: number): Summary {
  let total = 0;
  return {
    add: (i) => (total += xs[i]!),
    remove: (i) => (total -= xs[i]!),
    holds: () => total <= limit,
  };
}

function differentAtMost(xs: readonly number[], k: number): Summary {
  const counts = new Map<number, number>();
  return {
    add: (i) => counts.set(xs[i]!, (counts.get(xs[i]!) ?? 0) + 1),
    remove: (i) => {
      const left = counts.get(xs[i]!)! - 1;
      if (left === 0) counts.delete(xs[i]!);
      else counts.set(xs[i]!, left);
    },
    holds: () => counts.size <= k,
  };
}

function sum(xs: readonly number[]): number {
  return xs.reduce((x, y) => x + y, 0);
}

/** All windows of 0 to n - 1 but the empty ones, by start. */
function everyWindow(n: number): Window[] {
  const windows: Window[] = [];
  for (let start = 0; start < n; start++)
    for (let end = start + 1; end <= n; end++) windows.push({ start, end });
  return windows;
}

/** All arrays of these values, up to a length. */
function* everyArray<T>(values: readonly T[], longest: number): Generator<T[]> {
  yield [];
  if (longest > 0)
    for (const shorter of everyArray(values, longest - 1)) for (const x of values) yield [...shorter, x];
}

function everyOrder(values: readonly number[]): number[][] {
  if (values.length === 0) return [[]];
  return values.flatMap((first) =>
    everyOrder(values.filter((x) => x !== first)).map((rest) => [first, ...rest]),
  );
}

function expectSame(found: Float64Array, expected: readonly number[]): void {
  if (found.length !== expected.length || !expected.every((x, i) => Object.is(x, found[i])))
    expect.unreachable(`${found.join()} instead of ${expected.join()}`);
}

function fail(): never {
  throw new Error("must not be called");
}

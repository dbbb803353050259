import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { seededRandom } from "#lab/problem/random.ts";
import { BinaryHeap } from "./binary-heap.ts";

const ascending = (a: number, b: number): number => a - b;
const floorLog2 = (n: number): number => 31 - Math.clz32(n);

function drained<T>(heap: BinaryHeap<T>): (T | undefined)[] {
  const items = [];
  while (heap.size > 0) items.push(heap.pop());
  return items;
}

function pushedInto<T>(heap: BinaryHeap<T>, items: readonly T[]): BinaryHeap<T> {
  for (const item of items) heap.push(item);
  return heap;
}

function same(out: readonly unknown[], expected: readonly unknown[]): boolean {
  return out.length === expected.length && out.every((value, i) => value === expected[i]);
}

/** Every array of at most `length` elements 0 to `values` - 1. */
function* arrays(length: number, values: number): Generator<number[]> {
  for (let n = 0; n <= length; n++) {
    for (let code = 0; code < values ** n; code++) {
      yield Array.from({ length: n }, (_, i) => Math.floor(code / values ** i) % values);
    }
  }
}

/** A comparison that counts its calls, and throws in the call with the number `failAt`. */
function watched<T>(order: (a: T, b: T) => number) {
  const compare = (a: T, b: T): number => {
    watch.calls++;
    if (watch.calls === watch.failAt) throw new Error("no comparison");
    return order(a, b);
  };
  const during = (run: () => unknown): number => {
    const before = watch.calls;
    run();
    return watch.calls - before;
  };
  const watch = { calls: 0, failAt: Infinity, compare, during };
  return watch;
}

describe("in a small world", () => {
  test("the least element comes out first, whatever went in, one by one or all at once", () => {
    for (const items of arrays(7, 3)) {
      const sorted = items.toSorted(ascending);
      for (const heap of [pushedInto(new BinaryHeap(ascending), items), new BinaryHeap(ascending, items)]) {
        const out = drained(heap);
        if (!same(out, sorted)) expect({ items, out }).toBe(sorted);
      }
    }
  });

  test("every sequence of pushes and pops is that of a sorted array", () => {
    for (const steps of arrays(7, 4)) {
      const heap = new BinaryHeap(ascending);
      const twin: number[] = [];
      for (const step of steps) {
        if (step === 3) {
          const [popped, expected] = [heap.pop(), twin.shift()];
          if (popped !== expected) expect({ steps, popped }).toBe(expected);
        } else {
          heap.push(step);
          twin.push(step);
          twin.sort(ascending);
        }
        if (heap.size !== twin.length || heap.peek() !== twin[0])
          expect({ steps, peek: heap.peek(), size: heap.size }).toEqual({ peek: twin[0], size: twin.length });
      }
    }
  });
});

describe("at any size", () => {
  test("a heap of many elements is emptied in order", () => {
    const many = fc.array(fc.integer({ min: 0, max: 999 }), { maxLength: 1200, size: "max" });
    fc.assert(
      fc.property(many, many, (first, later) => {
        const heap = pushedInto(new BinaryHeap(ascending, first), later);
        const half = heap.size >> 1;
        const front = Array.from({ length: half }, () => heap.pop());
        const sorted = [...first, ...later].sort(ascending);
        expect(front).toEqual(sorted.slice(0, half));
        expect(heap.peek()).toBe(sorted[half]);
        heap.push(-1);
        expect(drained(heap)).toEqual([-1, ...sorted.slice(half)]);
      }),
      { numRuns: 30 },
    );
  });

  test("elements are kept as they are, and equal ones each come out once", () => {
    const elements = fc.array(fc.record({ rank: fc.integer({ min: 0, max: 5 }) }), { maxLength: 40 });
    fc.assert(
      fc.property(elements, (items) => {
        const out = drained(new BinaryHeap((a, b) => a.rank - b.rank, items));
        expect(new Set(out)).toEqual(new Set(items));
        expect(out.map((item) => item!.rank)).toEqual(items.map((item) => item.rank).sort(ascending));
      }),
    );
  });

  test("strings come out by code units, those that other structures trip over too", () => {
    const words = ["constructor", "", "__proto__", "\ud800", "0", "toString", "\udc00", "-0"];
    const byCodeUnits = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
    expect(drained(new BinaryHeap(byCodeUnits, words))).toEqual([...words].sort());
  });

  test("infinities and both zeros are ordered by a comparison that orders them", () => {
    const order = [-Infinity, -1, -0, 0, 1e-300, Infinity];
    const compare = (a: number, b: number): number =>
      order.findIndex((x) => Object.is(x, a)) - order.findIndex((x) => Object.is(x, b));
    expect(drained(new BinaryHeap(compare, order.toReversed()))).toEqual(order);
  });
});

describe("empty, and elements that look like nothing", () => {
  test("an empty heap has size 0, and undefined to show and to give", () => {
    const heap = new BinaryHeap<string>(() => 0);
    expect([heap.size, heap.peek(), heap.pop(), heap.size]).toEqual([0, undefined, undefined, 0]);
    heap.push("x");
    expect([heap.size, heap.pop(), heap.pop(), heap.size]).toEqual([1, "x", undefined, 0]);
  });

  test("falsy elements are elements", () => {
    const nothings = [undefined, null, NaN, 0, -0, "", false, 0n];
    for (let first = 0; first < nothings.length; first++) {
      const turned = [...nothings.slice(first), ...nothings.slice(0, first)];
      const rank = (x: unknown): number => nothings.findIndex((y) => Object.is(x, y));
      const compare = (a: unknown, b: unknown): number => rank(a) - rank(b);
      expect(drained(new BinaryHeap(compare, turned))).toEqual(nothings);
      expect(drained(pushedInto(new BinaryHeap(compare), turned))).toEqual(nothings);
    }
  });

  test("the size tells an undefined element from an empty heap", () => {
    const heap = new BinaryHeap<string | undefined>(() => 0, [undefined]);
    expect([heap.size, heap.peek(), heap.size]).toEqual([1, undefined, 1]);
    expect([heap.pop(), heap.size]).toEqual([undefined, 0]);
  });
});

describe("what it is built from", () => {
  test("any iterable will do, holes in an array being undefined", () => {
    function* numbers(): Generator<number> {
      yield* [3, 1, 2];
    }
    const text = (a: unknown, b: unknown): number => (String(a) < String(b) ? -1 : 1);
    expect(drained(new BinaryHeap(ascending, numbers()))).toEqual([1, 2, 3]);
    expect(drained(new BinaryHeap(ascending, new Set([3, 1, 2])))).toEqual([1, 2, 3]);
    expect(drained(new BinaryHeap(text, "heap"))).toEqual(["a", "e", "h", "p"]);
    // eslint-disable-next-line no-sparse-arrays -- holes are what is tested
    expect(drained(new BinaryHeap(text, ["z", , "a"]))).toEqual(["a", undefined, "z"]);
  });

  test("the array is left alone, and may be changed afterwards", () => {
    const items = Object.freeze([3, 1, 2]);
    expect(drained(new BinaryHeap(ascending, items))).toEqual([1, 2, 3]);
    const changing = [3, 1, 2];
    const heap = new BinaryHeap(ascending, changing);
    changing.length = 0;
    expect(drained(heap)).toEqual([1, 2, 3]);
  });
});

describe("comparisons, counted", () => {
  test("none is made where there is nothing to compare", () => {
    const never = (): number => {
      throw new Error("it was called");
    };
    const heap = new BinaryHeap<number>(never, [7]);
    expect([heap.peek(), heap.pop(), heap.pop(), heap.peek()]).toEqual([7, 7, undefined, undefined]);
    heap.push(8);
    expect([heap.size, heap.pop()]).toEqual([1, 8]);
    expect(new BinaryHeap<number>(never).size).toBe(0);
  });

  test("only elements that are inside are compared, and none with itself", () => {
    const items = Array.from({ length: 700 }, (_, i) => ({ key: (i * 263) % 701 }));
    const inside = new Set<object>();
    const compare = (a: { key: number }, b: { key: number }): number => {
      if (!inside.has(a) || !inside.has(b) || a === b) expect.fail("that is no pair of elements");
      return a.key - b.key;
    };
    for (const item of items) inside.add(item);
    const heap = new BinaryHeap(compare, items);
    while (heap.size > 350) inside.delete(heap.pop()!);
    for (const item of items.filter((item) => !inside.has(item))) {
      inside.add(item);
      heap.push(item);
      inside.delete(heap.pop()!);
    }
  });

  /** Rising, falling, equal, and in an order of chance. */
  const shapes = (n: number): number[][] => [
    Array.from({ length: n }, (_, i) => i),
    Array.from({ length: n }, (_, i) => -i),
    Array.from({ length: n }, () => 0),
    seededRandom(n).shuffled(Array.from({ length: n }, (_, i) => i)),
  ];
  const sizes = [...Array.from({ length: 34 }, (_, n) => n), 255, 256, 257, 1023, 1024, 1025];

  test("a push to make n takes at most floor(log2 n), a pop to leave n at most 2 floor(log2 n)", () => {
    for (const items of sizes.flatMap(shapes)) {
      const watch = watched(ascending);
      const heap = new BinaryHeap(watch.compare);
      for (const [i, item] of items.entries()) {
        const calls = watch.during(() => heap.push(item));
        if (calls > floorLog2(i + 1)) expect({ items, calls }).toBe(floorLog2(i + 1));
      }
      for (let left = items.length - 1; left > 0; left--) {
        const calls = watch.during(() => heap.pop());
        if (calls > 2 * floorLog2(left)) expect({ items, calls }).toBe(2 * floorLog2(left));
      }
    }
  });

  test("building from n > 0 elements takes fewer than 2n", () => {
    for (const items of sizes.flatMap(shapes)) {
      const watch = watched(ascending);
      new BinaryHeap(watch.compare, items);
      if (items.length > 0) expect(watch.calls).toBeLessThan(2 * items.length);
    }
  });

  test("among equals a push takes one, and a pop one a level and one more", () => {
    const watch = watched(() => 0);
    const heap = new BinaryHeap(watch.compare, [0]);
    const pushes = Array.from({ length: 500 }, (_, i) => watch.during(() => heap.push(i)));
    expect(new Set(pushes)).toEqual(new Set([1]));
    for (let left = heap.size - 1; left > 0; left--) {
      const calls = watch.during(() => heap.pop());
      if (calls > floorLog2(left) + 1) expect({ left, calls }).toBe(floorLog2(left) + 1);
    }
  });

  test("emptying a heap of n in an order of chance takes less than 1.1 n log2 n", () => {
    const n = 4096;
    const watch = watched(ascending);
    const heap = pushedInto(new BinaryHeap(watch.compare), shapes(n)[3]!);
    expect(watch.calls).toBeLessThan(2.7 * n);
    expect(watch.during(() => drained(heap))).toBeLessThan(1.1 * n * Math.log2(n));
  });
});

describe("comparisons that misbehave", () => {
  test.each([2, 3, 4, 5, 6, 7, 12, 30, 700])("one that throws leaves a heap of %d as it was", (n) => {
    const items = seededRandom(n).shuffled(Array.from({ length: n }, (_, i) => i));
    for (const change of ["push", "pop"] as const) {
      for (let call = 1; ; call++) {
        const watch = watched(ascending);
        const heap = new BinaryHeap(watch.compare, items);
        watch.failAt = watch.calls + call;
        try {
          if (change === "push") heap.push(-1);
          else heap.pop();
          break;
        } catch {
          expect(heap.size).toBe(n);
          expect(drained(heap)).toEqual(items.toSorted(ascending));
        }
      }
    }
  });

  test("what one throws is passed on, by the constructor too", () => {
    const watch = watched(ascending);
    const heap = new BinaryHeap(watch.compare, [1, 2, 3]);
    for (const run of [
      () => heap.push(0),
      () => heap.pop(),
      () => new BinaryHeap(watch.compare, [1, 2, 3]),
    ]) {
      watch.failAt = watch.calls + 1;
      expect(run).toThrow(new Error("no comparison"));
    }
  });

  test("after a failure the heap goes on as if nothing had been", () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 0, max: 9 }), { maxLength: 30 }),
        fc.array(fc.nat(40), { maxLength: 20 }),
        (items, failures) => {
          const watch = watched(ascending);
          const heap = new BinaryHeap(watch.compare, items);
          for (const call of failures) {
            watch.failAt = watch.calls + call;
            const before = heap.size;
            try {
              heap.push(heap.pop() ?? 5);
            } catch {
              // Either the pop has failed, or the push of what it gave.
            }
            expect([before, before - 1, before + 1]).toContain(heap.size);
          }
          watch.failAt = Infinity;
          const out = drained(heap) as number[];
          expect(out).toEqual(out.toSorted(ascending));
        },
      ),
    );
  });

  const random = seededRandom(1);
  test.each<[string, (a: number, b: number) => number]>([
    ["NaN", () => NaN],
    ["-1", () => -1],
    ["1", () => 1],
    ["Infinity or -Infinity", (a, b) => (a - b) * Infinity],
    ["chance", () => random.integer(-1, 1)],
    ["nothing", () => undefined as unknown as number],
    ["what turns in a circle", (a, b) => ((a - b + 3) % 3) - 1],
  ])("whatever a comparison returns, each element comes out once: %s", (_, compare) => {
    for (const n of [1, 2, 3, 4, 10, 600]) {
      const items = Array.from({ length: n }, (_, i) => i);
      expect(new Set(drained(new BinaryHeap(compare, items)))).toEqual(new Set(items));
      const out = drained(pushedInto(new BinaryHeap(compare), items));
      expect([out.length, new Set(out)]).toEqual([n, new Set(items)]);
    }
  });

  test("NaN counts as 0: where it is returned, either may come first", () => {
    const halves = (a: number, b: number): number => (a >> 1 === b >> 1 ? NaN : a - b);
    for (const items of arrays(6, 4)) {
      const out = drained(new BinaryHeap(halves, items)).map((x) => x! >> 1);
      const sorted = items.map((x) => x >> 1).sort(ascending);
      if (out.join() !== sorted.join()) expect({ items, out }).toBe(sorted);
    }
  });
});

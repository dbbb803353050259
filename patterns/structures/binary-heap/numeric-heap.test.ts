import fc from "fast-check";
import { afterEach, describe, expect, test, vi } from "vitest";
import { seededRandom } from "#lab/problem/random.ts";
import { NumericHeap } from "./numeric-heap.ts";

const ascending = (a: number, b: number): number => a - b;
const floorLog2 = (n: number): number => 31 - Math.clz32(n);

function same(out: readonly unknown[], expected: readonly unknown[]): boolean {
  return out.length === expected.length && out.every((value, i) => value === expected[i]);
}

/** The keys, as the table has them, of the ids as they come out; each id may come out once. */
function drainedKeys(heap: NumericHeap, table: ArrayLike<number>): number[] {
  const seen = new Uint8Array(table.length);
  const keys = [];
  while (heap.size > 0) {
    const id = heap.pop()!;
    if (seen[id] !== 0) expect.fail(`id ${id} comes out twice, or was never inside`);
    seen[id] = 1;
    keys.push(table[id]!);
  }
  return keys;
}

function pushed(keys: ArrayLike<number>): NumericHeap {
  const heap = new NumericHeap();
  for (let id = 0; id < keys.length; id++) heap.push(id, keys[id]!);
  return heap;
}

function* arrays(length: number, values: number): Generator<number[]> {
  for (let n = 0; n <= length; n++) {
    for (let code = 0; code < values ** n; code++) {
      yield Array.from({ length: n }, (_, i) => Math.floor(code / values ** i) % values);
    }
  }
}

describe("in a small world", () => {
  test("the id with the least key comes out first, pushed one by one or all at once", () => {
    for (const keys of arrays(7, 3)) {
      const sorted = keys.toSorted(ascending);
      for (const heap of [pushed(keys), NumericHeap.from(keys)]) {
        const out = drainedKeys(heap, keys);
        if (!same(out, sorted)) expect({ keys, out }).toBe(sorted);
      }
    }
  });

  test("every sequence of pushes, pops and looks is that of a sorted array", () => {
    const [pop, look] = [3, 4];
    for (const steps of arrays(6, 5)) {
      const heap = new NumericHeap();
      const table: number[] = [];
      const twin: number[] = [];
      for (const step of steps) {
        let seen: (number | undefined)[] = [];
        let expected: (number | undefined)[] = [];
        if (step === pop) {
          const id = heap.pop();
          [seen, expected] = [[id === undefined ? undefined : table[id]], [twin.shift()]];
        } else if (step === look) {
          const id = heap.peek();
          seen = [id === undefined ? undefined : table[id], heap.peekKey()];
          expected = [twin[0], twin[0]];
        } else {
          heap.push(table.push(step) - 1, step);
          twin.push(step);
          twin.sort(ascending);
        }
        if (heap.size !== twin.length || !same(seen, expected))
          expect({ steps, seen, size: heap.size }).toEqual({ seen: expected, size: twin.length });
      }
    }
  });

  test("both ways of looking agree, in either order, right after a pop", () => {
    for (const keys of arrays(5, 3)) {
      for (const keyFirst of [true, false]) {
        const heap = pushed(keys);
        heap.pop();
        const sorted = keys.toSorted(ascending);
        const key = keyFirst ? heap.peekKey() : undefined;
        const id = heap.peek();
        expect([keyFirst ? key : heap.peekKey(), id === undefined ? id : keys[id]]).toEqual([
          sorted[1],
          sorted[1],
        ]);
      }
    }
  });
});

describe("at any size", () => {
  const numbers = fc.array(fc.double({ noNaN: true }), { maxLength: 300, size: "max" });

  test("any number but NaN is a key", () => {
    fc.assert(
      fc.property(numbers, (keys) => {
        const sorted = Array.from(Float64Array.from(keys).sort(), (key) => key + 0);
        const plain = (out: number[]): number[] => out.map((key) => key + 0);
        expect(plain(drainedKeys(NumericHeap.from(keys), keys))).toEqual(sorted);
        expect(plain(drainedKeys(pushed(keys), keys))).toEqual(sorted);
      }),
      { numRuns: 50 },
    );
  });

  test("pushes and pops in any order, by thousands, are those of a sorted array", () => {
    const random = seededRandom(5);
    for (const limit of [3, 17, 33, 500]) {
      const heap = new NumericHeap();
      const table: number[] = [];
      const twin: number[] = [];
      for (let step = 0; step < 3000; step++) {
        if (random.integer(0, 2 * limit) > twin.length) {
          const key = random.integer(-limit, limit);
          heap.push(table.push(key) - 1, key);
          const place = twin.findIndex((other) => other > key);
          twin.splice(place < 0 ? twin.length : place, 0, key);
        } else {
          const id = heap.pop();
          const expected = twin.shift();
          if ((id === undefined ? id : table[id]) !== expected) expect({ limit, step, id }).toBe(expected);
        }
        if (heap.size !== twin.length) expect({ step, size: heap.size }).toBe(twin.length);
      }
    }
  });

  test("a heap made of n keys takes more of them, for every n up to 40", () => {
    for (let n = 0; n <= 40; n++) {
      const keys = Array.from({ length: n }, (_, i) => (i * 29) % 41);
      const heap = NumericHeap.from(keys);
      for (let i = 0; i < 50; i++) heap.push(n + i, (keys[n + i] = (i * 31) % 53));
      expect(drainedKeys(heap, keys)).toEqual(keys.toSorted(ascending));
    }
  });
});

describe("what goes in", () => {
  test("an empty heap has size 0, and undefined to show and to give", () => {
    for (const heap of [new NumericHeap(), NumericHeap.from([])]) {
      for (let round = 0; round < 3; round++) {
        expect([heap.size, heap.peek(), heap.peekKey(), heap.pop(), heap.pop(), heap.size]).toEqual([
          0,
          undefined,
          undefined,
          undefined,
          undefined,
          0,
        ]);
        heap.push(7, round);
        expect([heap.size, heap.peek(), heap.peekKey(), heap.pop(), heap.size]).toEqual([1, 7, round, 7, 0]);
      }
    }
  });

  test("id 0 and key 0 are an entry, and -2, 0, 1 come out as they are", () => {
    const heap = new NumericHeap();
    heap.push(0, 0);
    expect([heap.size, heap.peek(), heap.peekKey(), heap.pop(), heap.pop()]).toEqual([1, 0, 0, 0, undefined]);
    expect(drainedKeys(NumericHeap.from([1, -2, 0]), [1, -2, 0])).toEqual([-2, 0, 1]);
  });

  test("ids are integers of 32 bits, and may repeat", () => {
    const heap = new NumericHeap();
    for (const id of [2 ** 31 - 1, -(2 ** 31), -1, 5, 5]) heap.push(id, id);
    expect(Array.from({ length: 5 }, () => heap.pop())).toEqual([-(2 ** 31), -1, 5, 5, 2 ** 31 - 1]);
  });

  test("infinities are keys, and minus zero is zero", () => {
    const heap = NumericHeap.from(new Set([Infinity, 3, -Infinity]));
    expect([heap.peekKey(), heap.pop(), heap.pop(), heap.peekKey(), heap.pop()]).toEqual([
      -Infinity,
      2,
      1,
      Infinity,
      0,
    ]);
    const zeros = pushed([0, -0, 0, -0, -1]);
    expect(zeros.pop()).toBe(4);
    expect(zeros.size).toBe(4);
  });

  test.each([
    [5, NaN, "push(5, NaN): a key is a number, and not NaN"],
    [5, undefined as unknown as number, "push(5, undefined): a key is a number, and not NaN"],
    [5, null as unknown as number, "push(5, null): a key is a number, and not NaN"],
    [5, "1" as unknown as number, "push(5, 1): a key is a number, and not NaN"],
    [0.5, 1, "push(0.5, 1): an id is an integer of 32 bits"],
    [2 ** 31, 1, "push(2147483648, 1): an id is an integer of 32 bits"],
    [-(2 ** 31) - 1, 1, "push(-2147483649, 1): an id is an integer of 32 bits"],
    [NaN, 1, "push(NaN, 1): an id is an integer of 32 bits"],
    [undefined as unknown as number, 1, "push(undefined, 1): an id is an integer of 32 bits"],
  ])("push(%s, %s) is refused, and nothing has changed", (id, key, message) => {
    const heap = pushed([4, 2, 3]);
    expect(() => heap.push(id, key)).toThrow(new RangeError(message));
    heap.pop();
    expect(() => heap.push(id, key)).toThrow(new RangeError(message));
    expect([heap.size, heap.pop(), heap.pop(), heap.pop()]).toEqual([2, 2, 0, undefined]);
  });

  test("from refuses NaN, and says where it stands", () => {
    expect(() => NumericHeap.from([1, 0, NaN, NaN])).toThrow(
      new RangeError("from: key 2 is NaN; a key is a number, and not NaN"),
    );
    expect(() => NumericHeap.from([NaN])).toThrow(
      new RangeError("from: key 0 is NaN; a key is a number, and not NaN"),
    );
    expect(() => NumericHeap.from([1, null as unknown as number])).toThrow("from: key 1 is null; ");
  });

  test("the array it is made from is left alone, and may be changed afterwards", () => {
    const keys = Float64Array.of(3, 1, 2);
    const heap = NumericHeap.from(keys);
    expect(keys).toEqual(Float64Array.of(3, 1, 2));
    keys.fill(0);
    expect([heap.pop(), heap.peekKey(), heap.pop(), heap.pop()]).toEqual([1, 2, 2, 0]);
  });
});

describe("keys read, counted", () => {
  afterEach(() => {
    vi.unstubAllGlobals();
  });

  /** From now on, every new Float64Array counts how often a number is read from it. */
  function countReads(): { reads: number; during(run: () => void): number } {
    const counter = {
      reads: 0,
      during(run: () => void): number {
        const before = counter.reads;
        run();
        return counter.reads - before;
      },
    };
    const counting = (array: Float64Array): Float64Array =>
      new Proxy(array, {
        get(target, name) {
          const value: unknown = Reflect.get(target, name);
          if (typeof name === "string" && /^\d+$/.test(name)) counter.reads++;
          return typeof value === "function" ? (value.bind(target) as unknown) : value;
        },
        set: (target, name, value) => Reflect.set(target, name, value),
      });
    const Plain = Float64Array;
    const constructor = function (length: number): Float64Array {
      return counting(new Plain(length));
    };
    const from = (keys: Iterable<number>, map: (key: number, i: number) => number): Float64Array =>
      counting(Plain.from(keys, map));
    vi.stubGlobal("Float64Array", Object.assign(constructor, { from }));
    return counter;
  }

  const n = 255;
  const orders = [
    Array.from({ length: n }, (_, i) => i),
    Array.from({ length: n }, (_, i) => -i),
    Array.from({ length: n }, () => 0),
    seededRandom(3).shuffled(Array.from({ length: n }, (_, i) => i)),
  ];

  test("a push to make n reads at most floor(log2 n), a pop and the look after it three a level", () => {
    for (const keys of orders) {
      const counter = countReads();
      const heap = NumericHeap.from(Array.from({ length: 256 }, () => Infinity));
      while (heap.size > 0) heap.pop();
      heap.peek(); // The room is there: nothing is copied from now on.
      for (let i = 0; i < n; i++) {
        const reads = counter.during(() => heap.push(i, keys[i]!));
        if (reads > floorLog2(i + 1)) expect({ keys, i, reads }).toBe(floorLog2(i + 1));
      }
      for (let left = n - 1; left > 0; left--) {
        const reads = counter.during(() => {
          heap.pop();
          heap.peek();
        });
        const most = 3 * floorLog2(left) + 3;
        if (reads > most) expect({ keys, left, reads }).toBe(most);
      }
    }
  });

  test("a push after a pop reads three a level at most, and nothing else is moved for the pop", () => {
    const counter = countReads();
    const heap = NumericHeap.from(orders[3]!);
    for (let i = 0; i < 200; i++) {
      expect(counter.during(() => heap.pop())).toBe(0);
      expect(counter.during(() => heap.push(i, 5000 + i))).toBeLessThanOrEqual(3 * floorLog2(n) + 3);
    }
    expect(counter.during(() => heap.peekKey())).toBe(1);
  });

  test("a key that equals its parent's or its children's stays: a push reads one of them, after a pop two or three", () => {
    const counter = countReads();
    const heap = NumericHeap.from(Array.from({ length: 100 }, () => 5));
    heap.push(0, 5); // Makes room for more.
    expect(counter.during(() => heap.push(0, 5))).toBe(1);
    heap.pop();
    expect(counter.during(() => heap.push(0, 5))).toBe(3);
  });

  test("a heap of n keys is made with fewer than 5n reads", () => {
    for (const keys of orders) {
      const counter = countReads();
      NumericHeap.from(keys);
      expect(counter.reads).toBeLessThan(5 * n);
    }
  });
});

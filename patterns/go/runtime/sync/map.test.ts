/** Go's sync.Map against a plain Map, and under many schedules. Ideas: Go 1.23, sync/map_test.go. */
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type Go, run, shared, sleep, SyncMap } from "../runtime.ts";
import { everywhere, racesSomewhere, together } from "../seeds.ts";

type Key = "a" | "b" | "c";
type Step = readonly [name: string, key: Key, a: number, b: number];

function* inOurs(m: SyncMap<Key, number>, [name, key, a, b]: Step): Go<unknown> {
  switch (name) {
    case "load":
      return yield* m.load(key);
    case "store":
      return yield* m.store(key, a);
    case "loadOrStore":
      return yield* m.loadOrStore(key, a);
    case "loadAndDelete":
      return yield* m.loadAndDelete(key);
    case "delete":
      return yield* m.delete(key);
    case "swap":
      return yield* m.swap(key, a);
    case "compareAndSwap":
      return yield* m.compareAndSwap(key, a, b);
    case "compareAndDelete":
      return yield* m.compareAndDelete(key, a);
    default:
      return yield* m.clear();
  }
}

function inPlain(m: Map<Key, number>, [name, key, a, b]: Step): unknown {
  const found = [m.get(key), m.has(key)];
  switch (name) {
    case "load":
      return found;
    case "store":
      return void m.set(key, a);
    case "loadOrStore":
      if (!m.has(key)) m.set(key, a);
      return [m.get(key), found[1]];
    case "loadAndDelete":
      m.delete(key);
      return found;
    case "delete":
      return void m.delete(key);
    case "swap":
      m.set(key, a);
      return found;
    case "compareAndSwap":
      if (found[0] === a) m.set(key, b);
      return found[0] === a;
    case "compareAndDelete":
      return found[0] === a && m.delete(key);
    default:
      m.clear();
  }
}

const step = fc.tuple(
  fc.constantFrom(
    ...[
      "load",
      "store",
      "loadOrStore",
      "loadAndDelete",
      "delete",
      "swap",
      "compareAndSwap",
      "compareAndDelete",
    ],
    "clear",
  ),
  fc.constantFrom<Key>("a", "b", "c"),
  fc.nat(2),
  fc.nat(2),
);

test("does what a plain map does", () => {
  fc.assert(
    fc.property(fc.array(step, { maxLength: 30 }), (steps) => {
      const { value } = run(function* () {
        const m = new SyncMap<Key, number>();
        const results: unknown[] = [];
        for (const one of steps) results.push(yield* inOurs(m, one));
        const left: [Key, number][] = [];
        yield* m.range((...entry) => left.push(entry) > 0);
        return [results, left.sort()];
      });
      const plain = new Map<Key, number>();
      const results = steps.map((one) => inPlain(plain, one));
      expect(value).toEqual([results, [...plain].sort()]);
    }),
  );
});

test("of those who load or store, one stores and all have its value", () => {
  everywhere(
    function* () {
      const m = new SyncMap<string, number>();
      const got: [number, boolean][] = [];
      const part = (n: number) =>
        function* (): Go {
          got.push(yield* m.loadOrStore("k", n));
        };
      yield* together(part(1), part(2), part(3));
      return got;
    },
    (value) => {
      expect(new Set(value.map(([actual]) => actual)).size).toBe(1);
      expect(value.filter(([, loaded]) => !loaded)).toHaveLength(1);
    },
  );
});

describe("what it orders", () => {
  test("who finds a value, or finds it deleted, knows what was done before", () => {
    everywhere(function* () {
      const m = new SyncMap<string, number>();
      const x = shared(0, "x");
      const y = shared(0, "y");
      yield* m.store("y", 1);
      yield* together(
        function* () {
          yield* x.set(1);
          yield* m.store("x", 1);
          yield* y.set(1);
          yield* m.delete("y");
        },
        function* () {
          const [, stored] = yield* m.load("x");
          if (stored) yield* x.get();
          const [, there] = yield* m.load("y");
          if (!there) yield* y.get();
        },
      );
    });
  });

  test("who ranges knows what was done before each value was stored", () => {
    everywhere(function* () {
      const m = new SyncMap<string, number>();
      const x = shared(0);
      yield* together(
        function* () {
          yield* x.set(1);
          yield* m.store("x", 1);
        },
        () =>
          m.range(function* () {
            yield* x.get();
            return true;
          }),
      );
    });
  });

  test("who stores learns nothing of the one before", () => {
    const raced = racesSomewhere(function* () {
      const m = new SyncMap<string, number>();
      const x = shared(0);
      yield* together(
        function* () {
          yield* x.set(1);
          yield* m.store("k", 1);
        },
        function* () {
          yield* sleep(1);
          yield* m.store("k", 2);
          yield* x.get();
        },
      );
    });
    expect(raced).toBe(true);
  });
});

describe("keys and values that cannot be compared", () => {
  const refused: Record<string, (m: SyncMap<unknown, unknown>) => Go<unknown>> = {
    "hash of unhashable type []int": (m) => m.store([1], 1),
    "hash of unhashable type []string": (m) => m.load(["a"]),
    "hash of unhashable type func()": (m) => m.delete(() => 1),
    "comparing uncomparable type []int": (m) => m.compareAndSwap("k", [1], [2]),
    "comparing uncomparable type []bool": (m) => m.compareAndDelete("b", [true]),
  };

  test.each(Object.entries(refused))("panics: %s", (text, act) => {
    const { message } = run(function* () {
      const m = new SyncMap();
      yield* m.store("k", [1]);
      yield* m.store("b", [false]);
      yield* act(m);
    });
    expect(message).toBe(`runtime error: ${text}`);
  });
});

/** Go's typed atomics: one step each, and what they order. Ideas: Go 1.23, sync/atomic/atomic_test.go, value_test.go. */
import { describe, expect, test } from "vitest";
import {
  AtomicBool,
  AtomicInt64,
  AtomicPointer,
  AtomicValue,
  type Go,
  go,
  run,
  shared,
  sleep,
} from "../runtime.ts";
import { everywhere, outcomes, racesSomewhere, together } from "../seeds.ts";

describe("one step", () => {
  test("no addition is lost under any schedule", () => {
    everywhere(
      function* () {
        const n = new AtomicInt64();
        function* add(): Go {
          for (let i = 0; i < 5; i++) yield* n.add(2);
        }
        yield* together(add, add, add);
        return yield* n.load();
      },
      (value) => {
        expect(value).toBe(30);
      },
    );
  });

  test("a load and a store lose additions under some schedule", () => {
    const values = outcomes(function* () {
      const n = new AtomicInt64();
      function* add(): Go {
        yield* n.store((yield* n.load()) + 1);
      }
      yield* together(add, add);
      return yield* n.load();
    });
    expect(values).toEqual(new Set([1, 2]));
  });

  test("of those who compare and swap, one wins", () => {
    everywhere(
      function* () {
        const taken = new AtomicBool();
        let winners = 0;
        function* take(): Go {
          if (yield* taken.compareAndSwap(false, true)) winners++;
        }
        yield* together(take, take, take);
        return [winners, yield* taken.load()];
      },
      (value) => {
        expect(value).toEqual([1, true]);
      },
    );
  });

  test("swaps hand each value on once", () => {
    everywhere(
      function* () {
        const n = new AtomicInt64(1);
        const seen: number[] = [];
        const swapper = (value: number) =>
          function* (): Go {
            seen.push(yield* n.swap(value));
          };
        yield* together(swapper(2), swapper(3), swapper(4));
        return [...seen, yield* n.load()].sort();
      },
      (value) => {
        expect(value).toEqual([1, 2, 3, 4]);
      },
    );
  });
});

describe("what they order", () => {
  /** Whether `after` reads what `before` wrote without a race, under all schedules in which it reads. */
  function racesUnderSomeSeed(
    before: (n: AtomicInt64) => Go,
    after: (n: AtomicInt64) => Go<boolean>,
  ): boolean {
    return racesSomewhere(function* () {
      const n = new AtomicInt64();
      const x = shared(0, "x");
      yield* together(
        function* () {
          yield* x.set(1);
          yield* before(n);
        },
        function* () {
          if (yield* after(n)) yield* x.get();
        },
      );
    });
  }

  test("who loads a stored value knows what was done before the store", () => {
    expect(
      racesUnderSomeSeed(
        (n) => n.store(1),
        function* (n) {
          return (yield* n.load()) === 1;
        },
      ),
    ).toBe(false);
  });

  test("so does who swaps it away or replaces it", () => {
    expect(
      racesUnderSomeSeed(
        function* (n) {
          yield* n.add(1);
        },
        (n) => n.compareAndSwap(1, 2),
      ),
    ).toBe(false);
    expect(
      racesUnderSomeSeed(
        (n) => n.store(1),
        function* (n) {
          return (yield* n.swap(2)) === 1;
        },
      ),
    ).toBe(false);
  });

  const nothing: Record<string, (n: AtomicInt64) => readonly (() => Go<unknown>)[]> = {
    "a load tells others nothing": (n) => [() => n.load(), () => n.load()],
    "nor does a swap by comparison that failed": (n) => [() => n.compareAndSwap(9, 1), () => n.load()],
    "a store learns nothing": (n) => [() => n.store(1), () => n.store(2)],
    "what was replaced tells nothing any more": (n) => [() => n.store(1), () => n.store(2), () => n.load()],
  };

  test.each(Object.entries(nothing))("%s", (_, steps) => {
    const raced = racesSomewhere(function* () {
      const x = shared(0);
      // Time orders the steps, and tells nobody anything.
      const inTurn = steps(new AtomicInt64()).map(
        (step, i, { length }) =>
          function* (): Go {
            yield* sleep(i);
            if (i === 0) yield* x.set(1);
            yield* step();
            if (i === length - 1) yield* x.get();
          },
      );
      yield* together(...inTurn);
    });
    expect(raced).toBe(true);
  });

  test("atomic accesses do not race with each other", () => {
    everywhere(function* () {
      const n = new AtomicInt64();
      yield* together(
        () => n.store(1),
        () => n.store(2),
        function* () {
          yield* n.load();
        },
      );
    });
  });
});

describe("atomic.Pointer and atomic.Value", () => {
  test("a pointer is nil at first and compared by identity", () => {
    const { value } = run(function* () {
      const p = new AtomicPointer<{ x: number }>();
      const one = { x: 1 };
      const first = yield* p.load();
      yield* p.store(one);
      return [
        first,
        yield* p.compareAndSwap({ x: 1 }, one),
        yield* p.compareAndSwap(one, null),
        yield* p.load(),
      ];
    });
    expect(value).toEqual([null, false, true, null]);
  });

  test("a value is nil until the first store, and swaps give what was there", () => {
    const { value } = run(function* () {
      const v = new AtomicValue();
      const first = yield* v.load();
      const won = yield* v.compareAndSwap(null, "a");
      return [first, won, yield* v.swap("b"), yield* v.compareAndSwap("a", "c"), yield* v.load()];
    });
    expect(value).toEqual([null, true, "a", false, "b"]);
  });

  const refused: Record<string, (v: AtomicValue) => Go<unknown>> = {
    "store of nil value into Value": (v) => v.store(null),
    "swap of nil value into Value": (v) => v.swap(null),
    "compare and swap of nil value into Value": (v) => v.compareAndSwap(1, null),
    "store of inconsistently typed value into Value": (v) => v.store("x"),
    "swap of inconsistently typed value into Value": (v) => v.swap([]),
    "compare and swap of inconsistently typed values": (v) => v.compareAndSwap(1, "x"),
    "compare and swap of inconsistently typed value into Value": (v) => v.compareAndSwap("x", "y"),
  };

  test.each(Object.entries(refused))("panics: %s", (text, act) => {
    const { message } = run(function* () {
      const v = new AtomicValue();
      yield* v.store(1);
      yield* act(v);
    });
    expect(message).toBe(`sync/atomic: ${text}`);
  });

  test("values that cannot be compared cannot be swapped by comparison", () => {
    const { message } = run(function* () {
      const v = new AtomicValue();
      yield* v.store([1]);
      yield* v.compareAndSwap([1], [2]);
    });
    expect(message).toBe("runtime error: comparing uncomparable type []int");
  });
});

test("spinning on a flag ends under every schedule", () => {
  everywhere(
    function* () {
      const ready = new AtomicBool();
      const x = shared(0);
      go(function* () {
        yield* x.set(7);
        yield* ready.store(true);
      });
      while (!(yield* ready.load())) continue;
      return yield* x.get();
    },
    (value) => {
      expect(value).toBe(7);
    },
  );
});

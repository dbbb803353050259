import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { everySchedule } from "../schedules.ts";
import {
  explore,
  go,
  type Go,
  goLike,
  int,
  makeChan,
  Millisecond,
  nilChan,
  range,
  recv,
  type RecvChan,
  run,
  seeded,
  select,
  send,
  sleep,
  unit,
  WaitGroup,
} from "../runtime/runtime.ts";
import { collect, deal, fanOut, inTurn, merge, type Stage } from "./fan-out-fan-in.ts";

const never = nilChan<unknown>();

/** A stage that gives ten times each value, after as long as `duration` says. */
function tenfold(
  done: RecvChan<unknown>,
  duration: (value: number) => number = () => 0,
): Stage<number, number> {
  return (from) => {
    const to = makeChan(int);
    go(function* worker() {
      for (;;) {
        const next = yield* select(recv(done), recv(from));
        if (next.index === 0 || !next.ok) break;
        yield* sleep(duration(next.value));
        const { index } = yield* select(recv(done), send(to, 10 * next.value));
        if (index === 0) break;
      }
      yield* to.close();
    });
    return to;
  };
}

function of(values: readonly number[], done: RecvChan<unknown> = never): RecvChan<number> {
  const c = makeChan(int);
  go(function* source() {
    for (const value of values) {
      const { index } = yield* select(recv(done), send(c, value));
      if (index === 0) break;
    }
    yield* c.close();
  });
  return c;
}

function* all<T>(from: RecvChan<T>): Go<T[]> {
  const values: T[] = [];
  for (const each = range(from); yield* each.next();) values.push(each.value);
  return values;
}

function upTo(n: number): number[] {
  return [...Array(n).keys()];
}

function ascending(values: readonly number[]): number[] {
  return values.toSorted((a, b) => a - b);
}

describe("merge", () => {
  const inputs = fc.array(fc.array(fc.nat(9), { maxLength: 4 }), { maxLength: 4 });

  test("gives every value of every input once, each input's in their order, and then ends", () => {
    fc.assert(
      fc.property(inputs, fc.nat(), fc.constantFrom(0, 1, 2, 4), (inputs, seed, procs) => {
        const policy = procs === 0 ? seeded(seed) : goLike({ procs, seed });
        const tagged = inputs.map((values, input) => values.map((_, i) => 10 * input + i));
        const outcome = run(
          function* () {
            return yield* all(
              yield* merge(
                never,
                int,
                tagged.map((values) => of(values)),
              ),
            );
          },
          { policy },
        );
        expect(outcome.errors).toBe("");
        expect(outcome.leaks()).toEqual([]);
        const merged = outcome.value!;
        expect(inputs.map((_, input) => merged.filter((x) => Math.floor(x / 10) === input))).toEqual(tagged);
      }),
    );
  });

  test("so it does under every schedule with few switches", () => {
    const found = explore(
      function* () {
        return yield* all(yield* merge(never, int, [of([1]), of([2])]));
      },
      {
        check({ value }) {
          expect(ascending(value!)).toEqual([1, 2]);
        },
      },
    );
    expect(found.failure?.message).toBeUndefined();
    expect(found.runs).toBeGreaterThan(1000);
  });

  test("is closed at once when there are no inputs, and never while one of them is nil", () => {
    const { value } = run(function* () {
      return yield* all(yield* merge(never, int, []));
    });
    expect(value).toEqual([]);
    const { message } = run(function* () {
      return yield* all(yield* merge(never, int, [nilChan<number>()]));
    });
    expect(message).toBe("all goroutines are asleep - deadlock!");
  });

  test("holds one value of each input while nobody reads", () => {
    everySchedule(
      function* () {
        const sent = [0, 0];
        const sources = sent.map((_, i) => {
          const c = makeChan(int);
          go(function* () {
            for (let value = 0; value < 5; value++) {
              yield* c.send(value);
              sent[i]!++;
            }
            yield* c.close();
          });
          return c;
        });
        const merged = yield* merge(never, int, sources);
        yield* sleep(Millisecond);
        const meanwhile = [...sent];
        yield* all(merged);
        return meanwhile;
      },
      (sent) => expect(sent).toEqual([1, 1]),
    );
  });
});

const ways = Object.entries({ fanOut, inTurn });

describe.each(ways)("%s", (name, way) => {
  test.each([
    [1, 3],
    [2, 0],
    [2, 5],
    [3, 7],
    [4, 2],
  ])("%i copies give the result of each of %i values once", (copies, n) => {
    everySchedule(
      function* () {
        return yield* all(yield* way(never, copies, of(upTo(n)), int, tenfold(never)));
      },
      (got) => expect(name === "inTurn" ? got : ascending(got)).toEqual(upTo(n).map((x) => 10 * x)),
    );
  });

  test("4 copies need 30 ms for 12 values of 10 ms", () => {
    everySchedule(
      function* () {
        const stage = tenfold(never, () => 10 * Millisecond);
        return yield* all(yield* way(never, 4, of(upTo(12)), int, stage));
      },
      (_, { time }) => expect(time).toBe(30 * Millisecond),
    );
  });

  test("a reader who has had enough closes done, and nobody is left", () => {
    everySchedule(
      function* () {
        const done = makeChan(unit);
        const results = yield* way(done, 3, of(upTo(50), done), int, tenfold(done));
        yield* results.recv();
        yield* done.close();
      },
      () => undefined,
    );
  });

  test("without done, whoever sends is left behind", () => {
    const outcome = run(function* () {
      const results = yield* way(never, 2, of(upTo(50)), int, tenfold(never));
      yield* results.recv();
    });
    const names = new Set(outcome.leaks().map((leak) => leak.name));
    expect([...names].sort()).toEqual(
      name === "fanOut"
        ? ["closer", "forwarder", "source", "worker"]
        : ["collector", "dealer", "source", "worker"],
    );
  });

  test("when done is closed all end at once, but for a stage at work", () => {
    everySchedule(
      function* () {
        const done = makeChan(unit);
        const stage = tenfold(done, () => 10 * Millisecond);
        const results = yield* way(done, 2, of(upTo(50), done), int, stage);
        go(function* canceller() {
          yield* sleep(25 * Millisecond);
          yield* done.close();
        });
        const got = yield* all(results);
        yield* sleep(5 * Millisecond);
        return got;
      },
      (got, { time }) => {
        expect(got.length).toBe(4);
        expect(time).toBe(30 * Millisecond);
      },
    );
  });

  test.each([0, -1, 1.5, NaN])("%s copies are refused", (copies) => {
    const { message } = run(() => way(never, copies, nilChan<number>(), int, tenfold(never)));
    expect(message).toBe(`${copies} copies: it must be a whole number of at least 1`);
  });
});

describe("order", () => {
  const uneven = [40, 10, 10, 10, 10, 10];
  const stage = tenfold(never, (value) => uneven[value]! * Millisecond);

  test("fanOut gives results as they come, and lets nobody idle", () => {
    everySchedule(
      function* () {
        return yield* all(yield* fanOut(never, 2, of(upTo(6)), int, stage));
      },
      (got, { time }) => {
        expect(ascending(got)).toEqual([0, 10, 20, 30, 40, 50]);
        expect(got.slice(0, 3)).toEqual([10, 20, 30]);
        expect(time).toBe(50 * Millisecond);
      },
    );
  });

  test("inTurn keeps the order, and pays for it with waiting", () => {
    everySchedule(
      function* () {
        return yield* all(yield* inTurn(never, 2, of(upTo(6)), int, stage));
      },
      (got, { time }) => {
        expect(got).toEqual([0, 10, 20, 30, 40, 50]);
        expect(time).toBe(60 * Millisecond);
      },
    );
  });

  test("what is dealt in turn is collected in its order, for any numbers of values and hands", () => {
    fc.assert(
      fc.property(fc.nat(12), fc.integer({ min: 1, max: 5 }), fc.nat(), (n, hands, seed) => {
        const outcome = run(
          function* () {
            return yield* all(collect(never, int, deal(never, hands, of(upTo(n)))));
          },
          { policy: seeded(seed) },
        );
        expect(outcome.value).toEqual(upTo(n));
        expect(outcome.leaks()).toEqual([]);
      }),
    );
  });
});

describe("what merge is protected from", () => {
  function merging(add: "before" | "inside", closing: "one" | "each") {
    return function* (): Go<number[]> {
      const inputs = [of([1]), of([2])];
      const merged = makeChan(int);
      const group = new WaitGroup();
      for (const input of inputs) {
        if (add === "before") yield* group.add(1);
        go(function* forwarder() {
          if (add === "inside") yield* group.add(1);
          for (const each = range(input); yield* each.next();) yield* merged.send(each.value);
          if (closing === "each") yield* merged.close();
          yield* group.done();
        });
      }
      if (closing === "one") {
        go(function* closer() {
          yield* group.wait();
          yield* merged.close();
        });
      }
      return yield* all(merged);
    };
  }

  test("a forwarder that counts itself: the closer may find nobody to wait for", () => {
    expect(explore(merging("inside", "one")).failure?.message).toBe("panic: send on closed channel");
  });

  test("each forwarder closing", () => {
    expect(explore(merging("before", "each")).failure?.message).toMatch(
      /^panic: (send on|close of) closed channel$/,
    );
  });

  test("neither: this is what merge does", () => {
    expect(explore(merging("before", "one")).failure).toBeUndefined();
  });
});

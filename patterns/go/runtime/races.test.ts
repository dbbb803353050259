/** The race detector: what is wrong is reported under every schedule, with both places. */
import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import {
  after,
  afterFunc,
  type Go,
  go,
  int,
  makeChan,
  Mutex,
  recv,
  run,
  RWMutex,
  select,
  shared,
  sleep,
  unit,
  WaitGroup,
} from "./runtime.ts";
import { both, increment, twice } from "./in-pairs.ts";
import { manySchedules } from "./many-schedules.ts";

const wrong: Record<string, () => Go> = {
  *"counter++ without a lock"() {
    const x = shared(0);
    yield* twice(function* () {
      yield* increment(x);
    });
  },
  *"a lock that one of them forgets"() {
    const x = shared(0);
    const m = new Mutex();
    yield* twice(function* (who) {
      if (who === 1) yield* m.lock();
      yield* increment(x);
      if (who === 1) yield* m.unlock();
    });
  },
  *"different locks"() {
    const x = shared(0);
    const locks = [new Mutex(), new Mutex()];
    yield* twice(function* (who) {
      yield* locks[who]!.lock();
      yield* increment(x);
      yield* locks[who]!.unlock();
    });
  },
  *"a write under the readers' lock"() {
    const x = shared(0);
    const m = new RWMutex();
    yield* twice(function* () {
      yield* m.rLock();
      yield* x.set(1);
      yield* m.rUnlock();
    });
  },
  *"done before the write"() {
    const x = shared(0);
    const wg = new WaitGroup();
    const end = makeChan(unit);
    yield* wg.add(1);
    go(function* () {
      yield* wg.done();
      yield* x.set(1);
      yield* end.send();
    });
    yield* wg.wait();
    yield* x.get();
    yield* end.recv();
  },
  *"reading after the send on a buffered channel"() {
    const x = shared(0);
    const c = makeChan(unit, 1);
    yield* both(
      function* () {
        yield* x.set(1);
        yield* c.recv();
      },
      function* () {
        yield* c.send();
        yield* x.get();
      },
    );
  },
  *"reading after the send on a buffered channel, in a select"() {
    const x = shared(0);
    const c = makeChan(unit, 1);
    yield* both(
      function* () {
        yield* x.set(1);
        yield* select(recv(c), recv(makeChan(int)));
      },
      function* () {
        yield* c.send();
        yield* x.get();
      },
    );
  },
  *"an initialization seen through a flag"() {
    const x = shared(0);
    const ready = shared(false, "ready");
    yield* both(
      function* () {
        yield* x.set(1);
        yield* ready.set(true);
      },
      function* () {
        if (yield* ready.get()) yield* x.get();
      },
    );
  },
  *"double-checked locking"() {
    const instance = shared<number | null>(null);
    const m = new Mutex();
    yield* twice(function* () {
      if ((yield* instance.get()) !== null) return;
      yield* m.lock();
      if ((yield* instance.get()) === null) yield* instance.set(1);
      yield* m.unlock();
    });
  },
  *"two goroutines that sleep long enough"() {
    const x = shared(0);
    yield* both(
      () => x.set(1),
      function* () {
        yield* sleep(1000);
        yield* x.get();
      },
    );
  },
  *"two goroutines with timers of their own"() {
    const x = shared(0);
    yield* both(
      function* () {
        yield* x.set(1);
        yield* after(10).recv();
        yield* sleep(100);
      },
      function* () {
        yield* after(20).recv();
        yield* x.get();
      },
    );
  },
  *"callbacks of two goroutines"() {
    const x = shared(0);
    yield* both(
      function* () {
        yield* x.set(1);
        afterFunc(10, () => undefined);
        yield* sleep(100);
      },
      function* () {
        const end = makeChan(unit);
        yield* sleep(5);
        afterFunc(20, function* () {
          yield* x.get();
          yield* end.send();
        });
        yield* end.recv();
      },
    );
  },
};

describe("wrong programs are reported under every schedule", () => {
  test.each(Object.entries(wrong))("%s", (_, main) => {
    for (const { name, policy } of manySchedules) {
      const { races, exitCode } = run(main, { policy: policy() });
      expect({ name, any: races.length > 0, exitCode }).toEqual({ name, any: true, exitCode: 66 });
    }
  });
});

describe("a report", () => {
  test("names the variable, both places in the program, and who was where", () => {
    const { races, errors } = run(function* () {
      const x = shared(0, "x");
      yield* both(
        function* writer() {
          yield* x.set(1);
        },
        function* reader() {
          yield* sleep(1);
          yield* x.get();
        },
      );
    });
    const source = readFileSync(import.meta.filename, "utf8").split("\n");
    const line = (text: string): number => source.findLastIndex((one) => one.trim() === text) + 1;
    const places = [...errors.matchAll(/races\.test\.ts:(\d+):\d+/g)].map(([, at]) => Number(at));
    expect(races).toHaveLength(1);
    expect(places.slice(0, 2)).toEqual([line("yield* x.get();"), line("yield* x.set(1);")]);
    expect(errors).toMatch(/^Read of x by main goroutine:$/m);
    expect(errors).toMatch(/^Previous write of x by goroutine 18:$/m);
  });

  test("comes once for each pair of places, however often they race", () => {
    const { races } = run(function* () {
      const x = shared(0);
      yield* twice(function* () {
        for (let i = 0; i < 10; i++) yield* x.set(i);
      });
    });
    expect(races).toHaveLength(1);
  });
});

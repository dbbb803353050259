/** Programs without a data race, by each edge of Go's memory model: the detector reports none, under any schedule. */
import { describe, expect, test } from "vitest";
import {
  afterFunc,
  type Go,
  int,
  makeChan,
  Mutex,
  newTimer,
  Once,
  range,
  recv,
  run,
  RWMutex,
  select,
  shared,
  unit,
  WaitGroup,
} from "./runtime.ts";
import { both, increment, twice } from "./in-pairs.ts";
import { manySchedules } from "./many-schedules.ts";

const right: Record<string, () => Go> = {
  *"a mutex"() {
    const x = shared(0);
    const m = new Mutex();
    yield* twice(function* () {
      yield* m.lock();
      yield* increment(x);
      yield* m.unlock();
    });
    if ((yield* x.get()) !== 2) throw new Error("lost an update");
  },
  *"a mutex taken with tryLock"() {
    const x = shared(0);
    const m = new Mutex();
    yield* twice(function* () {
      if (!(yield* m.tryLock())) return;
      yield* increment(x);
      yield* m.unlock();
    });
  },
  *"a value handed over by a channel"() {
    const x = shared(0);
    const c = makeChan(unit, 1);
    yield* both(
      function* () {
        yield* x.set(1);
        yield* c.send();
      },
      function* () {
        yield* c.recv();
        yield* increment(x);
      },
    );
  },
  *"a buffered channel as a semaphore"() {
    const x = shared(0);
    const tokens = makeChan(unit, 1);
    yield* twice(function* () {
      yield* tokens.send();
      yield* increment(x);
      yield* tokens.recv();
    });
  },
  *"receiving before an unbuffered send has completed"() {
    const x = shared(0);
    const c = makeChan(unit);
    yield* both(
      function* () {
        yield* x.set(1);
        yield* c.recv();
      },
      function* () {
        yield* c.send();
        yield* increment(x);
      },
    );
  },
  *"an unbuffered channel in both directions, in a select"() {
    const x = shared(0);
    const c = makeChan(unit);
    yield* both(
      function* () {
        yield* increment(x);
        yield* select(recv(c), recv(makeChan(int)));
        yield* c.recv();
        yield* increment(x);
      },
      function* () {
        yield* c.send();
        yield* increment(x);
        yield* c.send();
      },
    );
  },
  *"close as a broadcast"() {
    const x = shared(0);
    const ready = makeChan(unit);
    yield* both(
      () =>
        twice(function* () {
          yield* ready.recv();
          yield* x.get();
        }),
      function* () {
        yield* x.set(1);
        yield* ready.close();
      },
    );
  },
  *"a range over a closed channel"() {
    const x = shared(0);
    const c = makeChan(int, 3);
    yield* both(
      function* () {
        for (let i = 0; i < 3; i++) yield* c.send(i);
        yield* x.set(1);
        yield* c.close();
      },
      function* () {
        for (const each = range(c); yield* each.next(););
        yield* increment(x);
      },
    );
  },
  *"arguments of go"() {
    const x = shared(0);
    yield* x.set(1);
    const wg = new WaitGroup();
    yield* wg.go(function* () {
      yield* increment(x);
    });
    yield* wg.wait();
    yield* x.get();
  },
  *"a wait group"() {
    const cells = [shared(0), shared(0)];
    yield* twice((who) => cells[who]!.set(who));
    for (const cell of cells) yield* increment(cell);
  },
  *once() {
    const x = shared(0);
    const once = new Once();
    yield* twice(function* () {
      yield* once.do(() => x.set(1));
      yield* x.get();
    });
  },
  *"readers and a writer under an RWMutex"() {
    const x = shared(0);
    const m = new RWMutex();
    const read = function* (): Go {
      yield* m.rLock();
      yield* x.get();
      yield* m.rUnlock();
    };
    yield* both(
      () => twice(read),
      function* () {
        yield* m.lock();
        yield* increment(x);
        yield* m.unlock();
      },
    );
  },
  *"what was known when afterFunc was called"() {
    const x = shared(0);
    const done = makeChan(unit);
    yield* x.set(1);
    afterFunc(5, function* () {
      yield* increment(x);
      yield* done.send();
    });
    yield* done.recv();
  },
  *"what was known when a timer was set"() {
    const x = shared(0);
    const t = newTimer(1e9);
    yield* both(
      function* () {
        yield* x.set(1);
        yield* t.reset(5);
      },
      function* () {
        yield* t.c.recv();
        yield* x.get();
      },
    );
  },
  *"reads only"() {
    const x = shared(0);
    yield* x.set(1);
    yield* twice(function* () {
      yield* x.get();
    });
  },
};

describe("right programs are never reported", () => {
  test.each(Object.entries(right))("%s", (_, main) => {
    for (const { name, policy } of manySchedules) {
      const { errors, exitCode } = run(main, { policy: policy() });
      expect({ name, errors, exitCode }).toEqual({ name, errors: "", exitCode: 0 });
    }
  });
});

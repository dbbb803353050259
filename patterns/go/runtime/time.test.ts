/** Timers, tickers and sleeping on virtual time, as since Go 1.23: no old value is left behind. After Go's time/*_test.go. */
import { describe, expect, test } from "vitest";
import {
  after,
  afterFunc,
  type Go,
  go,
  gosched,
  int,
  makeChan,
  newTicker,
  newTimer,
  now,
  otherwise,
  recv,
  run,
  select,
  sleep,
  unit,
} from "./runtime.ts";
import { everywhere, manySchedules } from "./many-schedules.ts";

describe("sleep", () => {
  test("those who sleep wake in the order of their times, at these times", () => {
    everywhere(
      function* () {
        const woken = makeChan(int, 5);
        for (const d of [30, 10, 50, 20, 40]) {
          go(function* () {
            yield* sleep(d);
            yield* woken.send(d === now() ? d : -1);
          });
        }
        const order: number[] = [];
        for (let i = 0; i < 5; i++) order.push(yield* woken.recv());
        return order;
      },
      [10, 20, 30, 40, 50],
    );
  });

  test.each([0, -1, -Infinity])("of %d does not wait", (d) => {
    const { value, time } = run(function* () {
      let other = false;
      go(() => void (other = true));
      yield* sleep(d);
      return other;
    });
    expect({ value, time }).toEqual({ value: false, time: 0 });
  });

  test("time stands still while anything can run", () => {
    everywhere(
      function* () {
        const alarm = newTimer(1);
        for (let i = 0; i < 100; i++) yield* gosched();
        const before = now();
        yield* alarm.c.recv();
        return [before, now()];
      },
      [0, 1],
    );
  });
});

describe("a timer", () => {
  test("gives the time at which it was due, once, through a channel without a buffer to see", () => {
    everywhere(
      function* () {
        const t = newTimer(10);
        yield* sleep(25);
        const shape = [t.c.cap, t.c.len];
        return [...shape, yield* t.c.recv(), now(), (yield* select(recv(t.c), otherwise)).index];
      },
      [0, 0, 10, 25, 1],
    );
  });

  test("stopped before it is due never fires, and stop says that it was running", () => {
    everywhere(
      function* () {
        const t = newTimer(10);
        const stopped = [yield* t.stop(), yield* t.stop()];
        yield* sleep(20);
        return [...stopped, (yield* select(recv(t.c), otherwise)).index];
      },
      [true, false, 1],
    );
  });

  test("stopped when due but not yet received from: true, and no old time is left", () => {
    everywhere(
      function* () {
        const t = newTimer(10);
        yield* sleep(20);
        return [yield* t.stop(), (yield* select(recv(t.c), otherwise)).index, yield* t.stop()];
      },
      [true, 1, false],
    );
  });

  test("stopped after it was received from: false", () => {
    everywhere(function* () {
      const t = newTimer(10);
      yield* t.c.recv();
      return yield* t.stop();
    }, false);
  });

  test("reset gives the new time only, whether it was running, due, taken or stopped", () => {
    everywhere(
      function* () {
        const all: unknown[] = [];
        for (const state of ["running", "due", "taken", "stopped"]) {
          const began = now();
          const t = newTimer(10);
          if (state === "due") yield* sleep(20);
          if (state === "taken") yield* t.c.recv();
          if (state === "stopped") yield* t.stop();
          const at = now();
          all.push(yield* t.reset(100), (yield* t.c.recv()) - at, now() - began >= 100);
        }
        return all;
      },
      [true, 100, true, true, 100, true, false, 100, true, false, 100, true],
    );
  });

  test("reset while somebody waits moves the time for which they wait", () => {
    everywhere(function* () {
      const t = newTimer(1000);
      go(function* () {
        yield* sleep(5);
        yield* t.reset(20);
      });
      return yield* t.c.recv();
    }, 25);
  });

  test("of a negative time is due at once", () => {
    everywhere(
      function* () {
        return [yield* newTimer(-5).c.recv(), now()];
      },
      [0, 0],
    );
  });

  test("after in a select is a time limit", () => {
    everywhere(
      function* () {
        const c = makeChan(int);
        go(function* () {
          yield* sleep(10);
          yield* c.send(1);
          yield* sleep(50);
          yield* c.send(2);
        });
        const first = yield* select(recv(c), recv(after(30)));
        const second = yield* select(recv(c), recv(after(30)));
        return [first.index, second.index, now()];
      },
      [0, 1, 40],
    );
  });
});

describe("a ticker", () => {
  test("drops the ticks that nobody takes and keeps its beat", () => {
    everywhere(
      function* () {
        const t = newTicker(10);
        const at: number[][] = [];
        at.push([yield* t.c.recv(), now()]);
        yield* sleep(35);
        // The tick of 20 stands there, those of 30 and 40 are lost; the next comes at 50.
        for (let i = 0; i < 3; i++) at.push([yield* t.c.recv(), now()]);
        return at;
      },
      [
        [10, 10],
        [20, 45],
        [50, 50],
        [60, 60],
      ],
    );
  });

  test("stopped leaves no tick behind; reset begins a new beat", () => {
    everywhere(
      function* () {
        const t = newTicker(10);
        yield* sleep(15);
        yield* t.stop();
        const left = (yield* select(recv(t.c), otherwise)).index;
        yield* t.reset(7);
        return [left, yield* t.c.recv(), yield* t.c.recv()];
      },
      [1, 22, 29],
    );
  });

  test("that nobody waits for does not hide a deadlock; one that somebody waits for is none", () => {
    for (const { policy } of manySchedules) {
      const { message, time } = run(
        function* () {
          const t = newTicker(10);
          yield* t.c.recv();
          yield* makeChan(unit).recv();
        },
        { policy: policy() },
      );
      expect({ message, time }).toEqual({ message: "all goroutines are asleep - deadlock!", time: 10 });
    }
  });
});

test("clocks of many goroutines do not mix", () => {
  everywhere(function* () {
    const sum = makeChan(int);
    const beat = function* (period: number): Go {
      const t = newTicker(period);
      let last = 0;
      for (let i = 0; i < 5; i++) last = yield* t.c.recv();
      yield* t.stop();
      yield* sum.send(last);
    };
    for (const period of [3, 5, 7]) go(beat, period);
    return (yield* sum.recv()) + (yield* sum.recv()) + (yield* sum.recv());
  }, 75);
});

test.each<[string, () => unknown]>([
  ["sleep", () => sleep(NaN)],
  ["newTimer", () => newTimer(NaN)],
  ["afterFunc", () => afterFunc(NaN, () => undefined)],
])("%s of NaN panics, as it would never be over", (_, body) => {
  expect(run(body as () => Go).message).toBe("a duration is NaN: nanoseconds, such as 5 * Millisecond");
});

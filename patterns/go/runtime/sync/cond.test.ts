/** Once and Cond, tried under many schedules. After Go's sync/once_test.go and cond_test.go. */
import { describe, expect, test } from "vitest";
import {
  Cond,
  deferring,
  go,
  Mutex,
  Once,
  panic,
  recover,
  run,
  shared,
  sleep,
  WaitGroup,
} from "../runtime.ts";
import { everywhere } from "../many-schedules.ts";

describe("Once", () => {
  test("calls once; who comes second waits until that call has ended", () => {
    everywhere(function* () {
      const once = new Once();
      const wg = new WaitGroup();
      const x = shared(0);
      for (let i = 0; i < 4; i++) {
        yield* wg.go(function* () {
          yield* once.do(function* () {
            yield* sleep(5);
            yield* x.update((n) => n + 1);
          });
          if ((yield* x.get()) !== 1) panic("too early");
        });
      }
      yield* wg.wait();
      return yield* x.get();
    }, 1);
  });

  test("a call that panicked counts", () => {
    everywhere(function* () {
      const once = new Once();
      let second = false;
      yield* deferring(function* ({ defer }) {
        defer(() => recover());
        yield* once.do(() => panic("x"));
      });
      yield* once.do(() => void (second = true));
      return second;
    }, false);
  });
});

describe("Cond", () => {
  test("signal wakes one, the one that has waited longest; broadcast all", () => {
    everywhere(
      function* () {
        const c = new Cond(new Mutex());
        const woken: number[] = [];
        for (let i = 0; i < 5; i++) {
          go(function* () {
            yield* sleep(i + 1);
            yield* c.l.lock();
            yield* c.wait();
            woken.push(i);
            yield* c.l.unlock();
          });
        }
        yield* sleep(10);
        for (let i = 0; i < 2; i++) {
          yield* c.signal();
          yield* sleep(1);
        }
        const singly = [...woken];
        yield* c.broadcast();
        yield* sleep(1);
        return [singly, woken.slice(2).sort()];
      },
      [
        [0, 1],
        [2, 3, 4],
      ],
    );
  });

  test("a signal between unlock and sleep is not lost", () => {
    everywhere(function* () {
      const c = new Cond(new Mutex());
      const state = { ready: false };
      go(function* () {
        yield* c.l.lock();
        state.ready = true;
        yield* c.l.unlock();
        yield* c.signal();
      });
      yield* c.l.lock();
      while (!state.ready) yield* c.wait();
      yield* c.l.unlock();
      return true;
    }, true);
  });

  test("nobody to wake is no error, and is not remembered", () => {
    const { message } = run(function* () {
      const c = new Cond(new Mutex());
      yield* c.signal();
      yield* c.broadcast();
      yield* c.l.lock();
      yield* c.wait();
    });
    expect(message).toBe("all goroutines are asleep - deadlock!");
  });
});

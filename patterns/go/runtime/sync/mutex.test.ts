/** Mutex and RWMutex, tried under many schedules. After Go's sync/mutex_test.go and rwmutex_test.go. */
import { describe, expect, test } from "vitest";
import {
  type Go,
  go,
  goLike,
  gosched,
  Millisecond,
  Mutex,
  now,
  panic,
  run,
  RWMutex,
  sleep,
  WaitGroup,
  work,
} from "../runtime.ts";
import { everywhere } from "../many-schedules.ts";

describe("Mutex", () => {
  test("holds one goroutine at a time, and loses none", () => {
    everywhere(function* () {
      const m = new Mutex();
      const wg = new WaitGroup();
      let [inside, done] = [0, 0];
      for (let i = 0; i < 6; i++) {
        yield* wg.go(function* () {
          for (let k = 0; k < 6; k++) {
            if (k % 3 === 2) {
              if (!(yield* m.tryLock())) continue;
            } else yield* m.lock();
            if (++inside !== 1) panic("two are inside");
            yield* gosched();
            inside--;
            if (k % 3 !== 2) done++;
            yield* m.unlock();
          }
        });
      }
      yield* wg.wait();
      return done;
    }, 24);
  });

  test("tryLock fails while it is held and takes it when it is free", () => {
    everywhere(
      function* () {
        const m = new Mutex();
        const got = [yield* m.tryLock(), yield* m.tryLock()];
        yield* m.unlock();
        return [...got, yield* m.tryLock()];
      },
      [true, false, true],
    );
  });

  test("one who has waited for 1 ms gets it, though another takes it again and again", () => {
    for (const procs of [1, 2, 4]) {
      const { value } = run(
        function* () {
          const m = new Mutex();
          let got = -1;
          go(function* () {
            for (;;) {
              yield* m.lock();
              yield* work(0.1 * Millisecond);
              yield* m.unlock();
            }
          });
          yield* sleep(0.05 * Millisecond);
          for (let i = 0; i < 5; i++) {
            yield* m.lock();
            got = now();
            yield* m.unlock();
          }
          return got;
        },
        { policy: goLike({ procs }) },
      );
      expect(value).toBeLessThan(100 * Millisecond);
    }
  });

  test("any goroutine may unlock it", () => {
    everywhere(function* () {
      const m = new Mutex();
      yield* m.lock();
      go(() => m.unlock());
      yield* m.lock();
      return true;
    }, true);
  });
});

describe("RWMutex", () => {
  test("many read at once; who writes is alone", () => {
    everywhere(function* () {
      const m = new RWMutex();
      const wg = new WaitGroup();
      let [readers, writers, most] = [0, 0, 0];
      for (let i = 0; i < 6; i++) {
        yield* wg.go(function* () {
          if (i % 3 === 0) {
            yield* m.lock();
            if (++writers !== 1 || readers !== 0) panic("not alone");
            yield* gosched();
            writers--;
            yield* m.unlock();
          } else {
            yield* m.rLock();
            if (writers !== 0) panic("read while written");
            most = Math.max(most, ++readers);
            yield* sleep(10);
            readers--;
            yield* m.rUnlock();
          }
        });
      }
      yield* wg.wait();
      return most >= 2;
    }, true);
  });

  test("a writer who waits keeps new readers out, and readers who waited come before the next writer", () => {
    everywhere(
      function* () {
        const m = new RWMutex();
        const wg = new WaitGroup();
        const order: string[] = [];
        yield* m.rLock();
        const write = (name: string, at: number) =>
          function* (): Go {
            yield* sleep(at);
            yield* m.lock();
            order.push(name);
            yield* sleep(10);
            yield* m.unlock();
          };
        yield* wg.go(write("first writer", 1));
        yield* wg.go(write("second writer", 2));
        yield* wg.go(function* () {
          yield* sleep(3);
          yield* m.rLock();
          order.push("reader");
          yield* m.rUnlock();
        });
        yield* sleep(5);
        order.push(`${yield* m.tryRLock()} ${yield* m.tryLock()}`);
        yield* m.rUnlock();
        yield* wg.wait();
        return order;
      },
      ["false false", "first writer", "reader", "second writer"],
    );
  });

  test("tryLock needs it free of readers, tryRLock of writers only", () => {
    everywhere(
      function* () {
        const m = new RWMutex();
        const all = [yield* m.tryRLock(), yield* m.tryRLock(), yield* m.tryLock()];
        yield* m.rUnlock();
        yield* m.rUnlock();
        all.push(yield* m.tryLock(), yield* m.tryRLock());
        return all;
      },
      [true, true, false, true, false],
    );
  });
});

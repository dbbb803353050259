/** golang.org/x/sync/semaphore. Ideas: its semaphore_test.go. */
import { describe, expect, test } from "vitest";
import {
  background,
  Canceled,
  DeadlineExceeded,
  type Go,
  error,
  go,
  makeChan,
  run,
  shared,
  sleep,
  WaitGroup,
  Weighted,
  withCancel,
  withTimeout,
} from "./runtime.ts";
import { everywhere } from "./seeds.ts";

const always = background();

test("never more than its size is held, however much is asked for", () => {
  let most = 0;
  everywhere(
    function* () {
      const sem = new Weighted(4);
      const wg = new WaitGroup();
      let held = 0;
      for (const n of [1, 4, 2, 3, 1]) {
        yield* wg.go(function* () {
          expect(yield* sem.acquire(always, n)).toBe(null);
          held += n;
          most = Math.max(most, held);
          yield* sleep(1);
          held -= n;
          yield* sem.release(n);
        });
      }
      yield* wg.wait();
      return yield* sem.tryAcquire(4);
    },
    (value) => expect(value).toBe(true),
  );
  expect(most).toBe(4);
});

test("tryAcquire takes what is there, and nothing else", () => {
  const { value } = run(function* () {
    const sem = new Weighted(2);
    const took = [yield* sem.tryAcquire(1), yield* sem.tryAcquire(2), yield* sem.tryAcquire(1)];
    yield* sem.release(2);
    return [...took, yield* sem.tryAcquire(3), yield* sem.tryAcquire(2)];
  });
  expect(value).toEqual([true, false, true, false, true]);
});

test("a large request is not passed by small ones that come later", () => {
  everywhere(
    function* () {
      const sem = new Weighted(3);
      const order: string[] = [];
      yield* sem.acquire(always, 2);
      const wg = new WaitGroup();
      const asking = (name: string, n: number) =>
        function* (): Go {
          yield* sem.acquire(always, n);
          order.push(name);
          yield* sem.release(n);
        };
      yield* wg.go(asking("large", 3));
      yield* sleep(1);
      yield* wg.go(asking("small", 1));
      yield* sleep(1);
      const passed = yield* sem.tryAcquire(1);
      yield* sem.release(1);
      yield* sleep(1);
      const early = order.length;
      yield* sem.release(1);
      yield* wg.wait();
      return [passed, early, order];
    },
    (value) => expect(value).toEqual([false, 0, ["large", "small"]]),
  );
});

test("who holds it sees what the one before did", () => {
  everywhere(
    function* () {
      const sem = new Weighted(1);
      const x = shared(0);
      const wg = new WaitGroup();
      for (let i = 0; i < 3; i++) {
        yield* wg.go(function* () {
          yield* sem.acquire(always, 1);
          yield* x.update((value) => value + 1);
          yield* sem.release(1);
        });
      }
      yield* wg.wait();
      return yield* x.get();
    },
    (value) => expect(value).toBe(3),
  );
});

test("more than is held cannot be released", () => {
  const { message } = run(function* () {
    const sem = new Weighted(2);
    yield* sem.acquire(always, 1);
    yield* sem.release(2);
  });
  expect(message).toBe("semaphore: released more than held");
});

describe("a context that ends", () => {
  test("ends the waiting, and nothing is taken", () => {
    everywhere(
      function* () {
        const sem = new Weighted(1);
        yield* sem.acquire(always, 1);
        const [context] = withTimeout(always, 5);
        const error = yield* sem.acquire(context, 1);
        yield* sem.release(1);
        return [error, yield* sem.tryAcquire(1)];
      },
      (value) => expect(value).toEqual([DeadlineExceeded, true]),
    );
  });

  test("refuses even what could be had at once", () => {
    const { value } = run(function* () {
      const sem = new Weighted(1);
      const [context, cancel] = withCancel(always);
      yield* cancel();
      return [yield* sem.acquire(context, 1), yield* sem.tryAcquire(1)];
    });
    expect(value).toEqual([Canceled, true]);
  });

  test("wins over what was given at the same time", () => {
    const { value } = run(function* () {
      const sem = new Weighted(1);
      yield* sem.acquire(always, 1);
      const [context, cancel] = withCancel(always);
      const ended = makeChan(error, 1);
      go(function* () {
        yield* ended.send(yield* sem.acquire(context, 1));
      });
      yield* sleep(1);
      yield* sem.release(1);
      yield* cancel();
      return [yield* ended.recv(), yield* sem.tryAcquire(1)];
    });
    expect(value).toEqual([Canceled, true]);
  });

  test("is all that more than the size can wait for, and meanwhile it is in nobody's way", () => {
    everywhere(
      function* () {
        const sem = new Weighted(2);
        const [context] = withTimeout(always, 5);
        let error: Error | null = null;
        go(function* () {
          error = yield* sem.acquire(context, 3);
        });
        yield* sleep(1);
        const took = yield* sem.tryAcquire(2);
        yield* sleep(9);
        return [took, error];
      },
      (value) => expect(value).toEqual([true, DeadlineExceeded]),
    );
  });

  test("lets those go on who waited behind it", () => {
    everywhere(
      function* () {
        const sem = new Weighted(2);
        yield* sem.acquire(always, 1);
        const [context, cancel] = withCancel(always);
        go(() => sem.acquire(context, 2));
        yield* sleep(1);
        let small: Error | null | undefined;
        go(function* () {
          small = yield* sem.acquire(always, 1);
        });
        yield* sleep(1);
        yield* cancel();
        yield* sleep(1);
        return small;
      },
      (value) => expect(value).toBe(null),
    );
  });

  test("together with a release loses nothing, whichever is first", () => {
    const seen = new Set<unknown>();
    everywhere(
      function* () {
        const sem = new Weighted(1);
        yield* sem.acquire(always, 1);
        const [context, cancel] = withCancel(always);
        const wg = new WaitGroup();
        let error: Error | null = null;
        yield* wg.go(function* () {
          error = yield* sem.acquire(context, 1);
          if (error === null) yield* sem.release(1);
        });
        yield* wg.go(() => sem.release(1));
        yield* wg.go(cancel);
        yield* wg.wait();
        return [error, yield* sem.tryAcquire(1)];
      },
      ([error, whole]) => {
        expect(whole).toBe(true);
        seen.add(error);
      },
    );
    expect(seen).toEqual(new Set([null, Canceled]));
  });
});

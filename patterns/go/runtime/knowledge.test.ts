/** What one goroutine learns of another's past, by ways that other laws do not go. */
import { expect, test } from "vitest";
import {
  Cond,
  explore,
  type Go,
  go,
  Millisecond,
  newTimer,
  otherwise,
  recv,
  run,
  RWMutex,
  select,
  shared,
  type Shared,
  sleep,
  work,
} from "./runtime.ts";

/** Writes in one goroutine, then reads in another; `between` is what orders them, if anything does. */
const orders: Record<string, (x: Shared<number>) => Go<unknown>> = {
  *"tryRLock after a writer"(x) {
    const mu = new RWMutex();
    go(function* () {
      yield* mu.lock();
      yield* x.set(1);
      yield* mu.unlock();
    });
    while (!(yield* mu.tryRLock())) yield* sleep(1);
    yield* x.get();
    yield* mu.rUnlock();
  },
  *"tryLock after a reader and a writer"(x) {
    const mu = new RWMutex();
    go(function* () {
      yield* mu.lock();
      yield* x.set(1);
      yield* mu.unlock();
      yield* mu.rLock();
      yield* x.get();
      yield* mu.rUnlock();
    });
    yield* sleep(1);
    while (!(yield* mu.tryLock())) yield* sleep(1);
    yield* x.set(2);
    yield* mu.unlock();
  },
  *"a writer after readers and writers"(x) {
    const mu = new RWMutex();
    go(function* () {
      yield* mu.lock();
      yield* x.set(1);
      yield* mu.unlock();
    });
    go(function* () {
      yield* mu.rLock();
      yield* x.get();
      yield* mu.rUnlock();
    });
    yield* mu.lock();
    yield* x.set(2);
    yield* mu.unlock();
  },
  *"a condition on the reader's side of a lock"(x) {
    const mu = new RWMutex();
    const cond = new Cond(mu.rLocker());
    go(function* () {
      yield* mu.lock();
      yield* x.set(1);
      yield* mu.unlock();
      yield* cond.broadcast();
    });
    yield* mu.rLock();
    while ((yield* x.get()) === 0) yield* cond.wait();
    yield* mu.rUnlock();
  },
  *"a timer that was set after the write and is polled when it is due"(x) {
    const timer = newTimer(5 * Millisecond);
    go(function* () {
      yield* x.set(1);
      yield* timer.reset(Millisecond);
    });
    yield* sleep(Millisecond / 2);
    yield* work(2 * Millisecond);
    const s = yield* select(recv(timer.c), otherwise);
    if (s.index === 0) yield* x.get();
  },
};

test.each(Object.entries(orders))("%s is no race", (_, main) => {
  const program = function* (): Go<unknown> {
    return yield* main(shared(0, "x"));
  };
  expect(run(program).races).toEqual([]);
  const { failure } = explore(program, { runs: 300, leaks: false });
  expect(failure?.message).toBeUndefined();
});

test("a timer's channel gives its time with ok, waited for or polled", () => {
  const { value } = run(function* () {
    const [, waited] = yield* newTimer(Millisecond).c.recvOk();
    const timer = newTimer(Millisecond);
    yield* work(3 * Millisecond);
    const s = yield* select(recv(timer.c), otherwise);
    return [waited, s.index, s.index === 0 && s.ok, s.index === 0 && s.value];
  });
  expect(value).toEqual([true, 0, true, 2 * Millisecond]);
});

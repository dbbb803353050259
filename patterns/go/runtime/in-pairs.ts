/** Programs of two goroutines, for tests. */
import { type Go, go, makeChan, type Shared, unit, WaitGroup } from "./runtime.ts";

/** Runs `body` in two goroutines and waits for both. */
export function* twice(body: (who: number) => Go): Go {
  const wg = new WaitGroup();
  yield* wg.add(2);
  for (const who of [0, 1]) {
    go(function* () {
      yield* body(who);
      yield* wg.done();
    });
  }
  yield* wg.wait();
}

/** Starts `first`, does `second` here, and waits for both. */
export function* both(first: () => Go, second: () => Go): Go {
  const done = makeChan(unit);
  go(function* () {
    yield* first();
    yield* done.close();
  });
  yield* second();
  yield* done.recv();
}

/** Go's `x++`. */
export function increment(x: Shared<number>): Go<number> {
  return x.update((n) => n + 1);
}

/** Nobody keeps a P for ever under Go's scheduler, not even without computing. */
import { describe, expect, test } from "vitest";
import { type Go, go, goLike, gosched, int, makeChan, Millisecond, run, sleep } from "../runtime.ts";

describe.each([1, 2])("with %i Ps", (procs) => {
  const ended = (main: () => Go): void => {
    expect(run(main, { policy: goLike({ procs }) }).ending).toBe("returned");
  };

  /** Two goroutines for each P that wake one another by `next`, and so within one time slice. */
  function playing(stopped: () => boolean): void {
    for (let i = 0; i < procs; i++) {
      const there = makeChan(int);
      const back = makeChan(int);
      go(function* pong() {
        for (;;) {
          yield* there.recv();
          yield* back.send(1);
        }
      });
      go(function* ping() {
        while (!stopped()) {
          yield* there.send(1);
          yield* back.recv();
        }
      });
    }
  }

  test("two that wake one another let a third have its turn when their time slice is over", () => {
    ended(function* () {
      let stop = false;
      playing(() => stop);
      yield* gosched();
      stop = true;
    });
  });

  test("time passes, and who sleeps wakes, although somebody can always run", () => {
    ended(function* () {
      let stop = false;
      playing(() => stop);
      yield* sleep(Millisecond);
      stop = true;
    });
  });

  test("who polls with Gosched for what a sleeper will do sees it done", () => {
    ended(function* () {
      const done = { yet: false };
      go(function* sleeper() {
        yield* sleep(Millisecond);
        done.yet = true;
      });
      while (!done.yet) yield* gosched();
    });
  });
});

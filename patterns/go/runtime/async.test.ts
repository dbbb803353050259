/** Programs that wait for promises: real work outside, virtual time inside, and a token that repeats the order of both. */
import { describe, expect, test } from "vitest";
import {
  awaiting,
  deferring,
  type Go,
  go,
  goLike,
  makeChan,
  now,
  println,
  recover,
  runAsync,
  seeded,
  sleep,
  string,
  unit,
} from "./runtime.ts";

/** Three promises that settle when they are told to. */
function outside(): {
  readonly promises: Promise<string>[];
  readonly settle: (order: readonly number[]) => void;
} {
  const made = ["a", "b", "c"].map(() => Promise.withResolvers<string>());
  return {
    promises: made.map(({ promise }) => promise),
    settle: (order) => {
      order.forEach((i, turn) => setTimeout(() => made[i]!.resolve("abc"[i]!), 2 * turn));
    },
  };
}

/** Waits for all of them in goroutines of their own: in which order did they come? */
const inOrderOfCompletion = (promises: readonly Promise<string>[]) =>
  function* (): Go<string> {
    const c = makeChan(string);
    for (const promise of promises) {
      go(function* () {
        const value = yield* awaiting(promise);
        yield* c.send(value);
      });
    }
    let all = "";
    for (const _ of promises) all += yield* c.recv();
    return all;
  };

describe("awaiting", () => {
  test("gives what the promise gives, and throws there what it rejects with", async () => {
    const { value, output, message } = await runAsync(function* () {
      println(yield* awaiting(Promise.resolve(7)));
      const caught = yield* deferring(function* (frame) {
        frame.defer(() => (frame.result = String(recover())));
        yield* awaiting(Promise.reject(new Error("refused")));
        return "never";
      }, "");
      println(caught);
      try {
        yield* awaiting(Promise.reject(new Error("again")));
      } catch (thrown) {
        return (thrown as Error).message;
      }
      return "never";
    });
    expect({ value, output, message }).toEqual({
      value: "again",
      output: "7\nError: refused\n",
      message: "",
    });
  });

  test("a rejection that nobody recovers is a panic", async () => {
    const { exitCode, message } = await runAsync(function* () {
      yield* awaiting(Promise.reject(new Error("refused")));
    });
    expect({ exitCode, message }).toEqual({ exitCode: 2, message: "refused" });
  });

  test("of a pending promise is no deadlock, and others go on meanwhile; without it there is one", async () => {
    const { promises, settle } = outside();
    const [promise] = promises;
    const { value, message } = await runAsync(function* () {
      const c = makeChan(unit);
      go(function* () {
        yield* awaiting(promise!);
        yield* c.close();
      });
      go(() => settle([0]));
      yield* c.recv();
      yield* c.recv();
      return "done";
    });
    expect({ value, message }).toEqual({ value: "done", message: "" });
    const stuck = await runAsync(function* () {
      yield* awaiting(Promise.resolve());
      yield* makeChan(unit).recv();
    });
    expect(stuck.message).toBe("all goroutines are asleep - deadlock!");
  });

  test("virtual time stands still until the promise has settled", async () => {
    for (const policy of [goLike(), goLike({ procs: 4 }), seeded(1)]) {
      const { value } = await runAsync(
        function* () {
          const times: number[] = [];
          const done = makeChan(unit);
          go(function* () {
            yield* sleep(1e9);
            times.push(now());
            yield* done.send();
          });
          yield* awaiting(new Promise((resolve) => setTimeout(resolve, 5)));
          times.push(now());
          yield* done.recv();
          return times;
        },
        { policy },
      );
      expect(value).toEqual([0, 1e9]);
    }
  });

  test("a program that never rests still learns that a promise has settled", async () => {
    const { value } = await runAsync(function* () {
      const [a, b] = [makeChan(unit), makeChan(unit)];
      go(function* () {
        for (;;) {
          yield* a.send();
          yield* b.recv();
        }
      });
      let settled = false;
      go(function* () {
        yield* awaiting(new Promise((resolve) => setTimeout(resolve, 2)));
        settled = true;
      });
      while (!isTrue(settled)) {
        yield* a.recv();
        yield* b.send();
      }
      return settled;
    });
    expect(value).toBe(true);
  });
});

describe("a token", () => {
  test.each([() => goLike(), () => goLike({ procs: 4 }), () => seeded(3)])(
    "repeats the order of completion, though promises settle in another",
    async (policy) => {
      const first = outside();
      const running = runAsync(inOrderOfCompletion(first.promises), { policy: policy() });
      first.settle([2, 0, 1]);
      const { value, token } = await running;
      expect(value).toBe("cab");
      const second = outside();
      const again = runAsync(inOrderOfCompletion(second.promises), { replay: token });
      second.settle([0, 1, 2]);
      const replayed = await again;
      expect({ value: replayed.value, token: replayed.token }).toEqual({ value, token });
    },
  );
});

/** Asked again each time, as another goroutine may have changed it. */
function isTrue(value: boolean): boolean {
  return value;
}

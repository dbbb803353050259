import vm from "node:vm";
import { expect, test } from "vitest";
import {
  Cond,
  explore,
  go,
  type Go,
  Mutex,
  operation,
  remark,
  run,
  seeded,
  type Shared,
  shared,
  WaitGroup,
} from "./runtime.ts";

/** Two goroutines that each add one to a cell, and what the list of steps says of them. */
function* counting(): Go<number> {
  const cell = shared(0, "n");
  const group = new WaitGroup();
  for (let i = 0; i < 2; i++) {
    yield* group.go(function* adder() {
      yield* cell.update((n) => n + 1);
    });
  }
  yield* group.wait();
  return yield* cell.get();
}

test("steps are listed when they are done: under any schedule the list explains the sum", () => {
  for (let seed = 0; seed < 100; seed++) {
    const { steps, value } = run(counting, { policy: seeded(seed), steps: true });
    let n = 0;
    const read = new Map<number, number>();
    for (const { g, text } of steps) {
      if (text === "n.get()") read.set(g.id, n);
      if (text === "n.set(…)") n = read.get(g.id)! + 1;
    }
    expect(n).toBe(value);
  }
});

test("others may come before an operation of one's own, and nobody in the middle of it", () => {
  const { complete, failure } = explore(
    function* () {
      const order: string[] = [];
      go(function* other() {
        yield* operation("other", () => order.push("other"));
      });
      yield* operation("one", () => order.push("begins", "ends"));
      return order.join(" ");
    },
    { check: ({ value }) => (value === "begins ends" ? undefined : value), leaks: false },
  );
  expect(complete).toBe(false);
  expect(failure?.message).toBe("other begins ends");
});

test("an operation of one's own whose yield* is missing is named", () => {
  expect(() =>
    run(function* () {
      operation("print()", () => undefined);
      yield* operation("eat()", () => undefined);
    }),
  ).toThrow("print() was called without yield* and did nothing: write yield* print()");
});

test("a remark stands where it was made", () => {
  const { steps } = run(
    function* () {
      remark("begins");
      yield* operation("eat()", () => undefined);
    },
    { steps: true },
  );
  expect(steps.map(({ text }) => text)).toEqual(["begins", "eat()", "ends"]);
});

test("a yield without an operation is refused, instead of losing the goroutine", () => {
  expect(() =>
    run(function* main() {
      yield undefined as never;
    }),
  ).toThrow("go main: a yield without an operation; write yield* before each operation");
});

test("errors and promises of another realm are known for what they are", () => {
  const thrown = (code: string) => run(() => vm.runInNewContext(code) as never).message;
  expect(thrown("undefined.x")).toBe("runtime error: invalid memory address or nil pointer dereference");
  expect(thrown("throw new Error('oh')")).toBe("oh");
  expect(() => thrown("(async () => {})()")).toThrow("an async function cannot be a goroutine");
});

test("a mutex, a condition and a shared cell say when their yield* is missing", () => {
  const forgetting = (call: (mu: Mutex, cond: Cond, x: Shared<number>) => void) => () =>
    run(function* () {
      const mu = new Mutex();
      call(mu, new Cond(mu), shared(0));
      yield* operation("next()", () => undefined);
    });
  expect(forgetting((mu) => void mu.lock())).toThrow("mu.lock() was called without yield*");
  expect(forgetting((mu) => void mu.unlock())).toThrow("mu.unlock() was called without yield*");
  expect(forgetting((_, cond) => void cond.wait())).toThrow("cond.wait() was called without yield*");
  expect(forgetting((_, cond) => void cond.signal())).toThrow("cond.signal() was called without yield*");
  expect(forgetting((_, __, x) => void x.set(1))).toThrow("x.set(…) was called without yield*");
});

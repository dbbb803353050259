/** golang.org/x/sync/errgroup. Ideas: its errgroup_test.go. */
import { describe, expect, test } from "vitest";
import {
  AtomicInt64,
  background,
  Canceled,
  cause,
  type Context,
  type Go,
  Group,
  makeChan,
  otherwise,
  recv,
  run,
  select,
  shared,
  sleep,
  unit,
  withCancel,
} from "./runtime.ts";
import { everywhere } from "./seeds.ts";

const boom = new Error("boom");
const bang = new Error("bang");

function* untilDone(context: Context): Go<Error | null> {
  yield* context.done().recv();
  return context.err();
}

describe("wait", () => {
  test("a group without tasks has no error", () => {
    everywhere(
      () => new Group().wait(),
      (value) => expect(value).toBe(null),
    );
  });

  test("waits for all, and sees what they did", () => {
    everywhere(
      function* () {
        const group = new Group();
        const cells = Array.from({ length: 4 }, () => shared(0));
        for (const cell of cells) {
          yield* group.go(function* () {
            yield* cell.set(1);
            return null;
          });
        }
        const error = yield* group.wait();
        let sum = 0;
        for (const cell of cells) sum += yield* cell.get();
        return [error, sum];
      },
      (value) => expect(value).toEqual([null, 4]),
    );
  });

  test("gives the error that came first in time, whoever was started first", () => {
    everywhere(
      function* () {
        const group = new Group();
        yield* group.go(function* () {
          yield* sleep(2);
          return bang;
        });
        yield* group.go(() => null);
        yield* group.go(function* () {
          yield* sleep(1);
          return boom;
        });
        return [yield* group.wait(), yield* group.wait()];
      },
      (value) => expect(value).toEqual([boom, boom]),
    );
  });
});

describe("withContext", () => {
  test("the first error cancels the context, and is its cause", () => {
    everywhere(
      function* () {
        const [group, context] = Group.withContext(background());
        yield* group.go(() => untilDone(context));
        yield* group.go(() => boom);
        return [yield* group.wait(), context.err(), cause(context)];
      },
      (value) => expect(value).toEqual([boom, Canceled, boom]),
    );
  });

  test("without an error the context is done only when wait returns", () => {
    everywhere(
      function* () {
        const [group, context] = Group.withContext(background());
        let early: Error | null = boom;
        yield* group.go(() => null);
        yield* group.go(function* () {
          yield* sleep(1);
          early = context.err();
          return null;
        });
        return [yield* group.wait(), early, context.err(), cause(context)];
      },
      (value) => expect(value).toEqual([null, null, Canceled, Canceled]),
    );
  });

  test("the end of the parent reaches the tasks", () => {
    everywhere(
      function* () {
        const [parent, cancel] = withCancel(background());
        const [group, context] = Group.withContext(parent);
        yield* group.go(() => untilDone(context));
        yield* cancel();
        return yield* group.wait();
      },
      (value) => expect(value).toBe(Canceled),
    );
  });
});

describe("limits", () => {
  test("no more than the limit run together, and all do in the end", () => {
    let most = 0;
    everywhere(
      function* () {
        const group = new Group();
        group.setLimit(2);
        const active = new AtomicInt64();
        let ended = 0;
        for (let i = 0; i < 6; i++) {
          yield* group.go(function* () {
            most = Math.max(most, yield* active.add(1));
            yield* sleep(1);
            yield* active.add(-1);
            ended++;
            return null;
          });
        }
        yield* group.wait();
        return ended;
      },
      (value) => expect(value).toBe(6),
    );
    expect(most).toBe(2);
  });

  test("tryGo starts what the limit allows, and does not wait", () => {
    everywhere(
      function* () {
        const group = new Group();
        const gate = makeChan(unit);
        const task = function* (): Go<null> {
          yield* gate.recv();
          return null;
        };
        const free = yield* group.tryGo(() => null);
        yield* group.wait();
        group.setLimit(1);
        const started = [free, yield* group.tryGo(task), yield* group.tryGo(task)];
        yield* gate.close();
        yield* group.wait();
        started.push(yield* group.tryGo(task));
        yield* group.wait();
        group.setLimit(0);
        started.push(yield* group.tryGo(task));
        group.setLimit(-1);
        started.push(yield* group.tryGo(task));
        yield* group.wait();
        return started;
      },
      (value) => expect(value).toEqual([true, true, false, true, false, true]),
    );
  });

  test("cannot be changed while tasks run under one", () => {
    const { message } = run(function* () {
      const group = new Group();
      group.setLimit(3);
      for (let i = 0; i < 2; i++) {
        yield* group.go(function* () {
          yield* sleep(1);
          return null;
        });
      }
      group.setLimit(1);
    });
    expect(message).toBe("errgroup: modify limit while 2 goroutines in the group are still active");
  });
});

test("a task that waits for another which the limit keeps out is a deadlock", () => {
  const { message, goroutines } = run(function* main() {
    const group = new Group();
    group.setLimit(1);
    const c = makeChan(unit);
    yield* group.go(function* first() {
      yield* c.recv();
      return null;
    });
    yield* group.go(function* second() {
      yield* select(recv(c), otherwise);
      return null;
    });
  });
  expect([message, goroutines.map(({ name }) => name)]).toEqual([
    "all goroutines are asleep - deadlock!",
    ["main", "first"],
  ]);
});

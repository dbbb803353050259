/** What Go's compiler would have refused, or JavaScript makes easy to get wrong, is said plainly instead of doing nothing. */
import { afterEach, describe, expect, test } from "vitest";
import {
  afterFunc,
  AtomicInt64,
  AtomicPointer,
  AtomicValue,
  awaiting,
  background,
  call,
  contextAfterFunc,
  deferring,
  go,
  type Go,
  goexit,
  gosched,
  Group,
  int,
  makeChan,
  Mutex,
  makeMap,
  Misuse,
  network,
  newTicker,
  newTimer,
  now,
  Once,
  onceFunc,
  panic,
  Pool,
  println,
  range,
  recv,
  run,
  RWMutex,
  select,
  sleep,
  SyncMap,
  syscall,
  unit,
  WaitGroup,
  Weighted,
  withTimeout,
  work,
} from "./runtime.ts";
import { clearCalled } from "./forgotten.ts";

const forgotten: [string, () => unknown][] = [
  ["c.send(v)", () => makeChan(int, 1).send(1)],
  ["c.recv()", () => makeChan(int).recv()],
  ["c.recvOk()", () => makeChan(int).recvOk()],
  ["c.close()", () => makeChan(int).close()],
  ["each.next()", () => range(makeChan(int)).next()],
  ["select(…)", () => select(recv(makeChan(int)))],
  ["gosched()", () => gosched()],
  ["goexit()", () => goexit()],
  ["work(d)", () => work(1)],
  ["syscall(d)", () => syscall(1)],
  ["network(d)", () => network(1)],
  ["awaiting(promise)", () => awaiting(Promise.resolve())],
];

afterEach(clearCalled);

describe("a forgotten yield*", () => {
  const message = (text: string): string =>
    `${text} was called without yield* and did nothing: write yield* ${text}`;

  test.each(forgotten)("of %s is said by the next operation", (text, forget) => {
    expect(() =>
      run(function* () {
        forget();
        yield* gosched();
      }),
    ).toThrow(new Misuse(message(text)));
  });

  test.each(forgotten)("of %s is said at the end of the goroutine, generator or not", (text, forget) => {
    expect(() => run(() => void forget())).toThrow(new Misuse(message(text)));
    expect(() =>
      run(function* () {
        go(function* () {
          yield* gosched();
          forget();
        });
        yield* makeChan(unit).recv();
      }),
    ).toThrow(new Misuse(message(text)));
  });

  test("is said by go, and by a program that is started inside", () => {
    const forget = (): unknown => makeChan(int).recv();
    for (const next of [() => go(() => undefined), () => run(() => undefined)]) {
      expect(() =>
        run(() => {
          forget();
          next();
        }),
      ).toThrow(message("c.recv()"));
    }
  });

  test("in a program that panicked is no fault of the next program", () => {
    const { message } = run(() => {
      void makeChan(int).recv();
      panic("x");
    });
    expect(message).toBe("x");
    expect(run(() => gosched).exitCode).toBe(0);
  });

  test("is no panic: nothing recovers it", () => {
    expect(() =>
      run(function* () {
        try {
          void makeChan(int).recv();
          yield* gosched();
        } finally {
          yield* gosched();
        }
      }),
    ).toThrow(Misuse);
  });
});

describe("programs", () => {
  test("an operation outside of a program says how to start one", () => {
    const outside = "no Go program is running: start one with run(main)";
    expect(() => [...makeChan(int, 1).send(1)]).toThrow(new Misuse(outside));
    expect(() => go(() => undefined)).toThrow(outside);
    expect(() => now()).toThrow(outside);
  });

  test("an async function is no goroutine, as main or after go", () => {
    const wrong = async (): Promise<void> => Promise.resolve();
    const text = "an async function cannot be a goroutine";
    expect(() => run(wrong as unknown as () => Go)).toThrow(text);
    expect(() =>
      run(function* () {
        go(wrong);
        yield* gosched();
      }),
    ).toThrow(text);
  });

  test("waiting for a promise needs runAsync", () => {
    expect(() => run(() => call(() => awaiting(Promise.resolve())))).toThrow(
      new Misuse("run: the program waits for a promise; use runAsync"),
    );
  });

  test("one inside another is a world of its own: channels, time and deadlocks do not mix", () => {
    const outer = run(function* () {
      const c = makeChan(int, 1);
      yield* work(5);
      const inner = run(function* () {
        yield* work(1000);
        yield* makeChan(int).recv();
      });
      yield* c.send(inner.time);
      return [yield* c.recv(), now(), inner.message];
    });
    expect(outer.value).toEqual([1000, 5, "all goroutines are asleep - deadlock!"]);
  });

  test("a failure inside leaves the outer one running", () => {
    const { value } = run(function* () {
      const inner = run(() => panic("inside"));
      yield* gosched();
      return inner.message;
    });
    expect(value).toBe("inside");
  });
});

describe("what would do something else than it says is refused, also within a catch that takes everything", () => {
  const other = "was iterated over by something else than yield*";
  const twice = "was begun twice";
  const noAsync = "make it a function* and wait for promises with yield* awaiting(promise)";
  const later = function* (): Go<number> {
    yield* gosched();
    return 1;
  };

  test.each<[string, () => unknown, string]>([
    [
      "a loop over an operation that waits",
      function* (): Go {
        for (const _ of makeChan(int).recv()) yield* gosched();
      },
      other,
    ],
    [
      "destructuring what yield* would give",
      function* (): Go {
        const c = makeChan(int);
        go(() => c.send(1));
        const [value] = c.recvOk();
        yield* c.send(value as unknown as number);
      },
      other,
    ],
    [
      "an operation begun twice",
      function* (): Go {
        const sending = makeChan(int, 2).send(1);
        yield* sending;
        yield* sending;
      },
      twice,
    ],
    [
      "an async generator",
      async function* () {
        yield await Promise.resolve(1);
      },
      noAsync,
    ],
    [
      "an async function where operations can be",
      () => call((async () => Promise.resolve()) as unknown as () => void),
      noAsync,
    ],
    [
      "go with what a call returned",
      function* (): Go {
        go(later() as never);
        yield* gosched();
      },
      "go: give it a function and its arguments",
    ],
  ])("%s", (_, body, text) => {
    expect(() => run(body as () => Go)).toThrow(text);
  });

  test("a generator that main returns instead of running it", () => {
    function* main(): Go<unknown> {
      yield* gosched();
      return later();
    }
    expect(() => run(main)).toThrow("go main: returned a generator that nobody runs");
  });

  test("a catch does not hide it, and a loop with one comes to its end", () => {
    expect(() =>
      run(function* () {
        const c = makeChan(int);
        for (;;) {
          try {
            c.send(1);
            yield* c.recv();
          } catch {
            // takes everything
          }
        }
      }),
    ).toThrow("c.send(v) was called without yield*");
  });
});

test.each([NaN, -1])(
  "a system call or the network of %d ns panics instead of turning the clock back",
  (d) => {
    for (const operation of [syscall, network]) {
      const { message, time } = run(() => operation(d) as Go);
      expect(time).toBe(0);
      expect(message).toContain("nanoseconds, 0 or more");
    }
  },
);

describe("a forgotten yield* is noticed at every operation", () => {
  const ctx = background();
  const all: Record<string, () => unknown> = {
    "sleep(d)": () => sleep(5),
    "deferring(f)": () => deferring(() => sleep(1)),
    "mu.rLock()": () => new RWMutex().rLock(),
    "wg.wait()": () => new WaitGroup().wait(),
    "wg.go(…)": () => new WaitGroup().go(() => undefined),
    "once.do(…)": () => new Once().do(() => undefined),
    "f()": () => onceFunc(() => undefined)(),
    "pool.put(…)": () => new Pool<number>().put(1),
    "m.store(…)": () => new SyncMap().store(1, 1),
    "m.set(…)": () => makeMap(int, int).set(1, 1),
    "each.next()": () => makeMap(int, int).range().next(),
    "atomic.store(…)": () => new AtomicValue().store(1),
    "atomic.load()": () => new AtomicPointer().load(),
    "atomic.add(…)": () => new AtomicInt64().add(1),
    "timer.stop()": () => newTimer(5).stop(),
    "ticker.stop()": () => newTicker(5).stop(),
    "timer.reset(…)": () => afterFunc(5, () => undefined).reset(6),
    "ctx.cancel(…)": () => withTimeout(ctx, 5)[1](),
    "ctx.stop()": () => contextAfterFunc(ctx, () => undefined)(),
    "group.wait()": () => new Group().wait(),
    "semaphore.release(…)": () => new Weighted(1).release(1),
  };

  test.each(Object.entries(all))("%s", (text, call) => {
    const forgetting = function* (): Go {
      call();
      yield* gosched();
    };
    expect(() => run(forgetting)).toThrow(`${text} was called without yield* and did nothing`);
  });

  test("with yield*, as what go starts, and as what is deferred, nothing is said", () => {
    const { output } = run(function* () {
      const wg = new WaitGroup();
      yield* wg.add(1);
      go(() =>
        new Once().do(function* () {
          yield* wg.done();
        }),
      );
      yield* deferring(function* ({ defer }) {
        defer(() => wg.wait());
        defer(() => sleep(1));
        yield* sleep(1);
      });
      println("done");
    });
    expect(output).toBe("done\n");
  });

  test("a goroutine that is nothing but an operation has its name", () => {
    const { goroutines } = run(function* () {
      go(sleep, 5);
      yield* gosched();
    });
    expect(goroutines.map(({ name, state }) => `${name} [${state}]`)).toEqual(["sleep [sleep]"]);
  });

  test("a loop whose condition it is missing from comes to an end", () => {
    expect(() =>
      run(function* () {
        const m = makeMap(int, int);
        yield* m.set(1, 1);
        const each = m.range();
        while (each.next() as unknown) yield* m.get(1);
      }),
    ).toThrow("each.next() was called without yield*");
  });
});

test("a forgotten yield* is placed where the call stands, not where it was noticed", () => {
  const program = function* (): Go {
    const mu = new Mutex();
    const line = Number(/:(\d+):\d+\)?$/.exec(new Error("here").stack!.split("\n")[1]!)![1]);
    try {
      void mu.lock();
      yield* sleep(1);
    } finally {
      expected = line + 2;
    }
  };
  let expected = 0;
  let thrown: unknown;
  try {
    run(program);
  } catch (misuse) {
    thrown = misuse;
  }
  expect((thrown as Error).stack).toMatch(new RegExp(`misuse\\.test\\.ts:${expected}:`));
});

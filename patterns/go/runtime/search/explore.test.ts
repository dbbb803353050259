/** Bugs that need the right schedule are found, and programs without bugs are never reported. */
import { describe, expect, test } from "vitest";
import {
  after,
  type Chan,
  Cond,
  explore,
  type Go,
  go,
  int,
  makeChan,
  Millisecond,
  Misuse,
  Mutex,
  otherwise,
  panic,
  range,
  recv,
  run,
  RWMutex,
  select,
  send,
  shared,
  type Shared,
  sleep,
  unit,
  WaitGroup,
} from "../runtime.ts";

/** What is wrong, and a program without that fault beside it. */
interface Pair {
  readonly message: RegExp;
  readonly wrong: () => Go<unknown>;
  readonly right: () => Go<unknown>;
}

function* both(first: () => Go, second: () => Go): Go {
  const wg = new WaitGroup();
  yield* wg.go(first);
  yield* wg.go(second);
  yield* wg.wait();
}

function counting(locked: boolean) {
  return function* (): Go<number> {
    const count = shared(0, "count");
    const mu = new Mutex();
    function* increment(): Go {
      if (locked) yield* mu.lock();
      yield* count.update((n) => n + 1);
      if (locked) yield* mu.unlock();
    }
    yield* both(increment, increment);
    return yield* count.get();
  };
}

function locking(sameOrder: boolean) {
  return function* (): Go {
    const a = new Mutex();
    const b = new Mutex();
    const holding = (first: Mutex, second: Mutex) =>
      function* (): Go {
        yield* first.lock();
        yield* second.lock();
        yield* second.unlock();
        yield* first.unlock();
      };
    yield* both(holding(a, b), sameOrder ? holding(a, b) : holding(b, a));
  };
}

/** A check and an act, each locked, but not together: the second of two takers finds nothing. */
function checkThenAct(together: boolean) {
  return function* (): Go {
    const mu = new Mutex();
    const left = shared(1, "left");
    function* take(): Go {
      yield* mu.lock();
      const some = (yield* left.get()) > 0;
      if (!together) {
        yield* mu.unlock();
        yield* mu.lock();
      }
      if (some) {
        yield* left.update((n) => n - 1);
        if ((yield* left.get()) < 0) panic("took what was not there");
      }
      yield* mu.unlock();
    }
    yield* both(take, take);
  };
}

/** The signal may come before the wait. */
function signalling(lookFirst: boolean) {
  return function* (): Go {
    const mu = new Mutex();
    const cond = new Cond(mu);
    const ready = shared(false, "ready");
    go(function* () {
      yield* mu.lock();
      yield* ready.set(true);
      yield* cond.signal();
      yield* mu.unlock();
    });
    yield* mu.lock();
    if (lookFirst) while (!(yield* ready.get())) yield* cond.wait();
    else yield* cond.wait();
    yield* mu.unlock();
  };
}

/** Two closers of one channel, with a look before they leap. */
function closing(once: boolean) {
  return function* (): Go {
    const c = makeChan(unit);
    const mu = new Mutex();
    function* close(): Go {
      if (once) yield* mu.lock();
      const s = yield* select(recv(c), otherwise);
      if (s.index === 1) yield* c.close();
      if (once) yield* mu.unlock();
    }
    yield* both(close, close);
  };
}

/** Nobody takes the slower of two answers. */
function firstAnswer(room: number) {
  return function* (): Go<number> {
    const answers = makeChan(int, room);
    for (let i = 0; i < 2; i++) {
      go(function* ask() {
        yield* answers.send(i);
      });
    }
    return yield* answers.recv();
  };
}

/** A worker that is told to stop may at that moment be about to hand something over. */
function stopping(listens: boolean) {
  return function* (): Go {
    const results = makeChan(int);
    const stop = makeChan(unit);
    go(function* produce() {
      for (let i = 0; ; i++) {
        if (listens) {
          const s = yield* select(send(results, i), recv(stop));
          if (s.index === 1) return;
        } else {
          const s = yield* select(recv(stop), otherwise);
          if (s.index === 0) return;
          yield* results.send(i);
        }
      }
    });
    yield* results.recv();
    yield* stop.close();
  };
}

/** A reader who reads again while a writer waits. */
function readingTwice(twice: boolean) {
  return function* (): Go {
    const mu = new RWMutex();
    function* read(): Go {
      yield* mu.rLock();
      if (twice) {
        yield* mu.rLock();
        yield* mu.rUnlock();
      }
      yield* mu.rUnlock();
    }
    function* write(): Go {
      yield* mu.lock();
      yield* mu.unlock();
    }
    yield* both(read, write);
  };
}

/** Counting inside the goroutine comes too late for whoever waits already. */
function addingInside(inside: boolean) {
  return function* (): Go<number> {
    const wg = new WaitGroup();
    const done = makeChan(int, 1);
    if (!inside) yield* wg.add(1);
    go(function* () {
      if (inside) yield* wg.add(1);
      yield* done.send(1);
      yield* wg.done();
    });
    yield* wg.wait();
    const s = yield* select(recv(done), otherwise);
    if (s.index === 1) panic("waited for nobody");
    return s.value;
  };
}

/** A timeout that wins leaves the worker with nobody to give its result to. */
function timeout(room: number) {
  return function* (): Go {
    const result = makeChan(int, room);
    go(function* work() {
      yield* sleep(5 * Millisecond);
      yield* result.send(1);
    });
    yield* select(recv(result), recv(after(5 * Millisecond)));
  };
}

/** The flag is set before what it announces. */
function announcing(
  order: "flag last" | "flag first",
  through: (flag: Shared<boolean>) => Chan<void> | undefined,
) {
  return function* (): Go<number> {
    const flag = shared(false, "flag");
    const value = shared(0, "value");
    const told = through(flag);
    go(function* () {
      if (order === "flag first") yield* told!.send();
      yield* value.set(42);
      if (order === "flag last") yield* told!.send();
    });
    yield* told!.recv();
    return yield* value.get();
  };
}

/** A pipeline whose consumer leaves early. */
function leavingEarly(drains: boolean) {
  return function* (): Go {
    const c = makeChan(int);
    go(function* count() {
      for (let i = 0; i < 3; i++) yield* c.send(i);
      yield* c.close();
    });
    for (const each = range(c); yield* each.next();) if (!drains && each.value === 1) break;
  };
}

const pairs: Record<string, Pair> = {
  "an update is lost": { message: /data race on count/, wrong: counting(false), right: counting(true) },
  "locks in two orders": { message: /deadlock/, wrong: locking(false), right: locking(true) },
  "check, then act": {
    message: /took what was not there/,
    wrong: checkThenAct(false),
    right: checkThenAct(true),
  },
  "a wake-up is lost": { message: /deadlock/, wrong: signalling(false), right: signalling(true) },
  "closed twice": { message: /close of closed channel/, wrong: closing(false), right: closing(true) },
  "an answer nobody takes": {
    message: /ask\) can never run again: chan send/,
    wrong: firstAnswer(0),
    right: firstAnswer(1),
  },
  "stopped while it hands over": {
    message: /produce\) can never run again/,
    wrong: stopping(false),
    right: stopping(true),
  },
  "a reader reads again": { message: /deadlock/, wrong: readingTwice(true), right: readingTwice(false) },
  "added inside": { message: /waited for nobody/, wrong: addingInside(true), right: addingInside(false) },
  "a timeout wins": {
    message: /work\) can never run again: chan send/,
    wrong: timeout(0),
    right: timeout(1),
  },
  "told too early": {
    message: /data race on value/,
    wrong: announcing("flag first", () => makeChan(unit)),
    right: announcing("flag last", () => makeChan(unit)),
  },
  "left early": {
    message: /count\) can never run again: chan send/,
    wrong: leavingEarly(false),
    right: leavingEarly(true),
  },
};

describe.each(Object.entries(pairs))("%s", (_, { message, wrong, right }) => {
  test("is found, and its token repeats it", () => {
    const { failure } = explore(wrong);
    expect(failure?.message).toMatch(message);
    const again = run(wrong, { replay: failure!.token });
    expect(again.errors).toBe(failure!.outcome.errors);
    expect(again.token).toBe(failure!.token);
  });

  test("is not reported where it is not", () => {
    expect(explore(right).failure).toBeUndefined();
  });
});

describe("searching", () => {
  test("tries every schedule of a small program once", () => {
    const orders = new Map<string, number>();
    const three = function* (): Go<string> {
      const wg = new WaitGroup();
      let order = "";
      for (const name of "abc") {
        yield* wg.go(function* () {
          yield* sleep(0);
          order += name;
        });
      }
      yield* wg.wait();
      return order;
    };
    const { complete, runs } = explore(three, {
      runs: 100_000,
      check: ({ value, token }) => {
        orders.set(value!, (orders.get(value!) ?? 0) + 1);
        orders.set(token, (orders.get(token) ?? 0) + 1);
      },
    });
    expect(complete).toBe(true);
    expect([...orders.keys()].filter((key) => key.length === 3).sort()).toEqual(
      "abc acb bac bca cab cba".split(" "),
    );
    const tokens = [...orders].filter(([key]) => key.startsWith("choices="));
    expect(tokens.length).toBe(runs);
    expect(tokens.every(([, count]) => count === 1)).toBe(true);
  });

  test("a failure is shrunk to the fewest switches", () => {
    // Wrong only when b runs between the two halves of a: there and back is what it takes, beside starting and ending.
    const program = function* (): Go {
      let inside = false;
      yield* both(
        function* a() {
          inside = true;
          yield* sleep(0);
          inside = false;
          for (let i = 0; i < 5; i++) yield* sleep(0);
        },
        function* b() {
          for (let i = 0; i < 5; i++) yield* sleep(0);
          if (inside) panic("between");
        },
      );
    };
    const { failure } = explore(program);
    expect(failure?.message).toBe("panic: between");
    expect(failure?.contextSwitches).toBe(2);
  });

  test("the same every time", () => {
    const once = (): unknown => {
      const { runs, failure } = explore(checkThenAct(false));
      return { runs, token: failure?.token };
    };
    expect(once()).toEqual(once());
  });

  test("what a check says or throws is the failure", () => {
    const main = function* (): Go<number> {
      yield* sleep(0);
      return 1;
    };
    expect(explore(main, { check: ({ value }) => (value === 1 ? "one" : undefined) }).failure?.message).toBe(
      "one",
    );
    const throwing = explore(main, {
      check: () => {
        throw new Error("thrown");
      },
    });
    expect(throwing.failure?.message).toBe("thrown");
    expect(explore(main, { check: ({ value }) => value === 1 }).failure).toBeUndefined();
  });

  test("polling for what does not come is given up, and counted", () => {
    const { failure, unfinished } = explore(
      function* () {
        const flag = shared(false);
        while (!(yield* flag.get()));
      },
      { runs: 3 },
    );
    expect(failure).toBeUndefined();
    expect(unfinished).toBe(1);
  });

  test("polling for what does come ends under every schedule", () => {
    const { failure, unfinished } = explore(function* () {
      const mu = new Mutex();
      const flag = shared(false);
      go(function* () {
        yield* mu.lock();
        yield* flag.set(true);
        yield* mu.unlock();
      });
      for (let set = false; !set;) {
        yield* mu.lock();
        set = yield* flag.get();
        yield* mu.unlock();
      }
    });
    expect(failure).toBeUndefined();
    expect(unfinished).toBe(0);
  });

  test("a program that keeps state outside of main is refused", () => {
    let calls = 0;
    const forgetful = function* (): Go {
      if (calls++ % 2 === 1) return;
      yield* both(
        function* () {
          yield* sleep(0);
        },
        function* () {
          yield* sleep(0);
        },
      );
    };
    expect(() => explore(forgetful)).toThrow(Misuse);
  });
});

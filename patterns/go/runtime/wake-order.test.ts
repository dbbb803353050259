/** The order in which a real Go 1.23.5 with GOMAXPROCS=1 wakes goroutines, recorded from the program beside the data. */
import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import {
  type Go,
  go,
  gosched,
  int,
  makeChan,
  Millisecond,
  Mutex,
  range,
  recv,
  run,
  RWMutex,
  select,
  sleep,
  WaitGroup,
} from "./runtime.ts";

type Log = (entry: unknown) => void;

function* yields(): Go {
  for (let i = 0; i < 50; i++) yield* gosched();
}

const scenarios: Record<string, (log: Log) => Go> = {
  *"spawn order (10 go stmts, then main blocks)"(log) {
    const wg = new WaitGroup();
    for (let i = 0; i < 10; i++) {
      yield* wg.add(1);
      go(function* () {
        log(i);
        yield* wg.done();
      });
    }
    yield* wg.wait();
  },
  *"spawn order (Gosched by main)"(log) {
    for (let i = 0; i < 5; i++) go(() => log(i));
    yield* gosched();
    log("main");
    yield* yields();
  },
  *"close wakes 6 receivers"(log) {
    const c = makeChan(int);
    for (let i = 0; i < 6; i++) {
      go(function* () {
        yield* c.recv();
        log(i);
      });
      yield* yields();
    }
    yield* c.close();
    log("main");
    yield* yields();
  },
  *"close wakes 3 recv-select"(log) {
    const c = makeChan(int);
    const d = makeChan(int);
    for (let i = 0; i < 3; i++) {
      go(function* () {
        yield* select(recv(c), recv(d));
        log(i);
      });
      yield* yields();
    }
    yield* c.close();
    yield* yields();
  },
  *"unbuffered: 5 blocked senders FIFO"(log) {
    const c = makeChan(int);
    for (let i = 0; i < 5; i++) {
      go(function* () {
        yield* c.send(i);
        log(`s${i}`);
      });
      yield* yields();
    }
    for (let i = 0; i < 5; i++) log(yield* c.recv());
    yield* yields();
  },
  *"unbuffered: 5 blocked receivers FIFO"(log) {
    const c = makeChan(int);
    for (let i = 0; i < 5; i++) {
      go(function* () {
        const v = yield* c.recv();
        log(`r${i}=${v}`);
      });
      yield* yields();
    }
    for (let i = 0; i < 5; i++) yield* c.send(i);
    yield* yields();
  },
  *"buffered cap2 producer/consumer interleave"(log) {
    yield* producerAndConsumer(log, 2);
  },
  *"unbuffered producer/consumer interleave"(log) {
    yield* producerAndConsumer(log, 0);
  },
  *"mutex 4 waiters"(log) {
    const m = new Mutex();
    yield* m.lock();
    yield* lockers(m, log);
    yield* m.unlock();
    yield* yields();
  },
  *"mutex waiters, long hold >1ms (starvation)"(log) {
    const m = new Mutex();
    yield* m.lock();
    yield* lockers(m, log);
    yield* sleep(3 * Millisecond);
    yield* m.unlock();
    yield* m.lock();
    log("main-relock");
    yield* m.unlock();
    yield* yields();
  },
  *"rwmutex: R held, W waits, R2 arrives"(log) {
    const m = new RWMutex();
    yield* m.rLock();
    go(function* () {
      yield* m.lock();
      log("W");
      yield* m.unlock();
    });
    yield* yields();
    go(function* () {
      yield* m.rLock();
      log("R2");
      yield* m.rUnlock();
    });
    yield* yields();
    log(`TryRLock=${yield* m.tryRLock()}`);
    yield* m.rUnlock();
    yield* yields();
  },
};

function* producerAndConsumer(log: Log, cap: number): Go {
  const c = makeChan(int, cap);
  go(function* () {
    for (let i = 0; i < 6; i++) {
      yield* c.send(i);
      log(`s${i}`);
    }
    yield* c.close();
  });
  for (const each = range(c); yield* each.next();) log(`r${each.value}`);
}

function* lockers(m: Mutex, log: Log): Go {
  for (let i = 0; i < 4; i++) {
    go(function* () {
      yield* m.lock();
      log(i);
      yield* m.unlock();
    });
    yield* yields();
  }
}

const recorded = new Map(
  readFileSync(new URL("golden/go1.23.5-gomaxprocs1-scenarios.txt", import.meta.url), "utf8")
    .trim()
    .split("\n")
    .map((line): [string, string] => {
      const at = line.lastIndexOf(" [");
      return [line.slice(0, at), line.slice(at + 2, -1)];
    }),
);

describe("wakes as Go does with GOMAXPROCS=1", () => {
  test("every recorded scenario is here", () => {
    expect(Object.keys(scenarios).sort()).toEqual([...recorded.keys()].sort());
  });

  test.each(Object.entries(scenarios))("%s", (name, scenario) => {
    const entries: unknown[] = [];
    const outcome = run(() => scenario((entry) => entries.push(entry)));
    expect(outcome.errors).toBe("");
    expect(entries.join(" ")).toBe(recorded.get(name));
  });
});

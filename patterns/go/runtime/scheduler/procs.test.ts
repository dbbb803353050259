/** Many Ps of the GMP model: stealing, system calls, and one run for each seed. Go 1.23: runtime/proc.go. */
import { describe, expect, test } from "vitest";
import {
  type Go,
  go,
  gosched,
  int,
  makeChan,
  Microsecond,
  Millisecond,
  network,
  now,
  recv,
  run,
  select,
  send,
  Mutex,
  sleep,
  syscall,
  unit,
  WaitGroup,
  work,
} from "../runtime.ts";
import { many, runWith, total } from "../on-procs.ts";

const procs = [1, 2, 3, 4, 8, 64];

describe("several Ps", () => {
  test.each([2, 4, 8])("%i of them do as many computations in the time of one", (n) => {
    const d = 5 * Millisecond;
    const outcome = runWith({ procs: n }, () => many(n, () => computing(d)));
    expect(outcome.time).toBeGreaterThanOrEqual(d);
    // What a thief waits before it takes another's next: 3 µs each.
    expect(outcome.time).toBeLessThan(d + 50 * Microsecond);
    expect(outcome.procs.map(({ worked }) => worked)).toEqual(new Array(n).fill(d));
    expect(total(outcome, "steals")).toBeGreaterThan(0);
  });

  test("a thief takes half of the victim's ring, rounded up", () => {
    const { log, procs } = runWith({ procs: 2 }, function* () {
      yield* many(9, () => computing(Millisecond));
    });
    expect([...log!].some(({ kind }) => kind === "stolen")).toBe(true);
    // The ring held 8 beside next; the first raid brought 4 of them.
    expect(procs[1]!.stolen / procs[1]!.steals).toBeGreaterThan(1);
  });

  test.each(procs)("with %i, every goroutine runs once and all work is done", (n) => {
    const runs = new Array<number>(600).fill(0);
    const outcome = runWith({ procs: n }, () =>
      many(600, function* (i) {
        runs[i]!++;
        yield* work(i % 7 === 0 ? 10 * Microsecond : Microsecond);
        if (i % 3 === 0) yield* gosched();
        if (i % 5 === 0) yield* sleep(10);
      }),
    );
    expect(runs.every((count) => count === 1)).toBe(true);
    expect(total(outcome, "worked")).toBe(86 * 10 * Microsecond + 514 * Microsecond);
  });

  test.each(procs)("with %i, what each P ran adds up to all switches", (n) => {
    const outcome = runWith({ procs: n }, () =>
      many(50, function* (i) {
        yield* work(i * Microsecond);
        yield* gosched();
        yield* sleep(1);
        yield* syscall(30 * Microsecond);
        yield* network(3);
        yield* work(1);
      }),
    );
    expect(total(outcome, "ran")).toBe(outcome.switches);
    const kinds = [...outcome.log!].map(({ kind }) => kind);
    expect(kinds.filter((kind) => kind === "resumed")).toHaveLength(outcome.switches);
    expect(kinds.filter((kind) => kind === "preempted")).toHaveLength(total(outcome, "preempted"));
    expect(kinds.filter((kind) => kind === "stolen")).toHaveLength(total(outcome, "steals"));
  });

  test("a single queue makes many Ps wait for its lock, and local queues do not", () => {
    const program = (): Go =>
      many(200, function* () {
        for (let i = 0; i < 5; i++) {
          yield* work(Microsecond);
          yield* gosched();
        }
        const c = makeChan(int, 1);
        for (let i = 0; i < 5; i++) {
          const d = makeChan(unit);
          go(() => d.send());
          yield* d.recv();
          yield* c.send(1);
          yield* c.recv();
        }
      });
    const local = runWith({ procs: 8, lockTime: 200 }, program);
    const single = runWith({ procs: 8, lockTime: 200, localQueues: false }, program);
    expect(total(single, "waitedForLock")).toBeGreaterThan(2 * total(local, "waitedForLock"));
    expect(single.time).toBeGreaterThan(1.2 * local.time);
  });
});

describe("system calls", () => {
  test("a long one gives its P to others after 20 µs, a short one keeps it", () => {
    const program = (d: number) =>
      function* (): Go<number> {
        let other = -1;
        const wg = new WaitGroup();
        yield* wg.go(() => void (other = now()));
        yield* wg.go(() => calling(d));
        yield* wg.wait();
        return other;
      };
    const long = runWith({}, program(Millisecond));
    expect(long.value).toBe(20 * Microsecond);
    expect(total(long, "handedOff")).toBe(1);
    const short = runWith({}, program(5 * Microsecond));
    expect(short.value).toBe(5 * Microsecond);
    expect(total(short, "handedOff")).toBe(0);
  });

  test("many at once take the time of one, on one P too; so does the network", () => {
    expect(runWith({}, () => many(10, () => calling(Millisecond))).time).toBeLessThan(1.3 * Millisecond);
    expect(runWith({}, () => many(10, () => listening(Millisecond))).time).toBe(Millisecond);
  });
});

describe("seeds", () => {
  const choosy = function* (): Go<string> {
    const c = makeChan(int, 100);
    const d = makeChan(int, 100);
    yield* many(20, function* (i) {
      for (let k = 0; k < 5; k++) {
        yield* select(send(c, i), send(d, i));
        yield* work(10);
      }
    });
    let got = "";
    while (c.len + d.len > 0) {
      const s = yield* c.len > 0 && d.len > 0 ? select(recv(c), recv(d)) : select(recv(c.len > 0 ? c : d));
      got += `${s.index}${s.value} `;
    }
    return got;
  };

  test.each(procs)("with %i Ps: the same seed, the same run to the byte; another seed, another run", (n) => {
    const outcomes = [7, 7, 8].map((seed) => runWith({ procs: n, seed }, choosy));
    const [a, b, c] = outcomes.map(({ value, token, log, time }) => ({ value, token, log: [...log!], time }));
    expect(b).toEqual(a);
    expect(c!.value).not.toBe(a!.value);
    expect(c!.token).not.toBe(a!.token);
  });

  test.each([-3, 0, 2 ** 31])("a token repeats the run, seed %i too", (seed) => {
    const first = runWith({ procs: 3, seed }, choosy);
    expect(run(choosy, { replay: first.token }).value).toBe(first.value);
  });
});

function* computing(d: number): Go {
  yield* work(d);
}

function* calling(d: number): Go {
  yield* syscall(d);
}

function* listening(d: number): Go {
  yield* network(d);
}

test.each([2, 8, 64])(
  "with %i Ps, who polls uses up one time slice after another, not those of all Ps at once",
  (n) => {
    let polls = 0;
    const { time } = runWith({ procs: n }, function* () {
      const mu = new Mutex();
      yield* mu.lock();
      go(function* () {
        yield* sleep(15 * Millisecond);
        yield* mu.unlock();
      });
      while (!(yield* mu.tryLock())) polls++;
    });
    expect(time).toBe(20 * Millisecond);
    expect(polls).toBeLessThan(201_000);
  },
);

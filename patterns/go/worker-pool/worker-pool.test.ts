import { describe, expect, test } from "vitest";
import { everySchedule } from "../schedules.ts";
import {
  background,
  explore,
  go,
  type Go,
  goexit,
  int,
  makeChan,
  Millisecond,
  nilChan,
  now,
  panic,
  range,
  recv,
  type RecvChan,
  run,
  select,
  send,
  sleep,
  unit,
  withTimeout,
} from "../runtime/runtime.ts";
import { type Attempt, inOrder, type Result, workerPool } from "./worker-pool.ts";

const never = nilChan<unknown>();
const pools = Object.entries({ workerPool, inOrder });

/** The jobs 0 to n - 1, then closed. */
function upTo(n: number, done: RecvChan<unknown> = never): RecvChan<number> {
  const jobs = makeChan(int);
  go(function* producer() {
    for (let job = 0; job < n; job++) {
      const { index } = yield* select(recv(done), send(jobs, job));
      if (index === 0) break;
    }
    yield* jobs.close();
  });
  return jobs;
}

function* all<T>(from: RecvChan<T>): Go<T[]> {
  const values: T[] = [];
  for (const each = range(from); yield* each.next();) values.push(each.value);
  return values;
}

function square(n: number): Attempt<number> {
  return [n * n, null];
}

describe.each(pools)("%s", (name, pool) => {
  const inTurn = <J, R>(results: readonly Result<J, R>[]): readonly Result<J, R>[] =>
    name === "inOrder" ? results : results.toSorted((a, b) => Number(a.job) - Number(b.job));

  test.each([
    [1, 0],
    [1, 3],
    [2, 1],
    [2, 5],
    [3, 4],
    [5, 3],
  ])("%i workers: each of %i jobs is done once, and then the results are closed", (workers, n) => {
    everySchedule(
      function* () {
        const begun: number[] = [];
        const results = yield* pool(never, workers, upTo(n), (job) => {
          begun.push(job);
          return square(job);
        });
        return { results: yield* all(results), begun };
      },
      ({ results, begun }) => {
        const jobs = [...Array(n).keys()];
        expect(inTurn(results)).toEqual(jobs.map((job) => ({ job, value: job * job, err: null })));
        expect(begun.toSorted((a, b) => a - b)).toEqual(jobs);
      },
    );
  });

  test("so it is under every schedule with few switches", () => {
    const found = explore(
      function* () {
        const jobs = makeChan(int, 2);
        yield* jobs.send(0);
        yield* jobs.send(1);
        yield* jobs.close();
        return yield* all(yield* pool(never, 2, jobs, square));
      },
      {
        runs: 1000,
        check: ({ value }) =>
          inTurn(value!)
            .map(({ value }) => value)
            .join() === "0,1"
            ? undefined
            : "wrong results",
      },
    );
    expect(found.failure).toBeUndefined();
    expect(found.runs).toBeGreaterThan(500);
  });

  test.each([
    [1, 60],
    [2, 30],
    [3, 20],
    [4, 20],
    [9, 10],
  ])("%i workers need %i ms for 6 jobs of 10 ms, and are never more at work", (workers, milliseconds) => {
    everySchedule(
      function* () {
        let [active, most] = [0, 0];
        const results = yield* pool(never, workers, upTo(6), function* (job) {
          most = Math.max(most, ++active);
          yield* sleep(10 * Millisecond);
          active--;
          return square(job);
        });
        yield* all(results);
        return most;
      },
      (most, { time }) => {
        expect(most).toBe(Math.min(workers, 6));
        expect(time).toBe(milliseconds * Millisecond);
      },
    );
  });

  test("a job that fails or panics has its error, and all others their results", () => {
    everySchedule(
      function* () {
        const results = yield* pool(never, 2, upTo(6), function* (job): Go<Attempt<number>> {
          yield* sleep(job);
          if (job === 1) return [undefined, new Error("no")];
          if (job === 2) panic("help");
          if (job === 3) throw new RangeError("thrown");
          return square(job);
        });
        return inTurn(yield* all(results));
      },
      (results) => {
        expect(results.map(({ value, err }) => value ?? err.message)).toEqual([
          0,
          "no",
          "panic: help",
          "panic: thrown",
          16,
          25,
        ]);
        expect(results[3]!.err?.cause).toMatchObject({ value: new RangeError("thrown") });
      },
    );
  });

  test("while nobody reads, as many jobs begin as there are workers", () => {
    everySchedule(
      function* () {
        let begun = 0;
        const results = yield* pool(never, 3, upTo(12), (job) => {
          begun++;
          return square(job);
        });
        yield* sleep(Millisecond);
        const whileNobodyRead = begun;
        yield* all(results);
        return [whileNobodyRead, begun];
      },
      (begun) => expect(begun).toEqual([3, 12]),
    );
  });

  test("once done is closed no job begins, and the results close when those under way have ended", () => {
    everySchedule(
      function* () {
        const done = makeChan(unit);
        const begun: number[] = [];
        let cancelled = Infinity;
        let late = 0;
        const results = yield* pool(done, 2, upTo(50, done), function* (job) {
          begun.push(job);
          if (now() > cancelled) late++;
          yield* sleep(10 * Millisecond);
          return square(job);
        });
        go(function* canceller() {
          yield* sleep(25 * Millisecond);
          cancelled = now();
          yield* done.close();
        });
        const received = yield* all(results);
        return { begun, late, received: received.length };
      },
      ({ begun, late, received }, { time }) => {
        expect(begun.length).toBe(6);
        expect(late).toBe(0);
        expect(received).toBeLessThanOrEqual(6);
        expect(time).toBe(30 * Millisecond);
      },
    );
  });

  test("a context can be done: no job begins after its deadline", () => {
    everySchedule(
      function* () {
        const [ctx, cancel] = withTimeout(background(), 25 * Millisecond);
        let begun = 0;
        const results = yield* pool(ctx.done(), 2, upTo(50, ctx.done()), function* (job) {
          begun++;
          yield* sleep(10 * Millisecond);
          return square(job);
        });
        yield* all(results);
        yield* cancel();
        return begun;
      },
      (begun, { time }) => expect([begun, time]).toEqual([6, 30 * Millisecond]),
    );
  });

  test("workers that wait for jobs, which nobody sends and nobody closes, end at once when done is closed", () => {
    everySchedule(
      function* () {
        const done = makeChan(unit);
        const results = yield* pool(done, 2, makeChan(int), square);
        go(function* canceller() {
          yield* sleep(5);
          yield* done.close();
        });
        return [yield* all(results), now()];
      },
      (value) => expect(value).toEqual([[], 5]),
    );
  });

  test("jobs that were in the channel before done was closed do not begin after it", () => {
    everySchedule(
      function* () {
        const done = makeChan(unit);
        yield* done.close();
        const jobs = makeChan(int, 8);
        for (let job = 0; job < 8; job++) yield* jobs.send(job);
        let begun = 0;
        const results = yield* pool(done, 2, jobs, (job) => {
          begun++;
          return square(job);
        });
        yield* all(results);
        return begun;
      },
      (begun) => expect(begun).toBe(0),
    );
  });

  test("a reader who has had enough closes done and leaves nobody behind", () => {
    everySchedule(
      function* () {
        const done = makeChan(unit);
        const results = yield* pool(done, 3, upTo(20, done), square);
        const [first] = yield* results.recvOk();
        yield* done.close();
        return first.err;
      },
      (err) => expect(err).toBeNull(),
    );
  });

  test("one who only leaves, leaves all of them behind", () => {
    const outcome = run(function* () {
      const results = yield* pool(never, 3, upTo(20), square);
      yield* results.recv();
    });
    const names = new Set(outcome.leaks().map((leak) => leak.name));
    expect([...names].sort()).toEqual(
      name === "inOrder"
        ? ["collector", "dispatcher", "producer", "worker"]
        : ["closer", "producer", "worker"],
    );
  });

  test.each([0, -1, 1.5, NaN])("%s workers are refused", (workers) => {
    const { message } = run(() => pool(never, workers, upTo(0), square));
    expect(message).toBe(`${workers} workers: it must be a whole number of at least 1`);
  });

  test("the zero value, which comes after the last result, is an error", () => {
    const { value } = run(function* () {
      const results = yield* pool(never, 1, upTo(0), square);
      return yield* results.recv();
    });
    expect(value).toEqual({ job: 0, value: undefined, err: new Error("no result: the channel is closed") });
  });
});

describe("order", () => {
  const durations = [30, 10, 20, 5, 0].map((ms) => ms * Millisecond);
  function* slowSquare(job: number): Go<Attempt<number>> {
    yield* sleep(durations[job]!);
    return square(job);
  }

  test("a pool gives results as they end, and inOrder as the jobs came", () => {
    everySchedule(
      function* () {
        const asEnded = yield* all(yield* workerPool(never, 5, upTo(5), slowSquare));
        const asCame = yield* all(yield* inOrder(never, 5, upTo(5), slowSquare));
        return [asEnded, asCame].map((results) => results.map(({ job }) => job));
      },
      (orders) =>
        expect(orders).toEqual([
          [4, 3, 1, 2, 0],
          [0, 1, 2, 3, 4],
        ]),
    );
  });

  test("inOrder lets no more results wait than there are workers, however slow the first", () => {
    everySchedule(
      function* () {
        let begun = 0;
        const results = yield* inOrder(never, 3, upTo(20), function* (job) {
          begun++;
          if (job === 0) yield* sleep(10 * Millisecond);
          return square(job);
        });
        yield* sleep(5 * Millisecond);
        const meanwhile = begun;
        yield* all(results);
        return meanwhile;
      },
      (meanwhile) => expect(meanwhile).toBe(3),
    );
  });
});

describe("what the pool is protected from", () => {
  test("workers that close the results themselves: some schedule makes another send too late", () => {
    const found = explore(function* () {
      const jobs = upTo(2);
      const results = makeChan(int);
      for (let i = 0; i < 2; i++) {
        go(function* worker() {
          for (const each = range(jobs); yield* each.next();) yield* results.send(each.value);
          yield* results.close();
        });
      }
      return yield* all(results);
    });
    expect(found.failure?.message).toMatch(/^panic: (send on|close of) closed channel$/);
  });

  test("a select that takes jobs without a second look at done: it begins some of those that were cancelled", () => {
    const { value } = run(function* () {
      const done = makeChan(unit);
      yield* done.close();
      const jobs = makeChan(int, 100);
      for (let job = 0; job < 100; job++) yield* jobs.send(job);
      for (let begun = 0; ; begun++) {
        const { index } = yield* select(recv(done), recv(jobs));
        if (index === 0) return begun;
      }
    });
    expect(value).toBeGreaterThan(0);
  });

  test("nothing saves a worker whose job calls Goexit: its result never comes", () => {
    const { value } = run(function* () {
      const results = yield* workerPool(never, 2, upTo(5), function* (job) {
        if (job === 1) yield* goexit();
        return square(job);
      });
      return (yield* all(results)).map(({ job }) => job);
    });
    expect(value).toEqual([0, 2, 3, 4]);
  });
});

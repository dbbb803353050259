/**
 * A worker pool: a fixed number of goroutines share one channel of jobs, so that never more of them are in work.
 *
 *   workerPool   results as they are finished
 *   inOrder      results in the order of the jobs; a slow job holds back the results behind it
 *
 * Both return at once, with a channel of results that is closed after the last one. Closing `jobs` drains the pool; closing
 * `done` stops it: no job begins any more, and results that nobody has taken are dropped. Whoever stops reading before the
 * end has to close `done`. Memory: at most `workers` results, or jobs under way, wait for the reader. nilChan() as `done`
 * means never.
 *
 * Tested under Go's scheduler with 1 to 4 Ps, a hundred random schedules, and systematically explored ones.
 */
import {
  call,
  type Chan,
  deferring,
  go,
  type Go,
  makeChan,
  nilChan,
  of,
  otherwise,
  recover,
  recv,
  type RecvChan,
  select,
  send,
  type Type,
  WaitGroup,
} from "../runtime/runtime.ts";

/** What Go's `(R, error)` is: one of the two counts. */
export type Attempt<R> = readonly [value: R, err: null] | readonly [value: undefined, err: Error];

export type Result<J, R> =
  | { readonly job: J; readonly value: R; readonly err: null }
  | { readonly job: J; readonly value: undefined; readonly err: Error };

/** Does one job. A panic in it becomes an error with the panic as its cause, and the worker goes on. */
export type Work<J, R> = (job: J) => Go<Attempt<R>> | Attempt<R>;

/** Results in the order in which jobs end. Panics unless `workers` is a whole number of at least 1. */
export function* workerPool<J, R>(
  done: RecvChan<unknown>,
  workers: number,
  jobs: RecvChan<J>,
  work: Work<J, R>,
): Go<RecvChan<Result<J, R>>> {
  requireWorkers(workers);
  const results = makeChan(resultType<J, R>(jobs.zero));
  const group = new WaitGroup();
  for (let i = 0; i < workers; i++) {
    yield* group.go(function* worker() {
      yield* untilDone(done, jobs, function* (job) {
        const result = yield* attempt(work, job);
        yield* select(recv(done), send(results, result));
      });
    });
  }
  // No worker knows whether it is the last that sends: who closes must not be one of them.
  go(function* closer() {
    yield* group.wait();
    yield* results.close();
  });
  return results;
}

/** A job, and the channel with room for its result. */
interface Task<J, R> {
  readonly job: J;
  readonly result: Chan<Result<J, R>>;
}

/**
 * Results in the order of the jobs: for each job a channel of its own stands in a line, and the first in line is waited
 * for. The line is as long as there are workers. Panics unless `workers` is a whole number of at least 1.
 */
export function* inOrder<J, R>(
  done: RecvChan<unknown>,
  workers: number,
  jobs: RecvChan<J>,
  work: Work<J, R>,
): Go<RecvChan<Result<J, R>>> {
  requireWorkers(workers);
  const type = resultType<J, R>(jobs.zero);
  const results = makeChan(type);
  const tasks = makeChan(of<Task<J, R>>({ job: jobs.zero, result: nilChan() }));
  // The collector holds the first of the line.
  const line = makeChan(of<RecvChan<Result<J, R>>>(nilChan()), workers - 1);
  go(function* dispatcher() {
    yield* untilDone(done, jobs, function* (job) {
      const result = makeChan(type, 1);
      yield* select(recv(done), send(line, result));
      yield* select(recv(done), send(tasks, { job, result }));
    });
    yield* tasks.close();
    yield* line.close();
  });
  const group = new WaitGroup();
  for (let i = 0; i < workers; i++) {
    yield* group.go(function* worker() {
      yield* untilDone(done, tasks, function* ({ job, result }) {
        yield* result.send(yield* attempt(work, job));
      });
    });
  }
  go(function* collector() {
    yield* untilDone(done, line, function* (first) {
      const result = yield* select(recv(done), recv(first));
      if (result.index === 1) yield* select(recv(done), send(results, result.value));
    });
    yield* group.wait();
    yield* results.close();
  });
  return results;
}

/** Handles what comes until the channel or `done` is closed. What `handle` left undone because of `done` is over with it. */
function* untilDone<T>(done: RecvChan<unknown>, from: RecvChan<T>, handle: (next: T) => Go): Go {
  for (;;) {
    const next = yield* select(recv(done), recv(from));
    if (next.index === 0 || !next.ok) return;
    // Where both were ready, select has tossed a coin.
    const { index } = yield* select(recv(done), otherwise);
    if (index === 0) return;
    yield* handle(next.value);
  }
}

function* attempt<J, R>(work: Work<J, R>, job: J): Go<Result<J, R>> {
  const [value, err] = yield* deferring<Attempt<R>>(
    function* (frame) {
      frame.defer(() => {
        const cause = frame.panicking;
        if (recover() !== null) frame.result = [undefined, new Error(`panic: ${cause!.message}`, { cause })];
      });
      return yield* call<Attempt<R>>(() => work(job));
    },
    [undefined, noResult],
  );
  return err === null ? { job, value, err } : { job, value: undefined, err };
}

const noResult = new Error("no result: the channel is closed");

function resultType<J, R>(job: J): Type<Result<J, R>> {
  return of<Result<J, R>>({ job, value: undefined, err: noResult }, "Result");
}

function requireWorkers(workers: number): void {
  if (!(Number.isSafeInteger(workers) && workers >= 1))
    throw new RangeError(`${workers} workers: it must be a whole number of at least 1`);
}

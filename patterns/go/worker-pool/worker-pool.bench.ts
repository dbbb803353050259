import { comparison } from "#bench/comparison.ts";
import {
  type Chan,
  go,
  type Go,
  int,
  makeChan,
  nilChan,
  range,
  type RecvChan,
  run,
  type Start,
  unit,
  WaitGroup,
} from "../runtime/runtime.ts";
import { type Attempt, inOrder, workerPool } from "./worker-pool.ts";

const workers = 8;

function square(job: number): Attempt<number> {
  return [(job * job) % 1009, null];
}

function resultOf(main: Start<[], number>): number {
  const { value, errors } = run(main);
  if (value === undefined) throw new Error(errors);
  return value;
}

function upTo(n: number, cap = 0): RecvChan<number> {
  const jobs = makeChan(int, cap);
  go(function* producer() {
    for (let job = 0; job < n; job++) yield* jobs.send(job);
    yield* jobs.close();
  });
  return jobs;
}

function* sum(from: RecvChan<number>): Go<number> {
  let sum = 0;
  for (const each = range(from); yield* each.next();) sum += each.value;
  return sum;
}

function* sumOfResults(results: RecvChan<{ readonly value: number | undefined }>): Go<number> {
  let sum = 0;
  for (const each = range(results); yield* each.next();) sum += each.value.value!;
  return sum;
}

/** Workers without `done`, without results for panics: what a pool costs that is sure to be read to its end. */
function bare(cap: number): (n: number) => number {
  return (n) =>
    resultOf(function* () {
      const jobs = upTo(n, cap);
      const results = makeChan(int, cap);
      const group = new WaitGroup();
      for (let i = 0; i < workers; i++) {
        yield* group.go(function* worker() {
          for (const each = range(jobs); yield* each.next();) yield* results.send(square(each.value)[0]!);
        });
      }
      go(function* closer() {
        yield* group.wait();
        yield* results.close();
      });
      return yield* sum(results);
    });
}

/** A goroutine for each job, of which as many are let in at a time as there would be workers. */
function perJob(n: number): number {
  return resultOf(function* () {
    const results = makeChan(int);
    const room: Chan<void> = makeChan(unit, workers);
    const group = new WaitGroup();
    go(function* producer() {
      for (let job = 0; job < n; job++) {
        yield* room.send();
        yield* group.go(function* () {
          yield* results.send(square(job)[0]!);
          yield* room.recv();
        });
      }
      yield* group.wait();
      yield* results.close();
    });
    return yield* sum(results);
  });
}

function pool(make: typeof workerPool): (n: number) => number {
  return (n) =>
    resultOf(function* () {
      return yield* sumOfResults(yield* make(nilChan(), workers, upTo(n), square));
    });
}

export default [
  comparison({
    title: "n jobs that take no time, 8 at a time",
    sizes: [1000, 10_000],
    input: (n) => n,
    contenders: {
      "ours: as they end": pool(workerPool),
      "ours: in order": pool(inOrder),
      "bare workers, unbuffered": bare(0),
      "bare workers, buffers of 64": bare(64),
      "a goroutine for each job": perJob,
    },
  }),
];

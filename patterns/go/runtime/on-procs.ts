/** Programs of many goroutines under Go's scheduler, for tests. */
import { type Go, go, goLike, type GoLikeOptions, type Outcome, run, WaitGroup } from "./runtime.ts";

export function runWith<T>(options: GoLikeOptions, main: () => Go<T>): Outcome<T> {
  const outcome = run(main, { policy: goLike(options), record: true });
  if (outcome.errors !== "") throw new Error(outcome.errors);
  return outcome;
}

/** Starts `n` goroutines with these bodies and waits for them. */
export function* many(n: number, body: (i: number) => Go): Go {
  const wg = new WaitGroup();
  yield* wg.add(n);
  for (let i = 0; i < n; i++) {
    go(function* () {
      yield* body(i);
      yield* wg.done();
    });
  }
  yield* wg.wait();
}

export function total(
  { procs }: Outcome,
  what:
    | "ran"
    | "steals"
    | "stolen"
    | "toGlobal"
    | "fromGlobal"
    | "preempted"
    | "handedOff"
    | "worked"
    | "waitedForLock",
): number {
  return procs.reduce((sum, one) => sum + one[what], 0);
}

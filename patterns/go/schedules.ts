/**
 * Runs a program under many schedules: Go's own scheduler with 1, 2 and 4 Ps, and a hundred that take any legal turn.
 * Under each it must end without a panic, a deadlock, a race or a leak, and `check` must not throw. A failure names the
 * token that repeats it: `run(main, { replay: token })`. Whatever `main` changes has to be made inside of it.
 */
import { type Go, goLike, type Outcome, type Policy, run, seeded } from "./runtime/runtime.ts";

const policies: readonly (() => Policy)[] = [
  ...[1, 2, 4].flatMap((procs) => [1, 2, 3].map((seed) => () => goLike({ procs, seed }))),
  ...Array.from({ length: 100 }, (_, seed) => () => seeded(seed)),
];

export function everySchedule<T>(main: () => Go<T>, check: (value: T, outcome: Outcome<T>) => void): void {
  for (const policy of policies) {
    const outcome = run(main, { policy: policy() });
    try {
      if (outcome.errors !== "") throw new Error(outcome.errors);
      check(outcome.value!, outcome);
      const [leak] = outcome.leaks();
      if (leak !== undefined) throw new Error(`${leak.name} is left behind: ${leak.state}`);
    } catch (cause) {
      throw new Error(`under the schedule ${outcome.token}: ${String(cause)}`, { cause });
    }
  }
}

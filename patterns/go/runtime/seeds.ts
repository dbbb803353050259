/** For laws that hold under every schedule: Go's own with 1 and 4 Ps, and those of 201 seeds. */
import { type Go, goLike, type Policy, run, seeded, WaitGroup } from "./runtime.ts";

export const seeds: readonly number[] = Array.from({ length: 201 }, (_, seed) => seed);

const policies: readonly (() => Policy)[] = [
  () => goLike(),
  () => goLike({ procs: 4 }),
  ...seeds.map((seed) => () => seeded(seed)),
];

/** Runs `main` under each of them, has its value checked, and allows no panic, deadlock, race or leak. */
export function everywhere<T>(main: () => Go<T>, check: (value: T) => void = () => undefined): void {
  for (const policy of policies) {
    const outcome = run(main, { policy: policy() });
    const leaks = outcome.leaks().map(({ name }) => name);
    if (outcome.errors !== "" || leaks.length > 0) {
      throw new Error(`${outcome.token}: ${outcome.errors}${leaks.join(", ")}`);
    }
    check(outcome.value!);
  }
}

/** The different values of `main` under the seeds. */
export function outcomes<T>(main: () => Go<T>): Set<T> {
  return new Set(seeds.map((seed) => run(main, { policy: seeded(seed) }).value!));
}

/** Whether any of the seeds shows a race. */
export function racesSomewhere(main: () => Go<unknown>): boolean {
  return seeds.some((seed) => run(main, { policy: seeded(seed) }).races.length > 0);
}

/** Runs the parts in goroutines of their own until all have ended. */
export function* together(...parts: (() => Go)[]): Go {
  const wg = new WaitGroup();
  for (const part of parts) yield* wg.go(part);
  yield* wg.wait();
}

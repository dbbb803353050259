/** The schedules under which the laws of the runtime are tried: Go's own with 1 to 8 Ps, and many at random. */
import { inspect, isDeepStrictEqual } from "node:util";
import { type Go, goLike, type Policy, run, seeded } from "./runtime.ts";

export interface Schedule {
  readonly name: string;
  /** A new one for each run, as a policy serves one run. */
  readonly policy: () => Policy;
}

export const goSchedules: readonly Schedule[] = [1, 2, 4, 8].map((procs) => ({
  name: `goLike, ${procs} Ps`,
  policy: () => goLike({ procs, seed: procs }),
}));

export const randomSchedules: readonly Schedule[] = Array.from({ length: 51 }, (_, seed) => ({
  name: `seed ${seed}`,
  policy: () => seeded(seed),
}));

export const manySchedules: readonly Schedule[] = [...goSchedules, ...randomSchedules];

/** What `main` returns under all of them; anything else, a panic, a deadlock or a race is a failure. */
export function everywhere<T>(main: () => Go<T>, wanted: T): void {
  for (const { name, policy } of manySchedules) {
    const { value, errors } = run(main, { policy: policy() });
    if (errors !== "" || !isDeepStrictEqual(value, wanted)) {
      throw new Error(`${name}: ${errors || inspect(value)} instead of ${inspect(wanted)}`);
    }
  }
}

interface Ended {
  readonly lines: readonly string[];
  readonly message: string;
  readonly exitCode: number;
}

/** What a program printed and how it ended, which must be the same under all of them. */
export function always(main: () => Go<unknown>): Ended {
  let first: Ended | undefined;
  for (const { name, policy } of manySchedules) {
    const { output, message, exitCode } = run(main, { policy: policy() });
    const ended = { lines: output.split("\n").slice(0, -1), message, exitCode };
    first ??= ended;
    if (!isDeepStrictEqual(ended, first)) {
      throw new Error(`${name}: ${inspect(ended)} but otherwise ${inspect(first)}`);
    }
  }
  return first!;
}

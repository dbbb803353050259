/**
 * Runs a program under many schedules and reports the first that fails, shrunk to the fewest switches. First the schedules
 * next to the plain one, in which everybody runs until they must wait: all with one deviation, then all with two, and so
 * on (delay bounding: Emmi, Qadeer, Rakamarić, 2011); then some in which all go in step; then schedules at random.
 */
import { type Chooser, Controlled } from "../scheduler/controlled.ts";
import { inStep, recorded, seeded } from "../scheduler/choosers.ts";
import type { Start } from "../goroutine.ts";
import { Misuse } from "../panic.ts";
import { type Outcome, run } from "../run.ts";
import { shrunk } from "./shrink.ts";

export interface ExploreOptions<T> {
  /** Schedules to try, those for shrinking not counted; 2000 unless said otherwise. */
  readonly runs?: number;
  /** Where the random schedules begin. */
  readonly seed?: number;
  /** Says in a string what is wrong with an outcome that ended well, or throws; anything else it returns means nothing is. */
  readonly check?: (outcome: Outcome<T>) => unknown;
  /** Whether goroutines that can never run again count as failures: yes, unless said otherwise. */
  readonly leaks?: boolean;
}

export interface Failure<T> {
  /** What went wrong, in a sentence or two. */
  readonly message: string;
  /** The shortest schedule found that fails, run with a log and a list of steps. */
  readonly outcome: Outcome<T>;
  /** How often another goroutine went on in it. */
  readonly contextSwitches: number;
  /** Repeats it: `run(main, { replay: token })`. */
  readonly token: string;
}

export interface Exploration<T> {
  readonly runs: number;
  /** Whether every schedule there is was tried, but for those in which somebody does more than 100 operations in a row. */
  readonly complete: boolean;
  /** Runs that were given up after a hundred thousand operations: somebody polls for what does not come. */
  readonly unfinished: number;
  readonly failure: Failure<T> | undefined;
}

/** One schedule that was tried. */
export interface Tried<T> {
  readonly outcome: Outcome<T>;
  /** The choices it made, and how many options each had. */
  readonly choices: readonly number[];
  readonly options: readonly number[];
  /** What went wrong; undefined when nothing did. */
  readonly message: string | undefined;
}

export type Try<T> = (choices: readonly number[] | Chooser) => Tried<T>;

/** In step: everybody gives way after so many operations. Finds what takes as many switches as there are goroutines. */
const strides = [1, 2, 3];

/** Runs `main` again and again; so everything it changes has to be made inside of it. */
export function explore<T>(main: Start<[], T>, options: ExploreOptions<T> = {}): Exploration<T> {
  const { runs = 2000, seed = 1 } = options;
  let unfinished = 0;
  const attempt: Try<T> = (choices) => {
    const one = tried(main, choices, options);
    if (one.outcome.ending === "unfinished") unfinished++;
    return one;
  };
  const search = systematic(attempt, Math.ceil(runs / 2));
  let { count, failing } = search;
  for (let i = 0; failing === undefined && !search.complete && count < runs; i++, count++) {
    const stride = strides[i];
    const one = attempt(stride === undefined ? seeded(seed + count) : inStep(stride));
    if (one.message !== undefined) failing = one;
  }
  return {
    runs: count,
    complete: search.complete,
    unfinished,
    failure: failing === undefined ? undefined : failureOf(main, shrunk(failing, attempt), options),
  };
}

/** Every schedule once, those with fewer deviations first, until `limit`. */
function systematic<T>(
  attempt: Try<T>,
  limit: number,
): { count: number; complete: boolean; failing: Tried<T> | undefined } {
  let level: (readonly number[])[] = [[]];
  let count = 0;
  while (level.length > 0) {
    const next: (readonly number[])[] = [];
    for (const prefix of level) {
      if (count === limit) return { count, complete: false, failing: undefined };
      count++;
      const one = attempt(prefix);
      if (one.message !== undefined) return { count, complete: false, failing: one };
      requireRepeatable(prefix, one);
      // Those that deviate once more, later than this one does; without the limit there may be too many to remember.
      for (let i = prefix.length; i < one.options.length && next.length < limit; i++) {
        for (let choice = 1; choice < one.options[i]!; choice++)
          next.push([...one.choices.slice(0, i), choice]);
      }
    }
    level = next;
  }
  return { count, complete: count < limit, failing: undefined };
}

function tried<T>(
  main: Start<[], T>,
  choices: readonly number[] | Chooser,
  { check, leaks = true }: ExploreOptions<T>,
): Tried<T> {
  const policy = new Controlled("choose" in choices ? choices : recorded(choices));
  const outcome = run(main, { policy, places: false });
  // What follows the end belongs to the search for leaks, not to the schedule.
  const made = { choices: [...policy.choices], options: [...policy.options] };
  return { outcome, ...made, message: complaint(outcome, check, leaks) };
}

function complaint<T>(
  outcome: Outcome<T>,
  check: ExploreOptions<T>["check"],
  leaks: boolean,
): string | undefined {
  if (outcome.ending === "unfinished") return undefined;
  const { races } = outcome;
  if (outcome.exitCode !== 0) {
    if (races.length > 0 && outcome.message === "") return `data race on ${races[0]!.name}`;
    return outcome.message === ""
      ? `exit status ${outcome.exitCode}`
      : `${outcome.ending === "panic" ? "panic" : "fatal error"}: ${outcome.message}`;
  }
  try {
    const wrong = check?.(outcome);
    if (typeof wrong === "string") return wrong;
  } catch (thrown) {
    return thrown instanceof Error ? thrown.message : String(thrown);
  }
  if (!leaks) return undefined;
  const [first, ...others] = outcome.leaks();
  if (first === undefined) return undefined;
  const more = others.length === 0 ? "" : ` and ${others.length} more`;
  return `goroutine ${first.id} (${first.name}) can never run again: ${first.state}${more}`;
}

function requireRepeatable<T>(prefix: readonly number[], { choices }: Tried<T>): void {
  const at = prefix.findIndex((choice, i) => choices[i] !== choice);
  if (at >= 0) {
    throw new Misuse(
      `explore: choice ${at} was not to be had again; make everything the program changes inside main`,
    );
  }
}

function failureOf<T>(
  main: Start<[], T>,
  { choices, message }: Tried<T>,
  options: ExploreOptions<T>,
): Failure<T> {
  const outcome = run(main, { policy: new Controlled(recorded(choices)), record: true, steps: true });
  const again = complaint(outcome, options.check, options.leaks ?? true);
  return {
    message: again ?? message!,
    outcome,
    contextSwitches: contextSwitches(outcome),
    token: outcome.token,
  };
}

function contextSwitches({ log }: Outcome): number {
  let count = 0;
  let last = 1;
  for (const { kind, g } of log ?? []) {
    if (kind !== "resumed" || g === last) continue;
    last = g;
    count++;
  }
  return count;
}

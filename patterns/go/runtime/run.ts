/** Running a program, and what became of it. */
import type { End, Step } from "./ending.ts";
import { EventLog } from "./events.ts";
import type { Start } from "./goroutine.ts";
import { leaksOf } from "./leaks.ts";
import { checkForgotten } from "./forgotten.ts";
import { Misuse } from "./panic.ts";
import { describePolicy, goLike, policyFrom } from "./scheduler/policies.ts";
import type { Policy } from "./scheduler/policy.ts";
import type { ProcStats } from "./scheduler/proc.ts";
import type { Race } from "./races.ts";
import { errorText, type GoroutineState, raceText, states } from "./report.ts";
import { parseToken, type Return, tokenOf } from "./search/token.ts";
import { within, World } from "./world.ts";

export interface RunOptions {
  /** Who runs next; `goLike()` unless said otherwise. A policy serves one run. */
  readonly policy?: Policy;
  /** The token of an earlier run, instead of a policy: repeats it. */
  readonly replay?: string;
  /** Keeps a log of everything that happened. */
  readonly record?: boolean;
  /** Keeps a list of the operations, with their places in the program. */
  readonly steps?: boolean;
  /** Whether reports say where goroutines were started and races happened: yes, unless said otherwise. Takes time. */
  readonly places?: boolean;
}

export interface Outcome<T = unknown> {
  /** What main returned; undefined when it did not. */
  readonly value: T | undefined;
  /** 0; 2 after a panic or a fatal error; 66 after a data race, as with `go run -race`; or the last byte of what `exit` was given. */
  readonly exitCode: number;
  readonly ending: End["kind"];
  /** Of the panic or the fatal error; empty when there was none. */
  readonly message: string;
  /** What `println` wrote. */
  readonly output: string;
  /** What Go would have written to standard error: races, then the panic or fatal error with its goroutines. */
  readonly errors: string;
  /** All goroutines that were alive at the end; main is among them unless it had returned. */
  readonly goroutines: readonly GoroutineState[];
  readonly races: readonly Race[];
  /** Virtual nanoseconds the program took. */
  readonly time: number;
  /** How often a goroutine was resumed. */
  readonly switches: number;
  /** What each P did; empty for policies without Ps. */
  readonly procs: readonly ProcStats[];
  /** Undefined unless recorded. */
  readonly log: EventLog | undefined;
  /** Who did what, in order; empty unless asked for. */
  readonly steps: readonly Step[];
  /** Repeats this run: `run(main, { replay: token })`. */
  readonly token: string;
  /**
   * The goroutines that main left behind and that can never run again. Lets the others run on to find out, so call it
   * when nothing else is wanted of the program.
   */
  leaks(): readonly GoroutineState[];
}

/** Runs `main` and everything it starts. Throws only for what Go's compiler would have refused. */
export function run<T>(main: Start<[], T>, options: RunOptions = {}): Outcome<T> {
  const { world, returns } = prepared(main, options);
  if (within(world, () => world.loop(0)) !== "ended") {
    throw new Misuse("run: the program waits for a promise; use runAsync");
  }
  return outcome(main, world, returns);
}

/** The same misuse with the place in the program where it began: found by running the program once more, listing steps. */
function placed(main: Start<[], unknown>, world: World, misuse: Misuse): Misuse {
  try {
    run(main, { replay: describePolicy(world.policy), steps: true });
  } catch (again) {
    if (again instanceof Misuse && again.message === misuse.message) return again;
  }
  return misuse;
}

/** The switches between two looks at the world outside, while there is something to wait for there. */
const patience = 1000;

/** As `run`, for programs that wait for promises with `awaiting`. */
export async function runAsync<T>(main: Start<[], T>, options: RunOptions = {}): Promise<Outcome<T>> {
  const { world, returns, expected } = prepared(main, options);
  for (;;) {
    const next = expected.shift();
    const state = within(world, () => world.loop(next?.at ?? world.switches + patience));
    if (state === "ended") break;
    await (next === undefined ? anySettled(world, state === "waiting") : settled(world, next.number));
    const back = world.outside.settled.filter(({ number }) => next === undefined || number === next.number);
    within(world, () => {
      for (const one of back) {
        returns.push({ number: one.number, at: world.switches });
        world.comeBack(one);
      }
    });
  }
  return outcome(main, world, returns);
}

function prepared(
  main: Start<[], unknown>,
  { policy, replay, record = false, steps = false, places = true }: RunOptions,
) {
  checkForgotten();
  const recipe = replay === undefined ? undefined : parseToken(replay);
  const chosen = policy ?? (recipe === undefined ? goLike() : policyFrom(recipe.policy));
  const world = new World(
    main as Start,
    chosen,
    places,
    record ? new EventLog() : undefined,
    steps ? [] : undefined,
  );
  const returns: Return[] = [];
  return { world, returns, expected: [...(recipe?.returns ?? [])] };
}

/** Until something has settled; when the program can go on by itself, only for a moment. */
async function anySettled(world: World, patient: boolean): Promise<void> {
  await new Promise<void>((resolve) => {
    if (!patient || world.outside.settled.length > 0) setImmediate(resolve);
    else world.outside.onSettled = resolve;
  });
}

async function settled(world: World, number: number): Promise<void> {
  while (!world.outside.settled.some((one) => one.number === number)) {
    await new Promise<void>((resolve) => {
      world.outside.onSettled = resolve;
    });
  }
}

function outcome<T>(main: Start<[], T>, world: World, returns: readonly Return[]): Outcome<T> {
  const end = world.end!;
  if (end.kind === "misuse") throw world.steps === undefined ? placed(main, world, end.error) : end.error;
  const races = world.races?.found ?? [];
  // Stacks of goroutines take time, and those who run a program a thousand times do not want them.
  let shownStates: readonly GoroutineState[] | undefined;
  return {
    value: end.kind === "returned" ? (end.value as T) : undefined,
    exitCode: exitCode(end, races.length),
    ending: end.kind,
    message: messageOf(end),
    output: world.output,
    get errors() {
      return [...races.map(raceText), errorText(world, end)].filter(Boolean).join("\n");
    },
    get goroutines() {
      return (shownStates ??= states(world));
    },
    races,
    time: world.now,
    switches: world.switches,
    procs: world.policy.stats,
    log: world.log,
    steps: world.steps === undefined ? [] : [...world.steps],
    token: tokenOf({ policy: describePolicy(world.policy), returns }),
    leaks: () => leaksOf(world),
  };
}

function messageOf(end: End): string {
  if (end.kind === "panic") return end.panic.message;
  return end.kind === "fatal" ? end.message : "";
}

function exitCode(end: End, races: number): number {
  // What a process can hand over: one byte.
  if (end.kind === "exit") return end.code & 255;
  if (end.kind !== "returned" && end.kind !== "unfinished") return 2;
  return races > 0 ? 66 : 0;
}

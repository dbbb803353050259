import { ended, type Observed, observation, type Outcome, remarks } from "./observation.ts";
import { notation } from "./notation.ts";
import type { Check, Module } from "./problem.ts";

/** What is used of a runtime that has goroutines. Problems hand it over: patterns/go/runtime. */
export interface Runtime {
  run(main: () => unknown, options?: { steps?: boolean; replay?: string; policy?: unknown }): Outcome;
  controlled(chooser: { name: string; choose: () => number }, operations: number): object;
  explore(
    main: () => unknown,
    options: { runs: number; check: (outcome: Outcome) => unknown },
  ): { readonly failure: { readonly token: string } | undefined };
  readonly WaitGroup: new () => { add(n: number): Doing; done(): Doing; wait(): Doing };
  go(start: () => unknown): void;
  sleep(duration: number): Doing;
  remark(text: string): void;
  readonly Hour: number;
}

/** Something that a goroutine does with `yield*`. */
type Doing = Iterable<unknown, unknown, void>;

/** Calls a method of a solution, whether it is a generator function or one that never waits. */
export type CallMethod = (
  object: object,
  name: string,
  ...args: unknown[]
) => Generator<never, unknown, void>;

/** One run of a program: built afresh each time, so that nothing is left of an earlier run. */
export interface Program<S extends object> {
  /** What the problem looks at; filled in while the program runs. */
  readonly seen: S;
  /** By name, in the order in which they are started. */
  readonly goroutines: readonly (readonly [name: string, body: () => Doing])[];
  /** What main does when all of them have ended. */
  readonly after?: () => Doing;
}

interface Concurrent<M extends Module, I extends unknown[], S extends object, L extends string> {
  readonly program: (module: M, input: I, call: CallMethod) => Program<S>;
  /** The problem's own laws, which come after those of every concurrent program. */
  // eslint-disable-next-line @typescript-eslint/consistent-indexed-object-style -- from a Record, S is not inferred
  readonly laws: { readonly [K in L]: Check<I, NoInfer<S & Observed>> };
  /** Schedules to try for each input; more where there are few inputs or many goroutines. Left out: 24. */
  readonly schedules?: number;
  /** Whether an input is there for its size alone: then Go's scheduler runs it, once. */
  readonly isLarge?: (input: I) => boolean;
}

function endsNot(how: string): (output: Observed) => boolean {
  return ({ ending }) => !ending.startsWith(how);
}

const laws = {
  "nothing panics": endsNot(ended.panic),
  "no goroutine waits forever": endsNot(ended.waiting),
  "whoever has to wait sleeps": endsNot(ended.polling),
  "no data race": endsNot(ended.race),
  "no goroutine is left behind": endsNot(ended.leak),
};

/** Operations in a small program that only somebody does who asks the same again and again. */
const patience = 2000;

/**
 * The parts of a problem whose solutions run in several goroutines. An input is a small program. It is run with
 * all goroutines started together, under one schedule after the other, those with the fewest switches first; then with
 * goroutines that come half an hour apart, each when those before it sleep or have ended. Both also with the goroutines in
 * reverse. The output is that of the first schedule that
 * breaks a law, made as short as it gets; when none does, that of the plain one.
 */
export function underSchedules<
  M extends Module,
  I extends unknown[],
  S extends object,
  const L extends string,
>(runtime: Runtime, { program, laws: own, schedules = 24, isLarge = () => false }: Concurrent<M, I, S, L>) {
  type O = S & Observed;
  const checks = { ...laws, ...own } as Readonly<Record<L | keyof typeof laws, Check<I, O>>>;
  // Asked here only to find a schedule: whoever judges asks again.
  const breaks = (output: O, input: I): boolean =>
    Object.values<Check<I, O>>(checks).some((holds) => !holds(output, input, output));

  const call = (module: M, input: I): O => {
    let seen!: S;
    /** What the solution threw that is no panic of Go's: a slip, such as a name that is not defined. */
    let slip: { readonly thrown: unknown } | undefined;
    const noting = function* (doing: () => Doing): Generator<never, void, void> {
      try {
        yield* doing() as Generator<never, void, void>;
      } catch (thrown) {
        if (!/^(Panic|Fatal|Misuse|Goexit)$/.test(String((thrown as Error | null)?.name)))
          slip ??= { thrown };
        throw thrown;
      }
    };
    const main = ({ apart = 0, backwards = false }: Way = {}) =>
      function* main(): Generator<never, void, void> {
        let begun: Program<S>;
        yield* noting(() => {
          ({ seen } = begun = program(module, input, (...args) => called(runtime, ...args)));
          return [];
        });
        const { goroutines, after } = begun!;
        const order = backwards ? [...goroutines].reverse() : goroutines;
        yield* playing(runtime, { order, after, apart, noting });
      };
    const observed = (outcome: Outcome): O => {
      if (slip !== undefined) throw slip.thrown;
      return { ...seen, ...observation(outcome) };
    };
    if (isLarge(input)) return observed(runtime.run(main()));

    const ways = [false, true].map((backwards) => ({ backwards }));
    const late = (way: Way, steps = false): O => {
      const policy = runtime.controlled({ name: "plain", choose: () => 0 }, patience);
      return observed(runtime.run(main({ ...way, apart: runtime.Hour / 2 }), { steps, policy }));
    };
    const lateOutputs = ways.map((way) => late(way));
    const lateWay = ways.find((_, i) => breaks(lateOutputs[i]!, input));
    // Who polls would do so for long under every schedule.
    const polling = ways.find((_, i) => lateOutputs[i]!.ending.startsWith(ended.polling));
    if (polling !== undefined) return late(polling, true);

    const check = (outcome: Outcome): unknown =>
      breaks(observed(outcome), input) ? "a law is broken" : undefined;
    for (const way of ways) {
      const together = main(way);
      const found = withoutStacks(() => runtime.explore(together, { runs: schedules / 2, check }));
      if (found.failure !== undefined)
        return observed(runtime.run(together, { steps: true, replay: found.failure.token }));
    }
    if (lateWay !== undefined) return late(lateWay, true);
    return { ...observed(runtime.run(main(), { replay: "choices=" })), schedule: [] };
  };

  return {
    call,
    checks,
    generated: 100,
    /** Solutions wait in different ways and are wrong in the same one. */
    symptoms: ({ schedule: _, ...rest }: O): unknown => rest,
  };
}

/** How the goroutines come: so many nanoseconds apart, in the order given or the other way round. */
interface Way {
  readonly apart?: number;
  readonly backwards?: boolean;
}

interface Playing {
  readonly order: Program<object>["goroutines"];
  readonly after: Program<object>["after"] | undefined;
  readonly apart: number;
  readonly noting: (doing: () => Doing) => Doing;
}

/** What main does: starts the goroutines, waits for them, and does what comes after. */
function* playing(runtime: Runtime, { order, after, apart, noting }: Playing): Generator<never, void, void> {
  const group = new runtime.WaitGroup();
  const own = function* (doing: () => Doing): Generator<never, void, void> {
    runtime.remark(remarks.arrives);
    yield* noting(doing) as Generator<never, void, void>;
    runtime.remark(remarks.leaves);
  };
  yield* group.add(order.length) as Generator<never>;
  for (const [i, [name, body]] of order.entries()) {
    const played = function* (): Generator<never, void, void> {
      runtime.remark(remarks.leaves);
      if (i * apart > 0) yield* runtime.sleep(i * apart) as Generator<never>;
      yield* own(body);
      yield* group.done() as Generator<never>;
    };
    runtime.go(Object.defineProperty(played, "name", { value: name }));
  }
  yield* group.wait() as Generator<never>;
  if (after !== undefined) yield* own(after);
}

function* called(
  runtime: Runtime,
  object: object,
  name: string,
  ...args: unknown[]
): Generator<never, unknown, void> {
  const method = (object as Record<string, unknown>)[name];
  if (typeof method !== "function") throw new TypeError(`there is no method ${name}`);
  runtime.remark(`${name}(${args.filter((arg) => typeof arg !== "function").join(", ")})`);
  const made: unknown = Reflect.apply(method, object, args);
  const tag = Object.prototype.toString.call(made);
  if (tag === "[object Promise]" || tag === "[object AsyncGenerator]") {
    (made as { catch?: (f: () => void) => void }).catch?.(() => undefined);
    throw new TypeError(
      `${name} is async, but a goroutine is a generator function: write *${name}(…) for async ${name}(…), and yield* for await`,
    );
  }
  const isDoing = typeof made === "object" && made !== null && Symbol.iterator in made && "next" in made;
  const result: unknown = isDoing ? yield* made as Generator<never> : made;
  runtime.remark(`${remarks.returns}${result === undefined ? "" : ` ${notation(result, 40)}`}`);
  return result;
}

/** Half of the time of so many runs would go into stacks that nobody looks at. */
function withoutStacks<T>(exploring: () => T): T {
  const limit = Error.stackTraceLimit;
  Error.stackTraceLimit = 0;
  try {
    return exploring();
  } catch (thrown) {
    if (!String(thrown).includes("was not to be had again")) throw thrown;
    // What is kept from run to run makes the next run another one.
    throw new Error(
      "it does something else when it is run again: keep what it changes in the object, not in variables of the file, and draw nothing at random",
      { cause: thrown },
    );
  } finally {
    Error.stackTraceLimit = limit;
  }
}

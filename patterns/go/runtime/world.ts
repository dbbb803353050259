/** One running program: its goroutines, its clock, and the loop that resumes whom the policy names. */
import { begin, isGenerator, nextOf } from "./begin.ts";
import type { End, Step } from "./ending.ts";
import type { EventLog } from "./events.ts";
import {
  Dead,
  type Goroutine as G,
  Goroutine,
  Runnable,
  Running,
  type Start,
  type Status,
  Waiting,
} from "./goroutine.ts";
import { checkForgotten, clearCalled, rememberCalls } from "./forgotten.ts";
import { type Settled, Outside } from "./outside.ts";
import { asPanic, Fatal, Goexit, isStackOverflow, Misuse } from "./panic.ts";
import type { Policy } from "./scheduler/policy.ts";
import type { Races } from "./races.ts";
import { type Timer, Timers } from "./timers.ts";

/** Operations in one time slice: at a hundred nanoseconds each, Go's 10 ms. */
const slice = 100_000;
/** So many goroutines remember where they were started; remembering costs a microsecond each. */
const remembered = 1000;
/** In a Go program the runtime's own goroutines have the numbers between main's and the first of the program's. */
const firstId = 18;

export class World {
  readonly policy: Policy;
  /** The policy's; read before every operation, so it stands here. */
  readonly preemptive: boolean;
  readonly timers = new Timers();
  /** Virtual time in nanoseconds since the program began. */
  now = 0;
  running: G;
  /** The P that acts now, which the policy sets; 0 where there is but one. */
  proc = 0;
  readonly main: G;
  /** Stands for whatever is not a goroutine: timers and the world outside. */
  readonly nobody: G = new Goroutine(0, 0, () => undefined, []);
  end: End | undefined = undefined;
  /** Undefined unless the program is being recorded. */
  readonly log: EventLog | undefined;
  /** Undefined until the program touches shared memory for the first time: what came before cannot race. */
  races: Races | undefined = undefined;
  readonly outside = new Outside();
  output = "";
  switches = 0;
  private newest: G | undefined = undefined;
  private spawned = 0;
  private mainExited = false;

  /** What was done, operation by operation; undefined unless asked for. */
  readonly steps: Step[] | undefined;
  /** Operations the running goroutine may still do without waiting before its policy is asked. */
  credit = slice;

  /** Whether goroutines and accesses remember where in the program they were made. */
  readonly places: boolean;

  constructor(main: Start, policy: Policy, places: boolean, log?: EventLog, steps?: Step[]) {
    this.places = places;
    this.policy = policy;
    this.preemptive = policy.preemptive;
    this.log = log;
    this.steps = steps;
    this.main = this.running = new Goroutine(1, 0, main, []);
    this.newest = this.main;
    policy.begin(this);
    log?.created(this.main, undefined, 0, 0);
    policy.ready(this.main);
  }

  /** Go's `go`: O(1); the new goroutine is next in line on this P. */
  spawn(start: Start<never[], unknown>, args: readonly unknown[]): G {
    const n = this.spawned++;
    const at = this.places && n < remembered ? new Error("started here") : undefined;
    const parent = this.running;
    const g = new Goroutine(firstId + n, parent.id, start, args, at);
    g.older = this.newest;
    if (this.newest !== undefined) this.newest.newer = g;
    this.newest = g;
    this.races?.started(parent, g);
    this.log?.created(g, parent, this.now, this.proc);
    this.policy.ready(g);
    return g;
  }

  /** `g` waited and can run again. */
  ready(g: G): void {
    g.status = Runnable;
    if (this.log !== undefined) this.log.unblocked(g, this.running.id, this.now, this.proc);
    this.policy.ready(g);
  }

  /** `g`, which runs, waits from now on. Whoever readies it must be able to find it. */
  park(g: G, reason: string): void {
    g.status = Waiting;
    g.reason = reason;
    g.since = this.now;
    this.steps?.push({ g, text: `waits: ${reason}`, time: this.now, at: undefined });
    if (this.log !== undefined) this.log.blocked(g, reason, this.now, this.proc);
  }

  yields(g: G, where: "global" | "behind"): void {
    g.status = Runnable;
    if (this.log !== undefined) this.log.yielded(g, this.now, this.proc);
    this.policy.yielded(g, where);
  }

  givesWay(g: G): boolean {
    return this.policy.givesWay(g);
  }

  enterSyscall(g: G, reason: string, duration: number): void {
    g.reason = reason;
    g.since = this.now;
    this.log?.syscall(g, reason, this.now, this.proc);
    this.policy.enterSyscall(g, duration);
  }

  leaveSyscall(g: G): void {
    this.log?.unblocked(g, 0, this.now, this.proc);
    this.policy.leaveSyscall(g);
  }

  networkReady(g: G): void {
    this.log?.unblocked(g, 0, this.now, this.proc);
    this.policy.networkReady(g);
  }

  /** `g` waits for a promise. */
  await(g: G, promise: PromiseLike<unknown>): void {
    // It holds no P while it waits, so no virtual time passes.
    this.enterSyscall(g, "awaiting", 0);
    this.outside.watch(g, promise);
  }

  /** Lets the goroutine go on whose promise has settled. */
  comeBack(one: Settled): void {
    this.outside.take(one);
    this.leaveSyscall(one.g);
  }

  /**
   * Runs until the program has ended, or only real work that is under way can let it go on, or, while there is such work,
   * until `limit` switches have been made.
   */
  loop(limit = Infinity): "ended" | "waiting" | "paused" {
    while (this.end === undefined) {
      if (this.outside.pending > 0 && this.switches >= limit) return "paused";
      if (this.goesOn(this.outside.pending === 0)) continue;
      if (this.outside.pending > 0) return "waiting";
      this.end = this.deadlock();
    }
    return "ended";
  }

  /** Lets the program run on after its end, until nothing moves any more; false when it still did after `limit` switches. */
  rest(limit: number): boolean {
    while (this.end === undefined && this.switches < limit) if (!this.goesOn(true)) return true;
    return this.end !== undefined;
  }

  /** Fires what is due; what it wakes is woken by nobody. */
  fire(due: readonly Timer[]): void {
    const { running } = this;
    this.running = this.nobody;
    for (const timer of due) timer.fire();
    this.running = running;
  }

  /** Throws `probe` into a suspended goroutine; its operation answers and goes on waiting. */
  probe(g: G, probe: unknown): void {
    const { running } = this;
    this.running = g;
    try {
      within(this, () => g.iterator?.throw(probe));
    } finally {
      this.running = running;
    }
  }

  /** Lists what the goroutine does now, if it has come to do something. */
  listArrival(g: G): void {
    if (g.arriving !== undefined) this.steps?.push({ ...g.arriving, time: this.now });
    g.arriving = undefined;
  }

  /** Ends the program here and now, past all deferred calls. */
  fatal(message: string, g: G | undefined = this.running): never {
    const at = new Fatal(message);
    this.end ??= { kind: "fatal", message, g, at };
    throw at;
  }

  /** All that are alive, oldest first. */
  alive(): G[] {
    const all: G[] = [];
    for (let g = this.newest; g !== undefined; g = g.older) all.push(g);
    return all.reverse();
  }

  /** Resumes whom the policy names, or lets time pass if it may; false when neither can be done. */
  private goesOn(timeMayPass: boolean): boolean {
    const g = this.policy.next();
    const { earliest } = this.timers;
    if (g !== undefined) this.resume(g);
    else if (timeMayPass && earliest < Infinity) this.now = Math.max(this.now, earliest);
    else return false;
    return true;
  }

  private resume(g: G): void {
    this.running = g;
    this.switches++;
    this.credit = slice;
    g.status = Running;
    if (this.log !== undefined) this.log.resumed(g, this.now, this.proc);
    if (this.steps !== undefined) this.listArrival(g);
    try {
      const { iterator = begin(g) } = g;
      const { done, value } = nextOf.call(iterator);
      if (done === true) {
        checkForgotten();
        if (isGenerator(value)) throw neverRun(g);
        this.finished(g, value);
      } else if ((g.status as Status) === Running) throw bareYield(g);
    } catch (thrown) {
      this.failed(g, thrown);
    }
  }

  private finished(g: G, value: unknown): void {
    g.status = Dead;
    this.steps?.push({ g, text: "ends", time: this.now, at: undefined });
    if (this.log !== undefined) this.log.ended(g, this.now, this.proc);
    if (g.newer === undefined) this.newest = g.older;
    else g.newer.older = g.older;
    if (g.older !== undefined) g.older.newer = g.newer;
    if (g !== this.main || this.end !== undefined) return;
    if (g.exiting) this.mainExited = true;
    else this.end = { kind: "returned", value };
  }

  private failed(g: G, thrown: unknown): void {
    clearCalled();
    if (this.end !== undefined) return;
    if (thrown instanceof Goexit) {
      this.finished(g, undefined);
      return;
    }
    this.steps?.push({ g, text: "panics", time: this.now, at: undefined });
    if (thrown instanceof Misuse) this.end = { kind: "misuse", error: thrown };
    else if (isStackOverflow(thrown)) this.end = { kind: "fatal", message: "stack overflow", g };
    else this.end = { kind: "panic", panic: asPanic(thrown), g };
  }

  private deadlock(): End {
    const nobody = this.mainExited && this.newest === undefined;
    const message = nobody
      ? "no goroutines (main called runtime.Goexit) - deadlock!"
      : "all goroutines are asleep - deadlock!";
    return { kind: "fatal", message, g: undefined };
  }
}

let entered: World | undefined;

/** The program that runs now. */
export function current(): World {
  if (entered !== undefined) return entered;
  clearCalled();
  throw new Misuse("no Go program is running: start one with run(main)");
}

/**
 * Throws `error`, and ends the program that runs because of it, so that no `catch` in it hides the mistake. Says nothing
 * when it has ended already: a loop that catches everything must come to where it gives way.
 */
export function refuse(error: Misuse): void {
  if (entered?.end !== undefined) return;
  if (entered !== undefined) entered.end = { kind: "misuse", error };
  throw error;
}

/** Makes `world` the one that runs while `during` does; programs may run programs. */
export function within<T>(world: World, during: () => T): T {
  const outer = entered;
  entered = world;
  const remembered = rememberCalls(world.steps !== undefined);
  try {
    return during();
  } finally {
    entered = outer;
    rememberCalls(remembered);
  }
}

function neverRun({ name }: G): Misuse {
  return new Misuse(`go ${name}: returned a generator that nobody runs; write return yield* before the call`);
}

/** No operation leaves its goroutine running when it yields. */
function bareYield({ name }: G): Misuse {
  return new Misuse(`go ${name}: a yield without an operation; write yield* before each operation`);
}

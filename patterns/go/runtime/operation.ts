/** What `yield*` meets: iterators that are used again and again, and suspend their goroutine only when it must wait. */
import {
  Dead,
  Fresh,
  GaveWay,
  type Goroutine,
  type Operation,
  type Park,
  Parked,
  Running,
} from "./goroutine.ts";
import { Misuse } from "./panic.ts";
import { current, refuse, type World } from "./world.ts";

export type Step<T> = IteratorResult<Park, T>;

/** Yielded by everything that gives way. It carries nothing: the run loop reads the goroutine's state. */
export const suspended: Step<never> = { done: false, value: undefined as unknown as Park };

/** A program that goes round in circles would fill the memory with its steps. */
const mostListed = 1000;

/** The operation that was called last, until its `yield*` begins. */
let called: { readonly missing: Misuse } | undefined;
/** Where that was, while steps are listed: remembering it costs a microsecond. */
let calledAt: Error | undefined;
let rememberingCalls = false;

/** Switches that on or off; gives back what it was. */
export function rememberCalls(on: boolean): boolean {
  const was = rememberingCalls;
  rememberingCalls = on;
  return was;
}

/**
 * An operation in one shared object: calling it leaves its arguments in fields of the object, and `yield*` does it.
 * That makes no generator for each operation, so one which need not wait costs no more than a few calls. Between the two
 * nothing else can happen, unless `yield*` was forgotten, which the next operation then says.
 *
 * `next` is called when the operation begins, and once more each time its goroutine is resumed; the goroutine's
 * `stage` says which. Each operation has its own, as one for all would be slower by the calls V8 cannot inline.
 */
export abstract class SharedOperation<T> implements Operation<T>, Iterator<Park, T, void> {
  protected readonly result = { done: true as const, value: undefined as T };
  /** As in the program, for messages: "c.send(v)". */
  protected abstract readonly text: string;
  abstract next(): Step<T>;

  protected calling(): void {
    if (called !== undefined) checkForgotten();
    remember(this);
  }

  /** For operations that no other goroutine can notice, instead of `givesWay`: it has not been forgotten. */
  protected begins(): void {
    called = undefined;
  }

  /** To be said first thing by `next` when the stage is Fresh: whether the policy wants another goroutine to go first. */
  protected givesWay(world: World, g: Goroutine): boolean {
    if (called !== this) usedAgain(this.text);
    called = undefined;
    if (world.steps !== undefined) this.arrives(world, g);
    if ((!world.preemptive && --world.credit > 0) || !world.givesWay(g)) {
      if (world.steps !== undefined) world.listArrival(g);
      return false;
    }
    g.stage = GaveWay;
    return true;
  }

  protected waits(g: Goroutine): Step<never> {
    g.stage = Parked;
    return suspended;
  }

  protected finished(g: Goroutine, value: T): Step<T> {
    if (g.status !== Running && g.status !== Dead) this.return();
    g.stage = Fresh;
    this.result.value = value;
    return this.result;
  }

  /** What the list of steps says, with the values. */
  protected described(_: Goroutine): string {
    return this.text;
  }

  /** Remembers the step for the list, where it is to stand once it is done: others may go first. */
  private arrives(world: World, g: Goroutine): void {
    const text = this.described(g);
    if (text !== "" && world.steps!.length < mostListed)
      g.arriving = { g, text, time: world.now, at: new Error("here") };
  }

  [Symbol.iterator](): this {
    return this;
  }

  /** Asked by reports where the goroutine stands; anything else thrown in goes on into the program. */
  throw(thrown: unknown): Step<T> {
    if (!(thrown instanceof StackProbe)) {
      current().running.stage = Fresh;
      throw thrown;
    }
    thrown.stack = new Error("here").stack ?? "";
    return suspended;
  }

  /** Called by loops and destructurings that break off, never by `yield*`. */
  return(): Step<T> {
    current().running.status = Dead;
    refuse(
      new Misuse(`${this.text} was iterated over by something else than yield*: write yield* ${this.text}`),
    );
    return this.result;
  }

  get missing(): Misuse {
    return missing(this.text);
  }
}

function usedAgain(text: string): void {
  refuse(
    new Misuse(
      `${text} was begun twice, or after other operations: call it anew each time, behind its yield*`,
    ),
  );
}

function remember(operation: { readonly missing: Misuse }): void {
  called = operation;
  if (rememberingCalls) calledAt = new Error("called here");
}

/** For programs that break off between the call and `yield*`: the next program is not to blame. */
export function nothingCalled(): void {
  called = undefined;
}

/** A call of an operation that is a generator function: what `noted` is given, one for each such function. */
export class Noted {
  private readonly text: string;

  constructor(text: string) {
    this.text = text;
  }

  get missing(): Misuse {
    return missing(this.text);
  }
}

/** Notes that an operation was called whose body is a generator, so that the next one can say that `yield*` is missing. */
export function noted<G>(call: Noted, body: G): G {
  if (called !== undefined) checkForgotten();
  remember(call);
  return body;
}

/** To be said first thing by such a body. */
export function begun(): void {
  called = undefined;
}

function missing(text: string): Misuse {
  return new Misuse(`${text} was called without yield* and did nothing: write yield* ${text}`);
}

/** Throws when the operation called last was never begun. */
export function checkForgotten(): void {
  const operation = called;
  called = undefined;
  if (operation === undefined) return;
  const misuse = operation.missing;
  if (rememberingCalls && calledAt !== undefined)
    misuse.stack = calledAt.stack?.replace("Error: called here", `${misuse.name}: ${misuse.message}`) ?? "";
  refuse(misuse);
}

/** Thrown into a waiting goroutine to learn its stack. Operations do not pass it on, so nothing unwinds. */
export class StackProbe {
  stack = "";
}

/** A point at which a policy may switch; otherwise nothing. Stands before every step that other goroutines can see. */
class Point extends SharedOperation<void> {
  protected readonly text = "point()";
  private before = "";

  ask(before: string): this {
    this.calling();
    this.before = before;
    return this;
  }

  protected override described(): string {
    return this.before;
  }

  next(): Step<void> {
    const world = current();
    const g = world.running;
    if (g.stage === Fresh && this.givesWay(world, g)) return suspended;
    return this.finished(g, undefined);
  }
}

/** Suspends the goroutine, which the caller has put where somebody will find and ready it. */
class Wait extends SharedOperation<void> {
  protected readonly text = "wait()";
  private reason = "";

  for(reason: string): this {
    this.calling();
    this.reason = reason;
    return this;
  }

  next(): Step<void> {
    const world = current();
    const g = world.running;
    if (g.stage === Parked) return this.finished(g, undefined);
    called = undefined;
    world.park(g, this.reason);
    return this.waits(g);
  }
}

const onePoint = new Point();
const oneWait = new Wait();

/** `before` names the step for lists of steps; "" when the step that follows names itself. */
export function point(before = ""): Operation<void> {
  return onePoint.ask(before);
}

export function wait(reason: string): Operation<void> {
  return oneWait.for(reason);
}

/** Gives way to whoever else can run. */
class Sched extends SharedOperation<void> {
  protected readonly text = "gosched()";
  private where: "global" | "behind" = "global";

  to(where: "global" | "behind"): this {
    this.calling();
    this.where = where;
    return this;
  }

  next(): Step<void> {
    const world = current();
    const g = world.running;
    if (g.stage === Parked) return this.finished(g, undefined);
    called = undefined;
    world.yields(g, this.where);
    return this.waits(g);
  }
}

const oneSched = new Sched();

/** Go's runtime.Gosched: to the end of the global queue, or only behind those that this P has queued. */
export function gosched(where: "global" | "behind" = "global"): Operation<void> {
  return oneSched.to(where);
}

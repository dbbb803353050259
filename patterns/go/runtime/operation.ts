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
import { begin, missing, remember } from "./forgotten.ts";
import { Misuse } from "./panic.ts";
import { current, refuse, type World } from "./world.ts";

export type Step<T> = IteratorResult<Park, T>;

/** Yielded by everything that gives way. It carries nothing: the run loop reads the goroutine's state. */
export const suspended: Step<never> = { done: false, value: undefined as unknown as Park };

/** A program that goes round in circles would fill the memory with its steps. */
const mostListed = 1000;

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
    remember(this);
  }

  /** To be said first thing by `next` when the stage is Fresh: whether the policy wants another goroutine to go first. */
  protected givesWay(world: World, g: Goroutine): boolean {
    if (!begin(this)) usedAgain(this.text);
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

/** Thrown into a waiting goroutine to learn its stack. Operations do not pass it on, so nothing unwinds. */
export class StackProbe {
  stack = "";
}

function usedAgain(text: string): void {
  refuse(
    new Misuse(
      `${text} was begun twice, or after other operations: call it anew each time, behind its yield*`,
    ),
  );
}

/** Go's defer, panic and recover. */
import { call } from "./go.ts";
import type { Go } from "./goroutine.ts";
import { asPanic, Goexit, isUnwinding, type Panic } from "./panic.ts";
import { notedFunction } from "./noted.ts";
import { current } from "./world.ts";

/** What is deferred: a plain or generator function, or one that returns an operation. */
export type Deferred = () => unknown;

/** The frame of one function that defers. */
export class Frame<T> {
  /** Go's named result: set by `return`, read and changed by deferred functions, and what a recovered function returns. */
  result: T;
  /** What this function is being unwound by. */
  panicking: Panic | undefined = undefined;
  /** Whether Goexit unwinds it, which recover does not stop. */
  leaving = false;
  readonly calls: Deferred[] = [];

  constructor(result: T) {
    this.result = result;
  }

  /** Runs `f` when the function ends, however it ends; the last deferred runs first. */
  readonly defer = (f: Deferred): void => {
    this.calls.push(f);
  };

  /** Goexit puts an end to a panic; a panic takes up the one in whose deferred calls it began. */
  unwoundBy(thrown: unknown): void {
    if (thrown instanceof Goexit) {
      this.leaving = true;
      this.panicking = undefined;
      return;
    }
    const panic = asPanic(thrown);
    if (panic !== this.panicking) panic.during ??= this.panicking;
    this.panicking = panic;
  }
}

/** The frames whose deferred calls are running, innermost last, for each goroutine. */
const unwinding = new WeakMap<object, Frame<unknown>[]>();

/**
 * A function with deferred calls: `yield* deferring(function* (frame) { … frame.defer(() => mu.unlock()); … })`.
 * Deferred calls run last in, first out, also when the function panics or Goexit ends the goroutine. When one of them
 * recovers, the function returns `frame.result`, which begins as `zero`.
 */
export function deferring(body: (frame: Frame<void>) => Go): Go;
export function deferring<T>(body: (frame: Frame<T>) => Go<T>, zero: T): Go<T>;
export function deferring<T>(body: (frame: Frame<T>) => Go<T>, zero?: T): Go<T> {
  return withDeferred(body as (frame: Frame<unknown>) => Go<unknown>, zero) as Go<T>;
}

const withDeferred = notedFunction(
  "deferring(f)",
  function* (body: (frame: Frame<unknown>) => Go<unknown>, zero: unknown): Go<unknown> {
    const frame = new Frame(zero);
    const { running } = current();
    const wasExiting = running.exiting;
    let over = false;
    try {
      frame.result = yield* body(frame);
    } catch (thrown) {
      over = !isUnwinding(thrown);
      if (over) throw thrown;
      frame.unwoundBy(thrown);
    } finally {
      if (!over && !isOver()) yield* unwind(frame);
    }
    // Recovering a panic that began in a deferred call does not stop Goexit.
    if (frame.leaving || (running.exiting && !wasExiting)) throw new Goexit();
    return frame.result;
  },
);

/** Go's recover: stops the panic and gives its value; null when there is none, or not called from a deferred function. */
export function recover(): unknown {
  const frame = unwinding.get(current().running)?.at(-1);
  const panic = frame?.panicking;
  if (frame === undefined || panic === undefined || panic.recovered) return null;
  panic.recovered = true;
  return panic.value;
}

function* unwind(frame: Frame<unknown>): Go {
  const { running } = current();
  let frames = unwinding.get(running);
  if (frames === undefined) unwinding.set(running, (frames = []));
  frames.push(frame);
  try {
    for (let f = frame.calls.pop(); f !== undefined; f = frame.calls.pop()) {
      try {
        yield* call(f);
        if (frame.panicking?.recovered === true) frame.panicking = undefined;
      } catch (thrown) {
        if (!isUnwinding(thrown) || isOver()) throw thrown;
        frame.unwoundBy(thrown);
      }
    }
  } finally {
    frames.pop();
  }
  if (frame.panicking !== undefined) throw frame.panicking;
}

/** Whether the program has ended under us, by exit or a fatal error: then nothing is unwound. */
function isOver(): boolean {
  return current().end !== undefined;
}

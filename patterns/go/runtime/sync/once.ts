/** Go's sync.Once, OnceFunc, OnceValue and OnceValues. Go: sync/once.go, sync/oncefunc.go. */
import { call } from "../go.ts";
import type { Go, Start } from "../goroutine.ts";
import { point } from "../giving-way.ts";
import { asPanic, Goexit, isUnwinding, panic, type Panic } from "../panic.ts";
import type { Clock } from "../races.ts";
import { current } from "../world.ts";
import { Mutex } from "./mutex.ts";
import { noteMethods, notedFunction } from "../noted.ts";

export class Once {
  private isDone = false;
  private readonly mutex = new Mutex();
  clock: Clock | undefined = undefined;

  /** Calls `f` if no call has begun before; returns when that call has ended. A call that panicked counts as done. */
  *do(f: Start): Go {
    yield* point("once.do(f)");
    if (!this.isDone) yield* this.doSlow(f);
    const world = current();
    world.races?.acquire(world.running, this);
  }

  private *doSlow(f: Start): Go {
    yield* this.mutex.lock();
    try {
      if (this.isDone) return;
      try {
        yield* call(f);
      } finally {
        const world = current();
        world.races?.release(world.running, this);
        this.isDone = true;
      }
    } finally {
      yield* this.mutex.unlock();
    }
  }
}

noteMethods(Once, "once");

/** A function that calls `f` once, and gives its result, or throws its panic, every time. */
export function onceValue<T>(f: Start<[], T>): () => Go<T> {
  const once = new Once();
  let outcome: { readonly value: T } | { readonly thrown: Panic } | undefined;
  return notedFunction("f()", function* () {
    yield* once.do(function* () {
      try {
        outcome = { value: yield* call(f) };
      } catch (thrown) {
        if (thrown instanceof Goexit || !isUnwinding(thrown)) throw thrown;
        outcome = { thrown: asPanic(thrown) };
      }
    });
    // A panic of its own each time: that an earlier one was recovered says nothing about this one.
    if (outcome === undefined || "thrown" in outcome) panic(outcome?.thrown.value);
    return outcome.value;
  });
}

export function onceFunc(f: Start): () => Go {
  return onceValue(f);
}

/**
 * Go's typed atomics. Each operation is one step. What a goroutine did before it stored a value is known to whoever
 * observes that value: loads acquire, stores release, the others do both. Go 1.23: sync/atomic/type.go, value.go.
 */
import { equal } from "../maps/comparable.ts";
import type { Go } from "../goroutine.ts";
import { point } from "../giving-way.ts";
import { panic } from "../panic.ts";
import type { Clock } from "../races.ts";
import { current } from "../world.ts";
import { noteMethods } from "../noted.ts";

/**
 * What all of them share. Nothing but these operations can reach the value, and atomic accesses do not race with each
 * other, so the race detector needs to know what they order and not that they were made.
 */
class Cell<T> {
  private value: T;
  clock: Clock | undefined = undefined;

  constructor(value: T) {
    this.value = value;
  }

  *load(): Go<T> {
    yield* point("atomic.load()");
    return this.observe();
  }

  *store(value: T): Go {
    yield* point("atomic.store(…)");
    // Nobody can observe the value that was there, so what it published is forgotten with it.
    this.clock = undefined;
    this.publish(value);
  }

  /** Stores `value` and gives what was there. */
  *swap(value: T): Go<T> {
    yield* point("atomic.swap(…)");
    const old = this.observe();
    this.publish(value);
    return old;
  }

  /** Stores `value` if `old` is there; whether it was. */
  *compareAndSwap(old: T, value: T): Go<boolean> {
    yield* point("atomic.compareAndSwap(…)");
    if (!equal(this.observe(), old)) return false;
    this.publish(value);
    return true;
  }

  /** The value now, without being an operation. */
  protected peek(): T {
    return this.value;
  }

  protected observe(): T {
    const world = current();
    world.races?.acquire(world.running, this);
    return this.value;
  }

  protected publish(value: T): void {
    const world = current();
    world.races?.release(world.running, this);
    this.value = value;
  }
}

noteMethods(Cell, "atomic");

/** Go's atomic.Int64, exact up to 2^53. */
export class AtomicInt64 extends Cell<number> {
  constructor(value = 0) {
    super(value);
  }

  /** Adds `delta` and gives the sum. */
  *add(delta: number): Go<number> {
    yield* point("atomic.add(…)");
    const sum = this.observe() + delta;
    this.publish(sum);
    return sum;
  }
}

noteMethods(AtomicInt64, "atomic");

/** Go's atomic.Bool. */
export class AtomicBool extends Cell<boolean> {
  constructor(value = false) {
    super(value);
  }
}

/** Go's atomic.Pointer[T]: nil or an object, compared by identity. */
export class AtomicPointer<T extends object> extends Cell<T | null> {
  constructor(value: T | null = null) {
    super(value);
  }
}

/** Go's atomic.Value: nil until the first store, then always of the type stored first. */
export class AtomicValue<T = unknown> extends Cell<T | null> {
  constructor() {
    super(null);
  }

  override *store(value: T): Go {
    this.check("store", value);
    yield* super.store(value);
  }

  override *swap(value: T): Go<T | null> {
    this.check("swap", value);
    return yield* super.swap(value);
  }

  override *compareAndSwap(old: T | null, value: T): Go<boolean> {
    if (old !== null && value !== null && typeOf(old) !== typeOf(value)) {
      panic("sync/atomic: compare and swap of inconsistently typed values");
    }
    this.check("compare and swap", value);
    return yield* super.compareAndSwap(old, value);
  }

  private check(operation: string, value: unknown): void {
    if (value === null || value === undefined) panic(`sync/atomic: ${operation} of nil value into Value`);
    const there = this.peek();
    if (there !== null && typeOf(there) !== typeOf(value)) {
      panic(`sync/atomic: ${operation} of inconsistently typed value into Value`);
    }
  }
}

noteMethods(AtomicValue, "atomic");

/** Stands for Go's dynamic type. */
function typeOf(value: unknown): unknown {
  return typeof value === "object" && value !== null ? value.constructor : typeof value;
}

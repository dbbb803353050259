/**
 * Go's sync.Pool, as one P sees it: one value stands apart and is given first, the others last in, first out; what nobody
 * asks for is dropped at the second garbage collection. Go 1.23: sync/pool.go.
 */
import { call } from "../go.ts";
import type { Go, Start } from "../goroutine.ts";
import { point } from "../giving-way.ts";
import type { Clock } from "../races.ts";
import { current, type World } from "../world.ts";
import { noteMethods } from "../noted.ts";

/** A pooled value, and what was known to the one who put it. */
interface Pooled<T> {
  readonly value: T;
  clock: Clock | undefined;
}

/** What the pools of one program hold between two collections. */
interface Collected {
  filled: Set<Pool<unknown>>;
  emptying: Set<Pool<unknown>>;
}

const collected = new WeakMap<World, Collected>();

export class Pool<T> {
  /** Makes a value when there is none to give. */
  readonly new: Start<[], T> | undefined;
  private local: LocalPool<T> = { private: undefined, shared: [] };
  /** What was local before the last collection. */
  private victim: LocalPool<T> = { private: undefined, shared: [] };

  constructor(make?: Start<[], T>) {
    this.new = make;
  }

  /** Gives any value that was put, or a new one; null when there is no `new`, so let T say it. */
  *get(): Go<T> {
    yield* point("pool.get()");
    const pooled = this.take();
    if (pooled === undefined) return this.new === undefined ? (null as T) : yield* call(this.new);
    const world = current();
    world.races?.acquire(world.running, pooled);
    return pooled.value;
  }

  /** Leaves a value to whoever asks next. The caller must not use it any more. Nil is ignored. */
  *put(value: T): Go {
    yield* point("pool.put(…)");
    if (value === null || value === undefined) return;
    const world = current();
    const pooled: Pooled<T> = { value, clock: undefined };
    world.races?.release(world.running, pooled);
    poolsOf(world).filled.add(this);
    if (this.local.private === undefined) this.local.private = pooled;
    else this.local.shared.push(pooled);
  }

  /** To be called by collections: what is local becomes the victim, and the victim before it is dropped. */
  retire(): void {
    this.victim = this.local;
    this.local = { private: undefined, shared: [] };
  }

  private take(): Pooled<T> | undefined {
    return (
      takePrivate(this.local) ??
      this.local.shared.pop() ??
      takePrivate(this.victim) ??
      this.victim.shared.shift()
    );
  }
}

noteMethods(Pool, "pool");

/** Of one P: the one value only it may take, and those that others may steal, oldest first. */
interface LocalPool<T> {
  private: Pooled<T> | undefined;
  readonly shared: Pooled<T>[];
}

function takePrivate<T>(local: LocalPool<T>): Pooled<T> | undefined {
  const taken = local.private;
  local.private = undefined;
  return taken;
}

/** Go's runtime.GC, as far as pools notice it. */
export function* runtimeGC(): Go {
  yield* point("runtimeGC()");
  const pools = poolsOf(current());
  for (const pool of new Set([...pools.filled, ...pools.emptying])) pool.retire();
  pools.emptying = pools.filled;
  pools.filled = new Set();
}

function poolsOf(world: World): Collected {
  let pools = collected.get(world);
  if (pools === undefined) collected.set(world, (pools = { filled: new Set(), emptying: new Set() }));
  return pools;
}

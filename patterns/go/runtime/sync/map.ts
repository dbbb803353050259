/** Go's sync.Map: a map for many goroutines, each operation being one step. Go 1.23: sync/map.go. */
import { inAnyOrder } from "../maps/any-order.ts";
import { checkHashable, equal } from "../maps/comparable.ts";
import { Entries, type Entry } from "../maps/entries.ts";
import { call } from "../go.ts";
import type { Go } from "../goroutine.ts";
import { point } from "../giving-way.ts";
import type { Clock, Ordering } from "../races.ts";
import { current } from "../world.ts";
import { noteMethods } from "../noted.ts";

/** A value, and what was known to the one who stored it. */
interface Stored<V> extends Ordering {
  readonly value: V;
}

export class SyncMap<K, V> {
  private readonly entries = new Entries<K, Stored<V>>();
  /** For those who find nothing: what was known to those who deleted. */
  private readonly deleted: { clock: Clock | undefined } = { clock: undefined };

  /** The value, or undefined and false. */
  *load(key: K): Go<[value: V | undefined, ok: boolean]> {
    const found = yield* this.find(key, "m.load(…)");
    return found === undefined ? [undefined, false] : [found.value.value, true];
  }

  *store(key: K, value: V): Go {
    yield* point("m.store(…)");
    checkHashable(key);
    this.put(this.entries.find(key), key, value);
  }

  /** The value there is, and true; else stores `value` and gives it, and false. */
  *loadOrStore(key: K, value: V): Go<[actual: V, loaded: boolean]> {
    const found = yield* this.find(key, "m.loadOrStore(…)");
    if (found !== undefined) return [found.value.value, true];
    this.entries.add(key, released(value));
    return [value, false];
  }

  /** Deletes the entry and gives the value it had. */
  *loadAndDelete(key: K): Go<[value: V | undefined, loaded: boolean]> {
    const found = yield* this.find(key, "m.loadAndDelete(…)");
    if (found === undefined) return [undefined, false];
    this.remove(found);
    return [found.value.value, true];
  }

  *delete(key: K): Go {
    yield* point("m.delete(…)");
    checkHashable(key);
    const found = this.entries.find(key);
    if (found !== undefined) this.remove(found);
  }

  /** Stores `value` and gives what was there before. */
  *swap(key: K, value: V): Go<[previous: V | undefined, loaded: boolean]> {
    const found = yield* this.find(key, "m.swap(…)");
    const previous = found?.value.value;
    this.put(found, key, value);
    return [previous, found !== undefined];
  }

  /** Stores `value` if the key has `old`; panics when `old` cannot be compared. */
  *compareAndSwap(key: K, old: V, value: V): Go<boolean> {
    const found = yield* this.find(key, "m.compareAndSwap(…)");
    if (found === undefined || !equal(found.value.value, old)) return false;
    found.value = released(value);
    return true;
  }

  /** Deletes the entry if it has `old`; panics when `old` cannot be compared. */
  *compareAndDelete(key: K, old: V): Go<boolean> {
    const found = yield* this.find(key, "m.compareAndDelete(…)");
    if (found === undefined || !equal(found.value.value, old)) return false;
    this.remove(found);
    return true;
  }

  /**
   * Calls `f` for each entry, in any order, until it gives false. No snapshot: others, and `f`, may change the map
   * meanwhile. No key comes twice, a value is one that the key has when its turn comes.
   */
  *range(f: (key: K, value: V) => Go<boolean> | boolean): Go {
    yield* point("m.range(…)");
    for (const entry of inAnyOrder(this.entries.since(0))) {
      yield* point("m.range(…)");
      if (entry.removed) continue;
      acquire(entry.value);
      const { key, value } = entry;
      if (!(yield* call(() => f(key, value.value)))) return;
    }
  }

  /** Deletes all. */
  *clear(): Go {
    yield* point("m.clear()");
    for (const entry of this.entries.since(0)) this.remove(entry);
  }

  /** Looks for the key and learns what was known to whoever stored or deleted there. */
  private *find(key: K, operation: string): Go<Entry<K, Stored<V>> | undefined> {
    yield* point(operation);
    checkHashable(key);
    const found = this.entries.find(key);
    acquire(found === undefined ? this.deleted : found.value);
    return found;
  }

  private put(found: Entry<K, Stored<V>> | undefined, key: K, value: V): void {
    if (found === undefined) this.entries.add(key, released(value));
    else found.value = released(value);
  }

  private remove(entry: Entry<K, Stored<V>>): void {
    this.entries.remove(entry);
    const world = current();
    world.races?.release(world.running, this.deleted);
  }
}

noteMethods(SyncMap, "m");

function released<V>(value: V): Stored<V> {
  const stored: Stored<V> = { value, clock: undefined };
  const world = current();
  world.races?.release(world.running, stored);
  return stored;
}

function acquire(by: Ordering): void {
  const world = current();
  world.races?.acquire(world.running, by);
}

/**
 * Go's built-in map, which is not safe for concurrent use and says so where it can. Go 1.23: runtime/map.go.
 * Keys are compared with Go's `==`, so an object is a key by identity, as a pointer is.
 */
import { checkHashable } from "./comparable.ts";
import { Entries } from "./entries.ts";
import type { Go } from "../goroutine.ts";
import { MapRange } from "./map-range.ts";
import { point } from "../giving-way.ts";
import { plain } from "../panic.ts";
import type { History } from "../races.ts";
import { accessed } from "../shared.ts";
import type { Type } from "../types.ts";
import { current } from "../world.ts";
import { noteMethods } from "../noted.ts";

export class GoMap<K, V> {
  readonly type: { readonly name: string };
  readonly isNil: boolean;
  private readonly zero: V;
  private readonly entries = new Entries<K, V>();
  /** Somebody is in the middle of a write. Others find this out only by chance, as in Go. */
  private writing = false;
  private readonly history: History;

  constructor(key: Type<K>, value: Type<V>, isNil: boolean) {
    const name = `map[${key.name}]${value.name}`;
    this.type = { name };
    this.zero = value.zero;
    this.isNil = isNil;
    this.history = { name, write: undefined, reads: new Map() };
  }

  /** Go's len(m). */
  get len(): number {
    accessed(this.history, false);
    return this.entries.size;
  }

  /** Go's `m[key]`: the zero value when it is not there. */
  *get(key: K): Go<V> {
    return (yield* this.getOk(key))[0];
  }

  /** Go's `v, ok := m[key]`. */
  *getOk(key: K): Go<[value: V, ok: boolean]> {
    yield* point("m[key]");
    accessed(this.history, false);
    if (this.writing && this.entries.size > 0) current().fatal("concurrent map read and map write");
    checkHashable(key);
    const entry = this.entries.find(key);
    return entry === undefined ? [this.zero, false] : [entry.value, true];
  }

  /** Go's `m[key] = value`. Panics on a nil map. */
  *set(key: K, value: V): Go {
    yield* point("m[key] = value");
    if (this.isNil) throw plain("assignment to entry in nil map");
    yield* this.write(key, () => {
      const entry = this.entries.find(key);
      if (entry === undefined) {
        this.entries.add(key, value);
        return;
      }
      // 0 and -0 are one key, of which the last one written is kept.
      entry.key = key;
      entry.value = value;
    });
  }

  /** Go's delete(m, key): nothing when it is not there. */
  *delete(key: K): Go {
    yield* point("delete(m, key)");
    if (this.isNil) {
      checkHashable(key);
      return;
    }
    yield* this.write(key, () => {
      const entry = this.entries.find(key);
      if (entry !== undefined) this.entries.remove(entry);
    });
  }

  /** Go's `for k, v := range m`: `for (const each = m.range(); yield* each.next(); ) use(each.key, each.value);` */
  range(): MapRange<K, V> {
    return new MapRange(this.entries, () => {
      accessed(this.history, false);
      if (this.writing) current().fatal("concurrent map iteration and map write");
    });
  }

  /** The two steps of a write, between which others may find it unfinished. */
  private *write(key: K, change: () => void): Go {
    accessed(this.history, true);
    if (this.writing) current().fatal("concurrent map writes");
    checkHashable(key);
    this.writing = true;
    yield* point();
    change();
    this.writing = false;
  }
}

noteMethods(GoMap, "m");

/** Go's `make(map[K]V)`: `makeMap(string, int)`. */
export function makeMap<K, V>(key: Type<K>, value: Type<V>): GoMap<K, V> {
  return new GoMap(key, value, false);
}

/** Go's nil map: it reads as empty, and writing to it panics. */
export function nilMap<K, V>(key: Type<K>, value: Type<V>): GoMap<K, V> {
  return new GoMap(key, value, true);
}

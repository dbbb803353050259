/** Go's `for k, v := range m`. Go 1.23: runtime/map.go, mapiternext. */
import { inAnyOrder } from "./any-order.ts";
import type { Entries, Entry } from "./entries.ts";
import type { Go } from "../goroutine.ts";
import { point } from "../giving-way.ts";
import { current } from "../world.ts";
import { noteMethods } from "../noted.ts";

/**
 * One loop over a map, in an order that the policy picks. Each entry comes at most once, with the value it has then; one
 * that was deleted meanwhile does not come, one that was added may.
 */
export class MapRange<K, V> {
  private readonly entries: Entries<K, V>;
  private readonly check: () => void;
  private order: Iterator<Entry<K, V>, void, void> | undefined = undefined;
  private entry: Entry<K, V> | undefined = undefined;

  constructor(entries: Entries<K, V>, check: () => void) {
    this.entries = entries;
    this.check = check;
  }

  /** Goes to the next entry; false when there is none. */
  *next(): Go<boolean> {
    yield* point("range m");
    this.check();
    this.order ??= inTurn(this.entries);
    do {
      const { done, value } = this.order.next();
      if (done === true) return false;
      this.entry = value;
    } while (this.entry.removed);
    return true;
  }

  get key(): K {
    return this.entry!.key;
  }

  get value(): V {
    return this.entry!.value;
  }
}

noteMethods(MapRange, "each");

/** Those there are; then, as long as there are new ones, those of them that chance lets in. */
function* inTurn<K, V>(entries: Entries<K, V>): Generator<Entry<K, V>, void, void> {
  const first = entries.since(0);
  let considered = entries.made;
  yield* inAnyOrder(first);
  while (entries.made > considered) {
    const added = entries.since(considered);
    considered = entries.made;
    yield* inAnyOrder(added.filter(() => current().policy.pick(2) === 1));
  }
}

/** Go's `for k, v := range m`. Go 1.23: runtime/map.go, mapiternext. */
import { inAnyOrder } from "./any-order.ts";
import type { Entries, Entry } from "./entries.ts";
import type { Go } from "./goroutine.ts";
import { point } from "./operation.ts";
import { current } from "./world.ts";

/**
 * One loop over a map, in an order that the policy picks. Each entry comes at most once, with the value it has then; one
 * that was deleted meanwhile does not come, one that was added may.
 */
export class MapRange<K, V> {
  private readonly entries: Entries<K, V>;
  private readonly check: () => void;
  private order: Iterator<Entry<K, V>, void, void> | undefined = undefined;
  /** Entries with a lower number have been considered. */
  private considered = 0;
  private entry: Entry<K, V> | undefined = undefined;

  constructor(entries: Entries<K, V>, check: () => void) {
    this.entries = entries;
    this.check = check;
  }

  /** Goes to the next entry; false when there is none. */
  *next(): Go<boolean> {
    yield* point("range m");
    this.check();
    this.order ??= this.more();
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

  /** Those there are; then, as long as there are new ones, those of them that chance lets in. */
  private *more(): Generator<Entry<K, V>, void, void> {
    const { entries } = this;
    const first = entries.since(0);
    this.considered = entries.made;
    yield* inAnyOrder(first);
    while (entries.made > this.considered) {
      const added = entries.since(this.considered);
      this.considered = entries.made;
      yield* inAnyOrder(added.filter(() => current().policy.pick(2) === 1));
    }
  }
}

/** The queues of goroutines that wait at a channel: first in, first out. Go: sudog and waitq in runtime/chan.go. */
import type { Chan } from "./channel.ts";
import type { Goroutine } from "../goroutine.ts";

/** One goroutine's place in one queue. In a select, a goroutine has one for each case. */
export class Waiter {
  readonly g: Goroutine;
  /** What a sender brings, or what a receiver is given. */
  value: unknown = undefined;
  /** False when it was woken because the channel was closed. */
  success = false;
  /** The position of its case in a select; -1 in a single send or receive. */
  index = -1;
  next: Waiter | undefined = undefined;
  previous: Waiter | undefined = undefined;
  queue: WaitQueue | undefined = undefined;
  /** In a select: whether its case sends. */
  sends = false;
  /** The channel; kept here because the operation's own object serves other goroutines meanwhile. */
  channel: Chan<unknown> | undefined = undefined;

  constructor(g: Goroutine, index = -1) {
    this.g = g;
    this.index = index;
  }
}

export class WaitQueue {
  first: Waiter | undefined = undefined;
  private last: Waiter | undefined = undefined;

  add(waiter: Waiter): void {
    waiter.queue = this;
    waiter.next = undefined;
    waiter.previous = this.last;
    if (this.last === undefined) this.first = waiter;
    else this.last.next = waiter;
    this.last = waiter;
  }

  /** The first that is still to be served; passes over selects that another case has already served. O(1) amortized. */
  take(): Waiter | undefined {
    for (;;) {
      const waiter = this.first;
      if (waiter === undefined) return undefined;
      const { next } = waiter;
      this.first = next;
      if (next === undefined) this.last = undefined;
      else next.previous = undefined;
      waiter.next = undefined;
      waiter.queue = undefined;
      if (waiter.index >= 0) {
        if (waiter.g.selectDone) continue;
        waiter.g.selectDone = true;
      }
      return waiter;
    }
  }

  /** Whether `take` would find one. */
  hasAny(): boolean {
    let waiter = this.first;
    while (waiter !== undefined && waiter.index >= 0 && waiter.g.selectDone) waiter = waiter.next;
    return waiter !== undefined;
  }

  /** Takes out one that may stand anywhere; does nothing when it is in no queue. O(1). */
  static remove(waiter: Waiter): void {
    const { queue, next, previous } = waiter;
    if (queue === undefined) return;
    if (previous === undefined) queue.first = next;
    else previous.next = next;
    if (next === undefined) queue.last = previous;
    else next.previous = previous;
    waiter.next = waiter.previous = waiter.queue = undefined;
  }
}

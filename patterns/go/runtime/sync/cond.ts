/** Go's sync.Cond: goroutines wait for somebody to say that what they wait for may have come true. Go: sync/cond.go. */
import type { Go, Goroutine } from "../goroutine.ts";
import { noteMethods } from "../noted.ts";
import { point, wait } from "../giving-way.ts";
import { plain } from "../panic.ts";
import { current } from "../world.ts";
import type { Locker } from "./mutex.ts";

interface Ticket {
  readonly g: Goroutine;
  asleep: boolean;
  notified: boolean;
}

export class Cond {
  /** Held when the condition is looked at or changed. */
  readonly l: Locker;
  /** In order of arrival. */
  private readonly tickets: Ticket[] = [];
  private readonly self: Cond = this;

  constructor(l: Locker) {
    this.l = l;
  }

  /** Unlocks `l`, sleeps until woken, and locks again. The condition may be false again by then: wait in a loop. */
  *wait(): Go {
    yield* point("cond.wait()");
    this.check();
    const ticket: Ticket = { g: current().running, asleep: false, notified: false };
    this.tickets.push(ticket);
    yield* this.l.unlock();
    if (!ticket.notified) {
      ticket.asleep = true;
      yield* wait("sync.Cond.Wait");
    }
    yield* this.l.lock();
  }

  /** Wakes the one that has waited longest, if there is one. */
  *signal(): Go {
    yield* point("cond.signal()");
    this.check();
    notify(this.tickets.shift());
  }

  /** Wakes all that wait now. */
  *broadcast(): Go {
    yield* point("cond.broadcast()");
    this.check();
    for (const ticket of this.tickets.splice(0)) notify(ticket);
  }

  private check(): void {
    if (this.self !== this) throw plain("sync.Cond is copied");
  }
}

noteMethods(Cond, "cond");

function notify(ticket: Ticket | undefined): void {
  if (ticket === undefined) return;
  ticket.notified = true;
  if (ticket.asleep) current().ready(ticket.g);
}

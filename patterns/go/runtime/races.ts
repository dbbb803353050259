/**
 * Happens-before, kept with vector clocks: two accesses to one place, one of them a write, race when neither is ordered
 * before the other. Finds what did race in this run's order of synchronization, never what did not. Source: FastTrack
 * (Flanagan and Freund, 2009), and the edges of Go's memory model.
 */
import { Dead, type Goroutine } from "./goroutine.ts";
import { place } from "./place.ts";

/** For each goroutine, by its index here, how much of its past is known; missing means nothing. */
export type Clock = number[];

/** Anything that orders: a channel, a slot of its buffer, a mutex. */
export interface Ordering {
  clock: Clock | undefined;
}

/** One access to shared memory. */
export interface Access {
  readonly g: Goroutine;
  readonly write: boolean;
  /** Where, as an error's stack, formatted only when reported. */
  readonly at: Error;
  readonly index: number;
  readonly time: number;
}

export interface Race {
  readonly name: string;
  readonly earlier: Access;
  readonly later: Access;
  /** Whether the goroutine of the earlier one had ended by then. */
  readonly isOver: boolean;
}

/** What was done last to one place. */
export interface History {
  name: string;
  write: Access | undefined;
  /** The reads since that write, by the reader's index. */
  reads: Map<number, Access>;
}

interface Known {
  readonly index: number;
  readonly clock: Clock;
}

export class Races {
  readonly found: Race[] = [];
  /** Whether accesses remember where they were made, which takes most of the time. */
  private readonly places: boolean;
  private goroutines = 0;

  constructor(places: boolean) {
    this.places = places;
  }

  started(parent: Goroutine, child: Goroutine): void {
    const known = this.of(child);
    join(known.clock, this.of(parent).clock);
    this.tick(parent);
  }

  /** What `by` has published becomes known to `g`. */
  acquire(g: Goroutine, by: Ordering): void {
    if (by.clock !== undefined) join(this.of(g).clock, by.clock);
  }

  /** All that `g` knows is published at `by`, beside what stands there. */
  release(g: Goroutine, by: Ordering): void {
    join((by.clock ??= []), this.of(g).clock);
    this.tick(g);
  }

  releaseAcquire(g: Goroutine, by: Ordering): void {
    this.acquire(g, by);
    this.release(g, by);
  }

  /** Two goroutines meet at an unbuffered channel: each then knows what the other knew. */
  meet(a: Goroutine, b: Goroutine): void {
    const { clock } = this.of(a);
    join(clock, this.of(b).clock);
    join(this.of(b).clock, clock);
    this.tick(a);
    this.tick(b);
  }

  /** Notes an access by `g`, and every race it has with an earlier one. O(readers since the last write). */
  access(g: Goroutine, to: History, write: boolean): void {
    const { index, clock } = this.of(g);
    const now: Access = {
      g,
      write,
      at: this.places ? new Error("access") : nowhere,
      index,
      time: clock[index]!,
    };
    const check = (earlier: Access): void => {
      const isKnown = earlier.time <= (clock[earlier.index] ?? 0);
      if (!isKnown) this.report({ name: to.name, earlier, later: now, isOver: earlier.g.status === Dead });
    };
    if (to.write !== undefined) check(to.write);
    if (!write) {
      to.reads.set(index, now);
      return;
    }
    for (const read of to.reads.values()) check(read);
    to.write = now;
    to.reads = new Map();
  }

  /** One report for each pair of places, as Go's detector does. */
  private report(race: Race): void {
    const key = ({ earlier, later }: Race): string =>
      `${place(earlier.at)} ${place(later.at)} ${later.write}`;
    if (!this.found.some((other) => key(other) === key(race))) this.found.push(race);
  }

  private of(g: Goroutine): Known {
    const known = g.clock as Known | undefined;
    if (known !== undefined) return known;
    const index = this.goroutines++;
    const clock: Clock = new Array<number>(index + 1).fill(0);
    clock[index] = 1;
    const made = { index, clock };
    g.clock = made;
    return made;
  }

  private tick(g: Goroutine): void {
    const { index, clock } = this.of(g);
    clock[index]!++;
  }
}

const nowhere = new Error("not remembered");

function join(into: Clock, from: Clock): void {
  while (into.length < from.length) into.push(0);
  for (let i = 0; i < from.length; i++) if (from[i]! > into[i]!) into[i] = from[i]!;
}

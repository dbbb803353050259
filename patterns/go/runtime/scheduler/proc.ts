/** A P of Go's scheduler: the right to run goroutines, with a queue of its own. Go: type p and runq… in runtime/proc.go. */
import type { Goroutine } from "../goroutine.ts";
import { RunQueue } from "./run-queue.ts";

/** Goroutines a P can queue beside `next`; a power of two. */
export const ringSize = 256;

/** What one P did. */
export interface ProcStats {
  readonly id: number;
  /** Goroutines resumed here. */
  ran: number;
  /** Taken from the global queue, and moved there because the ring was full. */
  fromGlobal: number;
  toGlobal: number;
  /** Raids on other Ps that brought something, and the goroutines they brought. */
  steals: number;
  stolen: number;
  /** Goroutines suspended here after 10 ms, and system calls that took longer than the P, with others queued, would wait. */
  preempted: number;
  handedOff: number;
  /** Virtual nanoseconds spent computing, and spent waiting for the global queue's lock. */
  worked: number;
  waitedForLock: number;
}

export class Proc {
  readonly id: number;
  readonly stats: ProcStats;
  /** Woken by whoever runs here; goes first, and in the time slice of its waker. */
  next: Goroutine | undefined = undefined;
  /** The queue: `ring[head & 255]` is first; both only grow. */
  private readonly ring: (Goroutine | undefined)[] = new Array<Goroutine | undefined>(ringSize).fill(
    undefined,
  );
  private head = 0;
  private tail = 0;
  /** Counts time slices; every 61st looks at the global queue first. Go's own goroutines use five before main begins. */
  tick = 5;
  /** Since it last was a time slice older. */
  switches = 0;
  sliceBegan = 0;
  /** Virtual time up to which this P is occupied. */
  clock = 0;
  /** The one that computes here until `clock`. */
  working: Goroutine | undefined = undefined;
  /** It has used up its time slice by operations, and is suspended as soon as this P acts again. */
  sliceOver = false;
  idle = true;
  /** Looking for work at other Ps, so nobody else needs to be woken for that. */
  spinning = false;
  /** When it last acted, for fairness among Ps with the same clock. */
  turn = 0;

  constructor(id: number) {
    this.id = id;
    this.stats = {
      id,
      ran: 0,
      fromGlobal: 0,
      toGlobal: 0,
      steals: 0,
      stolen: 0,
      preempted: 0,
      handedOff: 0,
      worked: 0,
      waitedForLock: 0,
    };
  }

  get size(): number {
    return this.tail - this.head;
  }

  get empty(): boolean {
    return this.tail === this.head && this.next === undefined;
  }

  /** Puts `g` first; whoever was first goes to the end of the queue. */
  putNext(g: Goroutine, global: RunQueue): void {
    const kicked = this.next;
    this.next = g;
    if (kicked !== undefined) this.put(kicked, global);
  }

  takeNext(): Goroutine | undefined {
    const { next } = this;
    this.next = undefined;
    return next;
  }

  /** Puts `g` last; when the ring is full, half of it and `g` go to the global queue. O(1) amortized. */
  put(g: Goroutine, global: RunQueue): void {
    if (this.tail - this.head < ringSize) {
      this.ring[this.tail++ & (ringSize - 1)] = g;
      return;
    }
    for (let i = 0; i < ringSize / 2; i++) global.add(this.take()!);
    global.add(g);
    this.stats.toGlobal += ringSize / 2 + 1;
  }

  /** The first of the ring. */
  take(): Goroutine | undefined {
    if (this.tail === this.head) return undefined;
    const at = this.head++ & (ringSize - 1);
    const g = this.ring[at];
    this.ring[at] = undefined;
    return g;
  }

  /** Moves the first half of the ring, rounded up, to `thief`; returns the last of these, for it to run. */
  grabbedBy(thief: Proc, global: RunQueue): Goroutine | undefined {
    const count = this.size - (this.size >> 1);
    for (let i = 1; i < count; i++) thief.put(this.take()!, global);
    thief.stats.stolen += count;
    return this.take();
  }
}

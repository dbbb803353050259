/** The queue that all Ps share: who yielded, was preempted or did not fit into a ring. One P at a time gets at it. */
import type { Goroutine } from "../goroutine.ts";
import type { Proc } from "./proc.ts";
import { RunQueue } from "./run-queue.ts";

const largestBatch = 128;

export class GlobalQueue extends RunQueue {
  /** Nanoseconds for which one access holds the lock; 0 when locking is not looked at. */
  private readonly lockTime: number;
  private lockFree = 0;

  constructor(lockTime: number) {
    super();
    this.lockTime = lockTime;
  }

  /** Adds `g` on behalf of `p`. */
  put(p: Proc, g: Goroutine, now: number): void {
    this.lock(p, now);
    this.add(g);
  }

  /** A fair share for one of `sharers`, at most `most`: the first to run, the others into the ring of `p`. */
  share(p: Proc, sharers: number, most: number, now: number): Goroutine | undefined {
    this.lock(p, now);
    const fair = Math.floor(this.size / sharers) + 1;
    const count = Math.min(this.size, fair, most, largestBatch);
    const first = this.take();
    for (let i = 1; i < count; i++) p.put(this.take()!, this);
    p.stats.fromGlobal += count;
    return first;
  }

  /** One holder at a time: whoever comes later waits until the lock is free. */
  private lock(p: Proc, now: number): void {
    if (this.lockTime === 0) return;
    const wanted = Math.max(p.clock, now);
    const got = Math.max(wanted, this.lockFree);
    p.stats.waitedForLock += got - wanted;
    this.lockFree = p.clock = got + this.lockTime;
  }
}

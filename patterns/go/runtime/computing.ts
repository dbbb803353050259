/** What takes time without waiting for another goroutine: computing, system calls, the network, and real promises. */
import { Fresh, type Goroutine, type Operation, Parked } from "./goroutine.ts";
import { SharedOperation, type Step, suspended } from "./operation.ts";
import { Timer as Alarm } from "./timers.ts";
import { current, type World } from "./world.ts";

class Work extends SharedOperation<void> {
  protected readonly text = "work(d)";
  private duration = 0;

  for(duration: number): this {
    if (!(duration >= 0 && duration < Infinity))
      throw new RangeError(`work(${duration}): nanoseconds, 0 or more`);
    this.calling();
    this.duration = duration;
    return this;
  }

  next(): Step<void> {
    const world = current();
    const g = world.running;
    if (g.stage === Fresh) {
      g.remaining = this.duration;
      if (this.givesWay(world, g)) return suspended;
    }
    const { remaining } = g;
    g.remaining = 0;
    if (remaining === 0 || world.policy.work(g, remaining)) return this.finished(g, undefined);
    return this.waits(g);
  }
}

/** What the two kinds of waiting for the system share: a duration, then a way back. */
abstract class System extends SharedOperation<void> {
  private duration = 0;
  protected abstract leave(world: World, g: Goroutine, duration: number): void;

  for(duration: number): this {
    // One without end is a read where nobody ever writes.
    if (!(duration >= 0)) throw new RangeError(`${this.text}: d is ${duration}: nanoseconds, 0 or more`);
    this.calling();
    this.duration = duration;
    return this;
  }

  next(): Step<void> {
    const world = current();
    const g = world.running;
    if (g.stage === Parked) return this.finished(g, undefined);
    if (g.stage === Fresh) {
      g.remaining = this.duration;
      if (this.givesWay(world, g)) return suspended;
    }
    const duration = g.remaining;
    g.remaining = 0;
    this.leave(world, g, duration);
    return this.waits(g);
  }
}

class BlockingCall extends System {
  protected readonly text = "syscall(d)";

  protected leave(world: World, g: Goroutine, duration: number): void {
    const until = world.now + duration;
    world.enterSyscall(g, "syscall", duration);
    world.timers.start(new Alarm(() => world.leaveSyscall(g)), until);
  }
}

class Network extends System {
  protected readonly text = "network(d)";

  protected leave(world: World, g: Goroutine, duration: number): void {
    world.park(g, "IO wait");
    world.timers.start(new Alarm(() => world.networkReady(g)), world.now + duration);
  }
}

class Awaiting extends SharedOperation<unknown> {
  protected readonly text = "awaiting(promise)";
  private promise: PromiseLike<unknown> = Promise.resolve();

  of(promise: PromiseLike<unknown>): this {
    this.calling();
    this.promise = promise;
    return this;
  }

  next(): Step<unknown> {
    const world = current();
    const g = world.running;
    if (g.stage === Parked) {
      if (g.ok) return this.finished(g, g.value);
      g.stage = Fresh;
      throw g.value;
    }
    if (g.stage === Fresh) {
      g.value = this.promise;
      if (this.givesWay(world, g)) return suspended;
    }
    world.await(g, g.value as PromiseLike<unknown>);
    return this.waits(g);
  }
}

const oneWork = new Work();
const oneCall = new BlockingCall();
const oneNetwork = new Network();
const oneAwaiting = new Awaiting();

/** Computes for `duration` virtual nanoseconds; after 10 ms without a break others get their turn (Go's preemption). */
export function work(duration: number): Operation<void> {
  return oneWork.for(duration);
}

/** A blocking system call of `duration` virtual nanoseconds; if it is long, its P is handed to others meanwhile. */
export function syscall(duration: number): Operation<void> {
  return oneCall.for(duration);
}

/** Waits for the network, `duration` virtual nanoseconds, as Go's netpoller does: no P and no thread is held. */
export function network(duration: number): Operation<void> {
  return oneNetwork.for(duration);
}

/**
 * Waits for real asynchronous work, which counts as a system call: it is never a deadlock, and until it is done virtual
 * time does not jump to the next timer. Needs `runAsync`. Gives what the promise gives, throws what it rejects with.
 */
export function awaiting<T>(promise: PromiseLike<T>): Operation<T> {
  return oneAwaiting.of(promise) as Operation<T>;
}

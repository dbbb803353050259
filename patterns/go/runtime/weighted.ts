/** golang.org/x/sync/semaphore: a limit on what is held together, given out in the order of asking. */
import { type Chan, makeChan } from "./channels/channel.ts";
import type { Context } from "./context/context.ts";
import type { Go } from "./goroutine.ts";
import { panic } from "./panic.ts";
import { otherwise, recv, select } from "./channels/select.ts";
import { Mutex } from "./sync/mutex.ts";
import { unit } from "./types.ts";
import { noteMethods } from "./noted.ts";

interface Waiting {
  readonly n: number;
  /** Closed when its n have been given to it. */
  readonly ready: Chan<void>;
}

export class Weighted {
  private readonly size: number;
  private held = 0;
  private readonly mutex = new Mutex();
  /** First come, first served; a small request does not pass a large one, which would starve it. */
  private readonly waiting = new Set<Waiting>();

  /** `size` is the most that may be held together. */
  constructor(size: number) {
    this.size = size;
  }

  /** Takes `n`, waiting for them until `context` is done: then its error, and nothing is taken. */
  *acquire(context: Context, n: number): Go<Error | null> {
    const done = context.done();
    yield* this.mutex.lock();
    const over = yield* select(recv(done), otherwise);
    if (over.index === 0) {
      yield* this.mutex.unlock();
      return context.err();
    }
    if (this.tryTake(n)) {
      yield* this.mutex.unlock();
      return null;
    }
    if (n > this.size) {
      // It can never be had, and must not stand in the way of others.
      yield* this.mutex.unlock();
      yield* done.recv();
      return context.err();
    }
    const mine: Waiting = { n, ready: makeChan(unit) };
    this.waiting.add(mine);
    yield* this.mutex.unlock();
    const first = yield* select(recv(done), recv(mine.ready));
    return first.index === 0 ? yield* this.givenUp(context, mine) : yield* this.given(context, n);
  }

  /** Takes `n` if that can be done at once. */
  *tryAcquire(n: number): Go<boolean> {
    yield* this.mutex.lock();
    const taken = this.tryTake(n);
    yield* this.mutex.unlock();
    return taken;
  }

  /** Gives `n` back. Panics when fewer are held. */
  *release(n: number): Go {
    yield* this.mutex.lock();
    this.held -= n;
    if (this.held < 0) {
      yield* this.mutex.unlock();
      panic("semaphore: released more than held");
    }
    yield* this.serve();
    yield* this.mutex.unlock();
  }

  private tryTake(n: number): boolean {
    if (this.size - this.held < n || this.waiting.size > 0) return false;
    this.held += n;
    return true;
  }

  /** A context that is done at the same time wins, so that the result does not depend on the select's choice. */
  private *given(context: Context, n: number): Go<Error | null> {
    const over = yield* select(recv(context.done()), otherwise);
    if (over.index !== 0) return null;
    yield* this.release(n);
    return context.err();
  }

  private *givenUp(context: Context, mine: Waiting): Go<Error | null> {
    yield* this.mutex.lock();
    const [first] = this.waiting;
    if (!this.waiting.delete(mine)) {
      // They were given to us meanwhile: give them back.
      this.held -= mine.n;
      yield* this.serve();
    } else if (first === mine) {
      // Smaller requests may have waited behind this one only.
      yield* this.serve();
    }
    yield* this.mutex.unlock();
    return context.err();
  }

  private *serve(): Go {
    for (const next of this.waiting) {
      if (this.size - this.held < next.n) return;
      this.held += next.n;
      this.waiting.delete(next);
      yield* next.ready.close();
    }
  }
}

noteMethods(Weighted, "semaphore");

/**
 * Backpressure: what a sender meets when the receiver is slower. A channel with a buffer is a bounded queue; when it is full:
 *
 *   put            waits for room: nothing is lost, and the sender becomes as slow as the receiver
 *   offer          refuses the newest: false, at once; the sender drops it, or answers with an error
 *   offerWithin    waits for room, but not for ever
 *   displace       drops the oldest to make room
 *
 * Before the queue: Semaphore, with `shedding`, bounds how many are at work; TokenBucket bounds how many begin in a time.
 * Memory is that of the buffer. Nothing here starts a goroutine, so nothing can be left behind.
 *
 * Tested under Go's scheduler with 1 to 4 Ps, a hundred random schedules, and systematically explored ones.
 */
import {
  after,
  call,
  type Chan,
  type Go,
  makeChan,
  Mutex,
  now,
  otherwise,
  panic,
  recv,
  type RecvChan,
  select,
  send,
  type SendChan,
  unit,
} from "../runtime/runtime.ts";

/** Waits until there is room, or `done` is closed: then false, and the value has not been sent. */
export function* put<T>(done: RecvChan<unknown>, queue: SendChan<T>, value: T): Go<boolean> {
  const { index } = yield* select(recv(done), send(queue, value));
  return index === 1;
}

/** Sends if that can be done at once; false if not. Without a buffer: only if somebody is waiting to receive. */
export function* offer<T>(queue: SendChan<T>, value: T): Go<boolean> {
  const { index } = yield* select(send(queue, value), otherwise);
  return index === 0;
}

/** Waits for room for at most `patience` nanoseconds; false if there was none. Room that is there needs no patience. */
export function* offerWithin<T>(queue: SendChan<T>, value: T, patience: number): Go<boolean> {
  if (yield* offer(queue, value)) return true;
  const { index } = yield* select(send(queue, value), recv(after(patience)));
  return index === 0;
}

/**
 * Sends at once, dropping the oldest values while there is no room, and gives those back: there may be several when other
 * senders come in between, or none. Panics when the queue has no buffer, as then there is no oldest.
 */
export function* displace<T>(queue: Chan<T>, value: T): Go<T[]> {
  if (queue.cap === 0) panic("displace: the queue has no buffer");
  const dropped: T[] = [];
  while (!(yield* offer(queue, value))) {
    // Nothing may be there any more: a receiver came first, and now there is room.
    const oldest = yield* select(recv(queue), otherwise);
    if (oldest.index === 0) dropped.push(oldest.value);
  }
  return dropped;
}

/** Room for `n` at a time: a channel with a buffer, in which whoever is inside has put a token. */
export class Semaphore {
  private readonly inside: Chan<void>;

  constructor(n: number) {
    if (!(Number.isSafeInteger(n) && n >= 1))
      throw new RangeError(`a semaphore for ${n}: it must be a whole number of at least 1`);
    this.inside = makeChan(unit, n);
  }

  /** Waits for a place; false if `done` was closed first. Who has waited longest is next. */
  acquire(done: RecvChan<unknown>): Go<boolean> {
    return put(done, this.inside, undefined);
  }

  tryAcquire(): Go<boolean> {
    return offer(this.inside, undefined);
  }

  /** Gives a place back. Panics when nobody is inside. */
  *release(): Go {
    const { index } = yield* select(recv(this.inside), otherwise);
    if (index === 1) panic("semaphore: released without being acquired");
  }
}

/** The error of `shedding`: come back later. */
export const overloaded = new Error("overloaded");

/** Does `work` if the semaphore has a place, or returns `overloaded` at once. The place is given back however `work` ends. */
export function* shedding<T>(semaphore: Semaphore, work: () => Go<T> | T): Go<T | typeof overloaded> {
  if (!(yield* semaphore.tryAcquire())) return overloaded;
  try {
    return yield* call<T>(work);
  } finally {
    yield* semaphore.release();
  }
}

/**
 * Lets through one in `period` nanoseconds on average, and after a pause up to `burst` at once: in any span of time no more
 * than burst + span / period. Kept as one number, which is exact (GCRA, as ATM networks used it), and no goroutine.
 */
export class TokenBucket {
  private readonly period: number;
  private readonly burst: number;
  private readonly mutex = new Mutex();
  /** The time at which the bucket will be full again. */
  private full = 0;

  constructor(period: number, burst: number) {
    if (!(Number.isSafeInteger(period) && period >= 1 && Number.isSafeInteger(burst) && burst >= 1)) {
      throw new RangeError(
        `a token bucket of ${burst} with one in ${period} ns: both must be whole numbers of at least 1`,
      );
    }
    this.period = period;
    this.burst = burst;
  }

  /** Takes a token if there is one. */
  *allow(): Go<boolean> {
    yield* this.mutex.lock();
    const allowed = this.delay() === 0;
    if (allowed) this.take();
    yield* this.mutex.unlock();
    return allowed;
  }

  /** Takes a token and waits until it is there; false if `done` was closed first. The token is then lost: others wait for theirs. */
  *wait(done: RecvChan<unknown>): Go<boolean> {
    yield* this.mutex.lock();
    const delay = this.delay();
    this.take();
    yield* this.mutex.unlock();
    if (delay === 0) return true;
    const { index } = yield* select(recv(done), recv(after(delay)));
    return index === 1;
  }

  private delay(): number {
    return Math.max(0, this.full - (this.burst - 1) * this.period - now());
  }

  private take(): void {
    this.full = Math.max(this.full, now()) + this.period;
  }
}

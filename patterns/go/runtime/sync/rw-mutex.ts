/** Go's sync.RWMutex: many readers or one writer; a writer who waits keeps new readers out. Go: sync/rwmutex.go. */
import type { Go } from "../goroutine.ts";
import { point } from "../giving-way.ts";
import type { Ordering } from "../races.ts";
import { current } from "../world.ts";
import { type Locker, Mutex } from "./mutex.ts";
import { Semaphore } from "./semaphore.ts";
import { noteMethods } from "../noted.ts";

export class RWMutex implements Locker {
  /** Held by the writer, waiting or writing. */
  private readonly writer = new Mutex();
  private writing = false;
  /** Readers who hold it or wait for the writer to end. */
  private readers = 0;
  /** Readers whom the waiting writer must let finish. */
  private awaited = 0;
  private readonly forReaders = new Semaphore();
  private readonly forWriter = new Semaphore();
  private readonly byReaders: Ordering = { clock: undefined };
  private readonly byWriter: Ordering = { clock: undefined };

  /** Waits while a writer writes or waits. Do not take it twice in one goroutine: a writer in between is a deadlock. */
  *rLock(): Go {
    yield* point("mu.rLock()");
    this.readers++;
    if (this.writing) yield* this.forReaders.acquire("sync.RWMutex.RLock");
    this.acquired(this.byWriter);
  }

  *tryRLock(): Go<boolean> {
    yield* point("mu.tryRLock()");
    if (this.writing) return false;
    this.readers++;
    this.acquired(this.byWriter);
    return true;
  }

  *rUnlock(): Go {
    yield* point("mu.rUnlock()");
    const world = current();
    world.races?.release(world.running, this.byReaders);
    if (this.readers === 0) world.fatal("sync: RUnlock of unlocked RWMutex");
    this.readers--;
    if (this.writing && --this.awaited === 0) this.forWriter.release();
  }

  /** Keeps new readers out at once, and waits for those who are in. */
  *lock(): Go {
    yield* this.writer.lock();
    this.writing = true;
    this.awaited += this.readers;
    if (this.awaited !== 0) yield* this.forWriter.acquire("sync.RWMutex.Lock");
    this.acquired(this.byReaders);
    this.acquired(this.byWriter);
  }

  *tryLock(): Go<boolean> {
    if (!(yield* this.writer.tryLock())) return false;
    if (this.readers > 0) {
      yield* this.writer.unlock();
      return false;
    }
    this.writing = true;
    this.acquired(this.byReaders);
    this.acquired(this.byWriter);
    return true;
  }

  *unlock(): Go {
    yield* point("mu.unlock()");
    const world = current();
    world.races?.release(world.running, this.byWriter);
    if (!this.writing) world.fatal("sync: Unlock of unlocked RWMutex");
    this.writing = false;
    for (let i = this.readers; i > 0; i--) this.forReaders.release();
    yield* this.writer.unlock();
  }

  /** The reader's side as a Locker, for Cond. */
  rLocker(): Locker {
    return { lock: () => this.rLock(), unlock: () => this.rUnlock() };
  }

  private acquired(by: Ordering): void {
    const world = current();
    world.races?.acquire(world.running, by);
  }
}

noteMethods(RWMutex, "mu");

/** Go's sync.Mutex: whoever comes gets it, until somebody has waited for 1 ms; then it goes from hand to hand. Go: sync/mutex.go (since 1.24, internal/sync/mutex.go). */
import type { Go } from "../goroutine.ts";
import { noteMethods } from "../noted.ts";
import { point } from "../giving-way.ts";
import type { Clock } from "../races.ts";
import { current } from "../world.ts";
import { Semaphore } from "./semaphore.ts";

/** What Cond needs: Go's sync.Locker. */
export interface Locker {
  lock(): Go;
  unlock(): Go;
}

/** After waiting so long (1 ms) a goroutine asks for the mutex to be handed over. */
const patience = 1e6;

export class Mutex implements Locker {
  private locked = false;
  /** One who was woken is on the way, so Unlock need not wake another. */
  private woken = false;
  /** Unlock hands over to the first in line; newcomers go to the end and do not try. */
  private starving = false;
  private waiters = 0;
  private readonly semaphore = new Semaphore();
  clock: Clock | undefined = undefined;

  /** Waits until the mutex is free and takes it. Not reentrant: who holds it and locks again waits forever. */
  *lock(): Go {
    yield* point("mu.lock()");
    if (this.locked || this.woken || this.starving || this.waiters > 0) yield* this.lockSlow();
    else this.locked = true;
    const world = current();
    world.races?.acquire(world.running, this);
  }

  /** Takes it if that can be done at once. Does not queue: failing says nothing about the next moment. */
  *tryLock(): Go<boolean> {
    yield* point("mu.tryLock()");
    if (this.locked || this.starving) return false;
    this.locked = true;
    const world = current();
    world.races?.acquire(world.running, this);
    return true;
  }

  /** Frees it; any goroutine may. Fatal when it is not locked. */
  *unlock(): Go {
    yield* point("mu.unlock()");
    const world = current();
    world.races?.release(world.running, this);
    if (!this.locked) world.fatal("sync: unlock of unlocked mutex");
    this.locked = false;
    if (this.starving) {
      yield* this.semaphore.handOff();
    } else if (this.waiters > 0 && !this.woken) {
      this.waiters--;
      this.woken = true;
      this.semaphore.release();
    }
  }

  private *lockSlow(): Go {
    const world = current();
    let began = -1;
    let impatient = false;
    let awoke = false;
    for (;;) {
      const free = !this.locked && !this.starving;
      if (!free) this.waiters++;
      if (impatient && this.locked) this.starving = true;
      else if (!this.starving) this.locked = true;
      if (awoke) this.woken = false;
      if (free) return;
      const again = began >= 0;
      if (!again) began = world.now;
      yield* this.semaphore.acquire("sync.Mutex.Lock", again);
      impatient ||= world.now - began > patience;
      if (this.starving) {
        // Handed over: nobody has set `locked` or taken us off the count.
        this.locked = true;
        this.waiters--;
        if (!impatient || this.waiters === 0) this.starving = false;
        return;
      }
      awoke = true;
    }
  }
}

noteMethods(Mutex, "mu");

/** What mutexes, wait groups and the rest sleep in. Go: runtime/sema.go. */
import type { Go, Goroutine } from "../goroutine.ts";
import { gosched, wait } from "../giving-way.ts";
import { RunQueue } from "../scheduler/run-queue.ts";
import { current } from "../world.ts";

export class Semaphore {
  private count = 0;
  private readonly waiting = new RunQueue();
  /** The one to whom a unit was handed over, past whoever else might come. */
  private handedTo: Goroutine | undefined = undefined;

  /** Takes one unit, waiting for it in line, or at the head of the line when `first`. Who is woken may find it gone, and waits again. */
  *acquire(reason: string, first = false): Go {
    const world = current();
    const g = world.running;
    while (this.count === 0) {
      if (first) this.waiting.addFirst(g);
      else this.waiting.add(g);
      yield* wait(reason);
      if (this.handedTo === g) {
        this.handedTo = undefined;
        return;
      }
    }
    this.count--;
  }

  /** Gives one unit and wakes the first in line. */
  release(): void {
    this.count++;
    const first = this.waiting.take();
    if (first !== undefined) current().ready(first);
  }

  /** Gives one unit to the first in line, who runs at once in the time slice of the giver. */
  *handOff(): Go {
    const first = this.waiting.take();
    if (first === undefined) {
      this.count++;
      return;
    }
    this.handedTo = first;
    current().ready(first);
    yield* gosched("behind");
  }
}

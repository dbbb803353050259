/** Go's sync.WaitGroup: waits until a count is zero. Go: sync/waitgroup.go. */
import { go } from "../go.ts";
import { Fresh, type Go, type Goroutine, type Operation, type Start } from "../goroutine.ts";
import { point } from "../giving-way.ts";
import { SharedOperation, type Step, suspended } from "../operation.ts";
import { plain } from "../panic.ts";
import type { Clock } from "../races.ts";
import { current, type World } from "../world.ts";
import { Semaphore } from "./semaphore.ts";
import { noteMethods } from "../noted.ts";

export class WaitGroup {
  private count = 0;
  private waiters = 0;
  private readonly semaphore = new Semaphore();
  clock: Clock | undefined = undefined;

  /** Adds `delta`, which may be negative. Call it before the `go` it counts, not inside. Panics below zero. */
  add(delta: number): Operation<void> {
    return adding.of(this, delta);
  }

  done(): Operation<void> {
    return adding.of(this, -1);
  }

  /** Adds here and now. */
  change(world: World, delta: number): void {
    if (delta < 0) world.races?.release(world.running, this);
    this.count += delta;
    if (this.count < 0) throw plain("sync: negative WaitGroup counter");
    if (this.waiters > 0 && delta > 0 && this.count === delta) {
      throw plain("sync: WaitGroup misuse: Add called concurrently with Wait");
    }
    if (this.count > 0) return;
    for (; this.waiters > 0; this.waiters--) this.semaphore.release();
  }

  /** Waits until the count is zero. */
  *wait(): Go {
    yield* point("wg.wait()");
    const world = current();
    if (this.count > 0) {
      this.waiters++;
      yield* this.semaphore.acquire("semacquire");
      if (this.count !== 0 || this.waiters !== 0) {
        throw plain("sync: WaitGroup is reused before previous Wait has returned");
      }
    }
    world.races?.acquire(world.running, this);
  }

  /** Go 1.25's `wg.Go(f)`: adds one, starts `start`, and counts it done when it ends, also by a panic. */
  *go(start: Start): Go {
    yield* this.add(1);
    const named = (): Go => counted(this, start);
    go(Object.defineProperty(named, "name", { value: start.name }));
  }
}

noteMethods(WaitGroup, "wg");

/** Done once for every goroutine, so it makes no generator. */
class Adding extends SharedOperation<void> {
  protected readonly text = "wg.add(n)";
  private group: WaitGroup | undefined = undefined;
  private delta = 0;

  of(group: WaitGroup, delta: number): this {
    this.calling();
    this.group = group;
    this.delta = delta;
    return this;
  }

  protected override described({ remaining }: Goroutine): string {
    return remaining === -1 ? "wg.done()" : `wg.add(${remaining})`;
  }

  next(): Step<void> {
    const world = current();
    const g = world.running;
    if (g.stage === Fresh) {
      g.value = this.group;
      g.remaining = this.delta;
      if (this.givesWay(world, g)) return suspended;
    }
    g.stage = Fresh;
    const delta = g.remaining;
    g.remaining = 0;
    (g.value as WaitGroup).change(world, delta);
    return this.finished(g, undefined);
  }
}

const adding = new Adding();

function* counted(group: WaitGroup, start: Start): Go {
  try {
    const going = start();
    if (going !== undefined) yield* going;
  } finally {
    yield* group.done();
  }
}

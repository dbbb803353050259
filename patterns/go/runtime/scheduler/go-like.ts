/**
 * Go's scheduler: Ps with queues of their own, a global queue, stealing, 10 ms time slices. Go 1.23: runtime/proc.go.
 * Several Ps run side by side in virtual time: the one whose clock is furthest behind acts next.
 */
import { type Goroutine, Runnable, Syscall } from "../goroutine.ts";
import { GlobalQueue } from "./global-queue.ts";
import type { Policy } from "./policy.ts";
import { Proc, type ProcStats } from "./proc.ts";
import { type Random, randomFrom } from "./random.ts";
import { steal } from "./stealing.ts";
import type { World } from "../world.ts";

export interface GoLikeOptions {
  /** GOMAXPROCS, 1 to 64. */
  readonly procs?: number;
  /** For what Go leaves to chance: select, map order, where stealing begins. */
  readonly seed?: number;
  /** Nanoseconds for which one access holds the global queue's lock; nobody else gets it meanwhile. */
  readonly lockTime?: number;
  /** False: no local queues at all, as in Go before 1.1, to compare with. */
  readonly localQueues?: boolean;
}

const slice = 10e6;
/** A system call may hold its P so long before sysmon takes it away. */
const syscallGrace = 20e3;
const globalEvery = 61;
/**
 * Switching costs no virtual time, but after so many on one P a time slice is over, as if each took 100 ns. Otherwise
 * two goroutines that wake one another would keep the P, and who polls for a timer would wait in vain.
 */
const switchesInSlice = 100_000;

export class GoLike implements Policy {
  readonly name: string;
  readonly preemptive = false;
  private readonly procs: readonly Proc[];
  private readonly global: GlobalQueue;
  private readonly random: Random;
  private readonly localQueues: boolean;
  /** One P without costs needs no clocks: the common case, and the quick one. */
  private readonly alone: boolean;
  private world!: World;
  private p: Proc;
  private turns = 0;
  /** Those whose network is ready and whom nobody has polled for yet. */
  private polled: Goroutine[] = [];
  private lastPoll = 0;

  constructor({ procs = 1, seed = 1, lockTime = 0, localQueues = true }: GoLikeOptions = {}) {
    if (!(Number.isInteger(procs) && procs >= 1 && procs <= 64))
      throw new RangeError(`procs is ${procs}: 1 to 64`);
    this.procs = Array.from({ length: procs }, (_, id) => new Proc(id));
    this.p = this.procs[0]!;
    this.p.idle = false;
    this.random = randomFrom(seed);
    this.global = new GlobalQueue(lockTime);
    this.localQueues = localQueues;
    const lock = lockTime > 0 ? ` lock=${lockTime}` : "";
    this.name = `go-like procs=${procs} seed=${seed}${lock}${localQueues ? "" : " global-queue"}`;
    this.alone = procs === 1 && lockTime === 0 && localQueues;
  }

  begin(world: World): void {
    this.world = world;
  }

  get stats(): readonly ProcStats[] {
    return this.procs.map(({ stats }) => stats);
  }

  pick(count: number): number {
    return this.random(count);
  }

  /** Asked when a goroutine has done a time slice's worth of operations without waiting. */
  givesWay(g: Goroutine): boolean {
    const { p } = this;
    this.passSlice(p);
    if (this.alone) {
      this.preempt(p, g);
      return true;
    }
    // Its time has passed for it as well: another P may take it on only when the others have got so far.
    p.working = g;
    p.sliceOver = true;
    g.status = Runnable;
    return true;
  }

  ready(g: Goroutine): void {
    if (this.localQueues) this.p.putNext(g, this.global);
    else this.addGlobal(g);
    if (!this.alone) this.wakeAnother();
  }

  yielded(g: Goroutine, where: "global" | "behind"): void {
    if (where === "behind" && this.localQueues) this.p.put(g, this.global);
    else this.addGlobal(g);
  }

  next(): Goroutine | undefined {
    return this.alone ? this.runnable(this.p) : this.nextOfMany();
  }

  work(g: Goroutine, duration: number): boolean {
    const { p, world } = this;
    const from = this.alone ? world.now : Math.max(p.clock, world.now);
    const until = Math.min(from + duration, Math.max(from, p.sliceBegan + slice));
    g.remaining = from + duration - until;
    p.stats.worked += until - from;
    if (!this.alone) {
      p.clock = until;
      p.working = g;
      g.status = Runnable;
      return false;
    }
    world.now = until;
    if (g.remaining === 0) return true;
    this.preempt(p, g);
    return false;
  }

  enterSyscall(g: Goroutine, duration: number): void {
    const { p, world } = this;
    g.status = Syscall;
    const held = Math.min(duration, syscallGrace);
    if (duration > syscallGrace && !p.empty) p.stats.handedOff++;
    if (this.alone) world.now += held;
    else p.clock = Math.max(p.clock, world.now) + held;
  }

  /** Back on a P that has nothing to do, where there is one; else to the end of the global queue. */
  leaveSyscall(g: Goroutine): void {
    g.status = Runnable;
    const free = this.alone ? (this.p.empty && this.global.size === 0 ? this.p : undefined) : this.idleProc();
    if (free === undefined) {
      this.addGlobal(g);
      return;
    }
    free.putNext(g, this.global);
    this.wake(free);
  }

  /** The network is ready for `g`; it runs when some P polls. */
  networkReady(g: Goroutine): void {
    g.status = Runnable;
    this.polled.push(g);
    if (!this.alone) this.wakeAnother();
  }

  private nextOfMany(): Goroutine | undefined {
    const { world } = this;
    for (;;) {
      const p = this.furthestBehind();
      const { earliest } = world.timers;
      if (earliest <= (p === undefined ? world.now : p.clock)) {
        const idle = this.idleProc();
        if (idle !== undefined) {
          this.wake(idle, Math.max(world.now, earliest));
          continue;
        }
      }
      if (p === undefined) return undefined;
      this.p = p;
      world.proc = p.id;
      p.turn = ++this.turns;
      world.now = Math.max(world.now, p.clock);
      const g = this.resumed(p) ?? this.runnable(p);
      if (g !== undefined) return g;
      if (p.clock <= world.now) {
        p.idle = true;
        p.spinning = false;
      }
    }
  }

  /** The one that has computed here until now, unless its time slice is over. */
  private resumed(p: Proc): Goroutine | undefined {
    const g = p.working;
    p.working = undefined;
    if (g === undefined) return undefined;
    if (g.remaining === 0 && !p.sliceOver) {
      p.stats.ran++;
      return g;
    }
    p.sliceOver = false;
    this.preempt(p, g);
    return undefined;
  }

  /** Go's findRunnable: who runs next on `p`, having looked everywhere. */
  private runnable(p: Proc): Goroutine | undefined {
    const { world, global } = this;
    if (++p.switches >= switchesInSlice) {
      this.passSlice(p);
      const g = p.takeNext();
      if (g !== undefined) this.preempt(p, g);
      // Others, whose clocks are behind now, go first.
      if (!this.alone) return undefined;
    }
    if (world.timers.earliest <= world.now) world.fire(world.timers.due(world.now));
    if (this.polled.length > 0 && world.now - this.lastPoll > slice)
      for (const g of this.polled.splice(0)) global.add(g);
    if (p.tick % globalEvery === 0 && global.size > 0) return this.execute(p, this.fromGlobal(p, 1));
    const next = p.takeNext();
    if (next !== undefined) {
      p.stats.ran++;
      return next;
    }
    const g = p.take() ?? (global.size > 0 ? this.fromGlobal(p, Infinity) : undefined) ?? this.poll(p);
    if (g !== undefined) return this.execute(p, g);
    return this.alone ? undefined : this.stolen(p);
  }

  private execute(p: Proc, g: Goroutine | undefined): Goroutine | undefined {
    if (g === undefined) return undefined;
    p.tick++;
    p.sliceBegan = Math.max(this.world.now, p.clock);
    p.stats.ran++;
    if (p.spinning) {
      p.spinning = false;
      this.wakeAnother();
    }
    return g;
  }

  private fromGlobal(p: Proc, most: number): Goroutine | undefined {
    return this.global.share(p, this.procs.length, this.localQueues ? most : 1, this.world.now);
  }

  /** Those whose network is ready: the first to run, the others into the ring. */
  private poll(p: Proc): Goroutine | undefined {
    this.lastPoll = this.world.now;
    const [first, ...others] = this.polled;
    this.polled = [];
    for (const g of others) p.put(g, this.global);
    return first;
  }

  private stolen(p: Proc): Goroutine | undefined {
    const { world, procs, random, global } = this;
    p.spinning = true;
    const loot = steal(p, procs, random, global, world.now);
    if (loot === undefined) return undefined;
    world.log?.stolen(loot.g, world.now, p.id, loot.victim.id);
    return this.execute(p, loot.g);
  }

  private passSlice(p: Proc): void {
    p.switches = 0;
    if (this.alone) this.world.now += slice;
    else p.clock = Math.max(p.clock, this.world.now) + slice;
  }

  private preempt(p: Proc, g: Goroutine): void {
    g.status = Runnable;
    p.stats.preempted++;
    this.world.log?.preempted(g, this.world.now, p.id);
    this.addGlobal(g);
  }

  private addGlobal(g: Goroutine): void {
    this.global.put(this.p, g, this.world.now);
    if (!this.alone) this.wakeAnother();
  }

  /** Wakes an idle P to look for work, unless one is looking already. */
  private wakeAnother(): void {
    if (this.procs.some(({ spinning }) => spinning)) return;
    const idle = this.idleProc();
    if (idle === undefined) return;
    idle.spinning = true;
    this.wake(idle);
  }

  private wake(p: Proc, at = this.world.now): void {
    if (!p.idle) return;
    p.idle = false;
    p.clock = Math.max(p.clock, at);
  }

  private idleProc(): Proc | undefined {
    return this.procs.find(({ idle }) => idle);
  }

  private furthestBehind(): Proc | undefined {
    let best: Proc | undefined;
    for (const p of this.procs) {
      if (p.idle) continue;
      if (best === undefined || p.clock < best.clock || (p.clock === best.clock && p.turn < best.turn))
        best = p;
    }
    return best;
  }
}

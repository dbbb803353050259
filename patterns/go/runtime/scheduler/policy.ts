/** What the run loop asks: who is next, and everything else that Go leaves open. */
import type { Goroutine } from "../goroutine.ts";
import type { ProcStats } from "./proc.ts";
import type { World } from "../world.ts";

export interface Policy {
  /** What a token names it by. */
  readonly name: string;
  /** Whether it wants to be asked before each operation that other goroutines can see. */
  readonly preemptive: boolean;
  begin(world: World): void;
  /** `g` can run again, by an act of the goroutine that runs now, by `go`, or by a timer. */
  ready(g: Goroutine): void;
  /** `g`, which runs, lets all others go first (Gosched), or those that its P has queued. */
  yielded(g: Goroutine, where: "global" | "behind"): void;
  /**
   * `g`, which runs, is about to do something others can see; asked always when `preemptive`, else once in a time slice.
   * True: another shall go first, and `g` is queued.
   */
  givesWay(g: Goroutine): boolean;
  /** The next to run, or undefined when nothing can run before time passes. Fires the timers that are due. */
  next(): Goroutine | undefined;
  /** `g`, which runs, computes for `duration` nanoseconds. False: it has been suspended and will be resumed. */
  work(g: Goroutine, duration: number): boolean;
  /** `g`, which runs, enters a system call and leaves its P behind. */
  enterSyscall(g: Goroutine, duration: number): void;
  /** Its network is ready. */
  networkReady(g: Goroutine): void;
  /** `g` comes back from it. */
  leaveSyscall(g: Goroutine): void;
  /** A number from 0 to `count` - 1, for what Go leaves to chance: a select's order, a map's. */
  pick(count: number): number;
  /** What each P did; empty where there are none. */
  readonly stats: readonly ProcStats[];
}

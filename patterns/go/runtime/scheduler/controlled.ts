/** A policy that leaves every choice to a chooser: a seeded one, a recorded one, or one that explores. One P, no time slices. */
import { type Goroutine, Runnable, Syscall } from "../goroutine.ts";
import type { Policy } from "./policy.ts";
import type { World } from "../world.ts";

export interface Chooser {
  readonly name: string;
  /**
   * A number from 0 to `options` - 1, options being at least 2. Of goroutines, 0 is the one that runs (when `running`)
   * or else the one that has been runnable longest: the choice that needs no explanation.
   */
  choose(options: number, running: boolean): number;
}

/** A goroutine that does so many operations in a row polls for something; then the others get their turn. */
const mostAlone = 100;
/** A program that does more is given up. */
const mostOperations = 100_000;

export class Controlled implements Policy {
  readonly preemptive = true;
  readonly stats = [];
  readonly name: string;
  /** Every choice there was, in order: replaying them replays the run. */
  readonly choices: number[] = [];
  /** How many options each had. */
  readonly options: number[] = [];
  private readonly chooser: Chooser;
  /** Operations done since somebody else ran, and in all. */
  private alone = 0;
  private operations = 0;
  private world!: World;
  /** Longest runnable first. */
  private readonly runnable: Goroutine[] = [];
  private chosen: Goroutine | undefined = undefined;

  private readonly mostOperations: number;

  constructor(chooser: Chooser, operations = mostOperations) {
    this.chooser = chooser;
    this.name = chooser.name;
    this.mostOperations = operations;
  }

  begin(world: World): void {
    this.world = world;
  }

  ready(g: Goroutine): void {
    this.runnable.push(g);
  }

  yielded(g: Goroutine): void {
    this.countOperation();
    this.runnable.push(g);
  }

  givesWay(g: Goroutine): boolean {
    this.countOperation();
    this.fire();
    const others = this.runnable.length;
    if (this.world.end === undefined) {
      if (others === 0) return false;
      const spins = ++this.alone >= mostAlone;
      const choice = spins ? 1 : this.choose(others + 1, true);
      if (choice === 0) return false;
      this.chosen = this.runnable.splice(choice - 1, 1)[0];
    }
    g.status = Runnable;
    this.world.log?.preempted(g, this.world.now, 0);
    this.runnable.push(g);
    return true;
  }

  next(): Goroutine | undefined {
    this.alone = 0;
    this.fire();
    const { chosen, runnable } = this;
    this.chosen = undefined;
    if (chosen !== undefined) return chosen;
    if (runnable.length < 2) return runnable.pop();
    return runnable.splice(this.choose(runnable.length, false), 1)[0];
  }

  work(_: Goroutine, duration: number): boolean {
    this.world.now += duration;
    return true;
  }

  enterSyscall(g: Goroutine): void {
    g.status = Syscall;
  }

  leaveSyscall(g: Goroutine): void {
    g.status = Runnable;
    this.runnable.push(g);
  }

  networkReady(g: Goroutine): void {
    this.leaveSyscall(g);
  }

  pick(count: number): number {
    return count < 2 ? 0 : this.choose(count, false);
  }

  /** What is due, in the order of time; those of the same time in any order. */
  private fire(): void {
    const { timers, now } = this.world;
    while (timers.earliest <= now) {
      const tied = timers.tied();
      const timer = tied[tied.length === 1 ? 0 : this.choose(tied.length, false)]!;
      timers.stop(timer);
      this.world.fire([timer]);
    }
  }

  private countOperation(): void {
    if (++this.operations > this.mostOperations) this.world.end ??= { kind: "unfinished" };
  }

  private choose(options: number, running: boolean): number {
    const choice = this.chooser.choose(options, running);
    this.choices.push(choice);
    this.options.push(options);
    return choice;
  }
}

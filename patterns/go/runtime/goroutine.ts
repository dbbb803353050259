/** Goroutines: generator functions that the lab's own run queue resumes. */
import { Waiter } from "./channels/wait-queue.ts";
import type { Step } from "./ending.ts";

declare const parked: unique symbol;
/** What a goroutine yields when it gives way. Only the runtime's operations make it, so a bare `yield` does not type-check. */
export interface Park {
  readonly [parked]: never;
}

/** The return type of a goroutine's function and of every function it calls with `yield*`. */
export type Go<T = void> = Generator<Park, T, void>;

/** Something to be done with `yield*`; without it, nothing is done (and the next operation says so). */
export interface Operation<T> {
  [Symbol.iterator](): Iterator<Park, T, void>;
}

/** What `go` and `run` start: a generator function, or a plain function that never has to wait. */
export type Start<A extends readonly unknown[] = [], T = void> = (...args: A) => Go<T> | T;

export const Runnable = 1;
export const Running = 2;
export const Waiting = 3;
export const Syscall = 4;
export const Dead = 5;
export type Status = typeof Runnable | typeof Running | typeof Waiting | typeof Syscall | typeof Dead;

/** How far an operation has come: not begun, given way before it was done, or parked in the middle of it. */
export const Fresh = 0;
export const GaveWay = 1;
export const Parked = 2;

/** One goroutine's state. Its fields are the runtime's; programs see it only in reports. */
export class Goroutine {
  readonly id: number;
  /** The goroutine that started it; 0 for main. */
  readonly parent: number;
  status: Status = Runnable;
  /** Go's wait reason while `status` is Waiting: "chan receive", "select", "sleep" … */
  reason = "";
  /** Virtual time at which it began to wait, in nanoseconds. */
  since = 0;

  /** Undefined until it runs for the first time: arguments are evaluated by `go`, the body is not begun. */
  iterator: Go<unknown> | undefined = undefined;
  start: Start<never[], unknown>;
  args: readonly unknown[];
  /** An error made where `go` was called, for its stack; kept for the first goroutines only, as it costs a microsecond. */
  readonly startedAt: Error | undefined;

  stage: typeof Fresh | typeof GaveWay | typeof Parked = Fresh;
  /** Set by Goexit: it is ending. */
  exiting = false;
  /** What was received, or is to be sent, and whether it came from a sender (Go's `ok`). */
  value: unknown = undefined;
  ok = false;
  /** Its place in a channel's queue while it waits in a single send or receive. */
  readonly waiter: Waiter;
  /** In a select: the case that was chosen for it by whoever woke it. */
  chosen: Waiter | undefined = undefined;
  /** Whether a waker has already won the race for the select it waits in. */
  selectDone = false;

  /** The next in whichever list it stands in: a run queue or the queue of a semaphore. */
  link: Goroutine | undefined = undefined;
  /** All that are alive, newest first. */
  newer: Goroutine | undefined = undefined;
  older: Goroutine | undefined = undefined;

  /** What it is about to do once those who went first are done; only where steps are listed. */
  arriving: Step | undefined = undefined;

  /** Nanoseconds of computing that are still to be done before it goes on. */
  remaining = 0;

  /** Its vector clock, once the program touches shared memory. */
  clock: unknown = undefined;

  constructor(
    id: number,
    parent: number,
    start: Start<never[], unknown>,
    args: readonly unknown[],
    at?: Error,
  ) {
    this.id = id;
    this.parent = parent;
    this.start = start;
    this.args = args;
    this.startedAt = at;
    this.waiter = new Waiter(this);
  }

  /** Go's name for it in reports: the function it was started with. */
  get name(): string {
    return this.start.name === "" ? "func" : this.start.name;
  }
}

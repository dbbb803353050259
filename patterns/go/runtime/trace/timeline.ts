/**
 * What a log of events amounts to: for each goroutine the states it went through, for each P whom it ran, and who woke
 * whom. It runs in browsers too. O(events).
 */
import type { Event, EventKind } from "../events.ts";

export type State = "running" | "runnable" | "waiting" | "syscall";

/** One goroutine in one state. Slices of one goroutine follow each other without gaps. */
export interface Slice {
  readonly g: number;
  readonly state: State;
  /** Why it waits: "chan receive" … Empty in other states. */
  readonly reason: string;
  /** Where it runs, or where that was which put it into this state. */
  readonly proc: number;
  /** What put it into this state, and which goroutine did (0: a timer, the outside, or it itself). */
  readonly cause: EventKind;
  readonly by: number;
  /** Where it is drawn, in nanoseconds: see `Drawing`. */
  readonly from: number;
  to: number;
  /** When it was, in virtual nanoseconds. */
  readonly began: number;
  ended: number;
}

/** One goroutine created or woke another. */
export interface Arrow {
  readonly by: number;
  readonly to: number;
  readonly kind: "created" | "unblocked";
  readonly at: number;
}

export interface Instant {
  readonly kind: "stolen" | "preempted";
  readonly g: number;
  readonly proc: number;
  /** Whose queue it was stolen from. */
  readonly victim: number;
  readonly at: number;
}

export interface Timeline {
  /** By goroutine, in the order of their creation. */
  readonly goroutines: ReadonlyMap<number, readonly Slice[]>;
  /** By P: its goroutines' running slices. */
  readonly procs: ReadonlyMap<number, readonly Slice[]>;
  readonly arrows: readonly Arrow[];
  readonly instants: readonly Instant[];
  /** Where the drawing ends. */
  readonly end: number;
}

/**
 * Virtual time stands still unless somebody computes or sleeps, so that thousands of events may bear one time. They are
 * drawn `step` nanoseconds apart, in their order; a later pause makes up for that, and what is drawn never stands before
 * its time. The default is about what a switch costs in Go. With 0 everything stands at its virtual time, and slices
 * without a width lose their arrows in some viewers.
 */
export interface Drawing {
  readonly step?: number;
  /** When the program ended, in virtual nanoseconds; left out: with its last event. */
  readonly until?: number;
}

const states: Readonly<Record<EventKind, State | "gone" | "same">> = {
  created: "runnable",
  resumed: "running",
  blocked: "waiting",
  unblocked: "runnable",
  preempted: "runnable",
  yielded: "runnable",
  ended: "gone",
  stolen: "same",
  syscall: "syscall",
};

export function timeline(events: Iterable<Event>, { step = 200, until = 0 }: Drawing = {}): Timeline {
  const goroutines = new Map<number, Slice[]>();
  const procs = new Map<number, Slice[]>();
  const arrows: Arrow[] = [];
  const instants: Instant[] = [];
  const open = new Map<number, Slice>();
  let at = -step;
  let last = 0;
  for (const event of events) {
    const { kind, time, g, proc, by, reason } = event;
    at = Math.max(at + step, Math.round(time));
    last = time;
    if (kind === "stolen" || kind === "preempted") instants.push({ kind, g, proc, victim: by, at });
    if ((kind === "created" || kind === "unblocked") && by > 0) arrows.push({ by, to: g, kind, at });
    const before = open.get(g);
    const state = states[kind];
    // Who computes while other Ps act is resumed when the computing is done, having run all the time.
    if (state === "same" || (state === "running" && before?.state === "running")) continue;
    if (before !== undefined) {
      before.to = at;
      before.ended = time;
    }
    if (state === "gone") {
      open.delete(g);
      continue;
    }
    const slice = { g, state, reason, proc, cause: kind, by, from: at, to: at, began: time, ended: time };
    open.set(g, slice);
    listed(goroutines, g).push(slice);
    if (state === "running") listed(procs, proc).push(slice);
  }
  const end = Math.max(at + step, Math.round(until));
  for (const slice of open.values()) {
    slice.to = end;
    slice.ended = Math.max(last, until);
  }
  return { goroutines, procs, arrows, instants, end };
}

function listed(lists: Map<number, Slice[]>, key: number): Slice[] {
  let list = lists.get(key);
  if (list === undefined) lists.set(key, (list = []));
  return list;
}

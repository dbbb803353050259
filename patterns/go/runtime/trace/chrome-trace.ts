/**
 * A log of events in the Trace Event format, which Perfetto (ui.perfetto.dev) and chrome://tracing show. Source: "Trace
 * Event Format" (Google, 2016). A track for each P with the goroutines it ran, one for each goroutine with its states,
 * and an arrow from whoever creates or wakes to who is created or woken. All slices are complete events, which cannot be
 * out of balance. O(events · log events).
 */
import type { EventLog } from "../events.ts";
import { type Drawing, type Slice, type Timeline, timeline } from "./timeline.ts";

/** One of `traceEvents`; times in microseconds. */
export interface TraceEvent {
  /** A complete slice, the start and the finish of an arrow, an instant, or metadata. */
  readonly ph: "X" | "s" | "f" | "i" | "M";
  readonly name: string;
  readonly pid: number;
  readonly tid: number;
  readonly ts?: number;
  readonly dur?: number;
  readonly cat?: string;
  readonly id?: number;
  /** An arrow ends at the slice that encloses its time. */
  readonly bp?: "e";
  /** An instant belongs to its thread. */
  readonly s?: "t";
  readonly args?: Readonly<Record<string, string | number>>;
}

export interface ChromeTrace {
  readonly displayTimeUnit: "ns";
  readonly traceEvents: readonly TraceEvent[];
  readonly otherData: Readonly<Record<string, string>>;
}

/** Viewers take the thread whose number is its process's for the main one; no goroutine has these numbers. */
export const processes = { Ps: 2, Goroutines: 3 } as const;
/** Some viewers want a thread's number to be its own in all processes, and goroutines keep theirs. */
const firstProc = 1_000_000;

/** `about` goes into the file as it is, for whoever opens it later. */
export function chromeTrace(
  log: EventLog,
  drawing: Drawing = {},
  about: Readonly<Record<string, string>> = {},
): ChromeTrace {
  const drawn = timeline(log, drawing);
  const title = (g: number): string => `${log.names.get(g)?.name ?? "func"} ${g}`;
  const dated = [
    ...[...drawn.procs.values()].flat().map((slice) => onProc(slice, title(slice.g))),
    ...[...drawn.goroutines.values()].flat().map(onGoroutine),
    ...arrows(drawn),
    ...instants(drawn, title),
  ];
  // Sorting is stable, so at one time an arrow stands after the slices that it joins.
  dated.sort((a, b) => a.ts - b.ts);
  return { displayTimeUnit: "ns", traceEvents: [...names(drawn, title), ...dated], otherData: about };
}

type Dated = TraceEvent & { readonly ts: number };

function onProc(slice: Slice, name: string): Dated {
  const { g, from, to } = slice;
  return { ph: "X", name, ...procThread(slice.proc), ...times(from, to), args: { goroutine: g } };
}

function onGoroutine(slice: Slice): Dated {
  const { g, state, reason, proc, cause, by, from, to, began, ended } = slice;
  const why = by > 0 ? { by } : {};
  const args = { because: cause, ...why, P: proc, "virtual ns": ended - began };
  const name = state === "waiting" ? reason : state;
  return { ph: "X", name, cat: state, ...goroutineThread(g), ...times(from, to), args };
}

function arrows({ arrows }: Timeline): Dated[] {
  return arrows.flatMap(({ by, to, kind, at }, i): Dated[] => {
    const same = { name: kind, cat: "wake", id: i + 1, ts: at / 1000 };
    return [
      { ph: "s", ...same, ...goroutineThread(by) },
      { ph: "f", bp: "e", ...same, ...goroutineThread(to) },
    ];
  });
}

function instants({ instants }: Timeline, title: (g: number) => string): Dated[] {
  return instants.map(({ kind, g, proc, victim, at }) => {
    const name = kind === "stolen" ? `${title(g)} stolen from P${victim}` : `${title(g)} preempted`;
    return { ph: "i", s: "t", name, cat: kind, ...procThread(proc), ts: at / 1000 };
  });
}

function names({ goroutines, procs }: Timeline, title: (g: number) => string): TraceEvent[] {
  const ids = [...procs.keys()].sort((a, b) => a - b);
  return [
    ...Object.entries(processes).map(([name, pid]) => metadata("process_name", { pid, tid: 0 }, { name })),
    ...ids.flatMap((p) => thread(procThread(p), `P${p}`, p)),
    ...[...goroutines.keys()].flatMap((g, i) => thread(goroutineThread(g), title(g), i)),
  ];
}

function thread(which: Thread, name: string, sort_index: number): TraceEvent[] {
  return [metadata("thread_name", which, { name }), metadata("thread_sort_index", which, { sort_index })];
}

function metadata(name: string, which: Thread, args: Record<string, string | number>): TraceEvent {
  return { ph: "M", name, ...which, args };
}

interface Thread {
  readonly pid: number;
  readonly tid: number;
}

function procThread(p: number): Thread {
  return { pid: processes.Ps, tid: firstProc + p };
}

function goroutineThread(g: number): Thread {
  return { pid: processes.Goroutines, tid: g };
}

function times(from: number, to: number): { readonly ts: number; readonly dur: number } {
  return { ts: from / 1000, dur: (to - from) / 1000 };
}

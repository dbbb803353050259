/** What happened, in numbers: twelve bytes an event, in chunks that are never moved. */
import type { Goroutine } from "./goroutine.ts";

export const kinds = [
  "created",
  "resumed",
  "blocked",
  "unblocked",
  "preempted",
  "yielded",
  "ended",
  "stolen",
  "syscall",
] as const;
export type EventKind = (typeof kinds)[number];

export interface Event {
  readonly kind: EventKind;
  /** Virtual nanoseconds. */
  readonly time: number;
  readonly g: number;
  readonly proc: number;
  /** Who created or unblocked it (0: a timer or the outside), or from which P it was stolen. */
  readonly by: number;
  /** Why it blocked. */
  readonly reason: string;
}

const created = 0;
const resumed = 1;
const blocked = 2;
const unblocked = 3;
const preempted = 4;
const yielded = 5;
const ended = 6;
const stolen = 7;
const syscall = 8;

/** Three words an event: its kind (4 bits) with its P (6) and its reason; the goroutine; who else. */
const wordsPerEvent = 3;
const eventsPerChunk = 1 << 15;
const wordsPerChunk = wordsPerEvent * eventsPerChunk;

export class EventLog {
  private readonly chunks: Int32Array[] = [];
  private chunk = new Int32Array(0);
  /** Where the next event goes in `chunk`. */
  private next = 0;
  private room = 0;
  /** Time stands still over many events: each time, and the number of the first event at it. */
  private readonly times: number[] = [];
  private readonly firstAt: number[] = [];
  private time = -1;
  private readonly reasons: string[] = [];
  private readonly reasonIds = new Map<string, number>();
  private lastReason = "";
  private lastReasonId = -1;
  /** By goroutine: the name of its function, and where it was started. */
  readonly names = new Map<number, { readonly name: string; readonly startedAt: Error | undefined }>();

  get size(): number {
    return Math.max(0, this.chunks.length - 1) * eventsPerChunk + this.next / wordsPerEvent;
  }

  created(g: Goroutine, by: Goroutine | undefined, time: number, proc: number): void {
    this.names.set(g.id, { name: g.name, startedAt: g.startedAt });
    this.add(created | (proc << 4), time, g.id, by?.id ?? 0);
  }

  resumed(g: Goroutine, time: number, proc: number): void {
    this.add(resumed | (proc << 4), time, g.id, 0);
  }

  blocked(g: Goroutine, reason: string, time: number, proc: number): void {
    this.add(blocked | (proc << 4) | (this.reason(reason) << 10), time, g.id, 0);
  }

  unblocked(g: Goroutine, by: number, time: number, proc: number): void {
    this.add(unblocked | (proc << 4), time, g.id, by);
  }

  preempted(g: Goroutine, time: number, proc: number): void {
    this.add(preempted | (proc << 4), time, g.id, 0);
  }

  yielded(g: Goroutine, time: number, proc: number): void {
    this.add(yielded | (proc << 4), time, g.id, 0);
  }

  ended(g: Goroutine, time: number, proc: number): void {
    this.add(ended | (proc << 4), time, g.id, 0);
  }

  stolen(g: Goroutine, time: number, proc: number, from: number): void {
    this.add(stolen | (proc << 4), time, g.id, from);
  }

  syscall(g: Goroutine, reason: string, time: number, proc: number): void {
    this.add(syscall | (proc << 4) | (this.reason(reason) << 10), time, g.id, 0);
  }

  /** In order. O(1) an event. */
  *[Symbol.iterator](): Generator<Event, void, void> {
    const { size } = this;
    let period = 0;
    for (let i = 0; i < size; i++) {
      while (period + 1 < this.firstAt.length && this.firstAt[period + 1]! <= i) period++;
      yield this.event(i, this.times[period]!);
    }
  }

  private event(i: number, time: number): Event {
    const words = this.chunks[Math.floor(i / eventsPerChunk)]!;
    const at = (i % eventsPerChunk) * wordsPerEvent;
    const head = words[at]!;
    const kind = head & 15;
    const hasReason = kind === blocked || kind === syscall;
    return {
      kind: kinds[kind]!,
      time,
      g: words[at + 1]!,
      proc: (head >> 4) & 63,
      by: words[at + 2]!,
      reason: hasReason ? this.reasons[head >> 10]! : "",
    };
  }

  private add(head: number, time: number, g: number, other: number): void {
    if (time !== this.time) {
      this.time = time;
      this.times.push(time);
      this.firstAt.push(this.size);
    }
    if (this.next === this.room) this.another();
    const { chunk, next } = this;
    chunk[next] = head;
    chunk[next + 1] = g;
    chunk[next + 2] = other;
    this.next = next + wordsPerEvent;
  }

  private another(): void {
    this.chunk = new Int32Array(wordsPerChunk);
    this.chunks.push(this.chunk);
    this.next = 0;
    this.room = wordsPerChunk;
  }

  private reason(reason: string): number {
    if (reason === this.lastReason) return this.lastReasonId;
    let id = this.reasonIds.get(reason);
    if (id === undefined) {
      id = this.reasons.push(reason) - 1;
      this.reasonIds.set(reason, id);
    }
    this.lastReason = reason;
    this.lastReasonId = id;
    return id;
  }
}

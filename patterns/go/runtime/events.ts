/** What happened, in numbers: eight bytes an event, in chunks that are never moved. */
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

/** Two words an event: its kind (4 bits) with its P (6) and who else or why (22); the goroutine. */
const wordsPerEvent = 2;
const eventsPerChunk = 1 << 15;
const wordsPerChunk = wordsPerEvent * eventsPerChunk;
/** Stands for who else where 22 bits do not hold the number. */
const far = 2 ** 22 - 1;

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
  private readonly farOnes = new Map<number, number>();
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
    this.add(created, proc, by?.id ?? 0, g.id, time);
  }

  resumed(g: Goroutine, time: number, proc: number): void {
    this.add(resumed, proc, 0, g.id, time);
  }

  blocked(g: Goroutine, reason: string, time: number, proc: number): void {
    this.add(blocked, proc, this.reason(reason), g.id, time);
  }

  unblocked(g: Goroutine, by: number, time: number, proc: number): void {
    this.add(unblocked, proc, by, g.id, time);
  }

  preempted(g: Goroutine, time: number, proc: number): void {
    this.add(preempted, proc, 0, g.id, time);
  }

  yielded(g: Goroutine, time: number, proc: number): void {
    this.add(yielded, proc, 0, g.id, time);
  }

  ended(g: Goroutine, time: number, proc: number): void {
    this.add(ended, proc, 0, g.id, time);
  }

  stolen(g: Goroutine, time: number, proc: number, from: number): void {
    this.add(stolen, proc, from, g.id, time);
  }

  syscall(g: Goroutine, reason: string, time: number, proc: number): void {
    this.add(syscall, proc, this.reason(reason), g.id, time);
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
    const other = head >>> 10;
    return {
      kind: kinds[kind]!,
      time,
      g: words[at + 1]!,
      proc: (head >> 4) & 63,
      by: hasReason ? 0 : other === far ? this.farOnes.get(i)! : other,
      reason: hasReason ? this.reasons[other]! : "",
    };
  }

  private add(kind: number, proc: number, other: number, g: number, time: number): void {
    if (time !== this.time) {
      this.time = time;
      this.times.push(time);
      this.firstAt.push(this.size);
    }
    if (this.next === this.room) this.another();
    const { chunk, next } = this;
    chunk[next] = kind | (proc << 4) | (Math.min(other, far) << 10);
    chunk[next + 1] = g;
    if (other >= far) this.farOnes.set(this.size, other);
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

/** What happened, in numbers: seven columns, a row for each event. Recording one takes some ten nanoseconds. */
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

export class EventLog {
  private times = new Float64Array(1024);
  /** Four numbers a row: kind, goroutine, P, and who else or why. */
  private rows = new Int32Array(4096);
  size = 0;
  private readonly reasons: string[] = [];
  private readonly reasonIds = new Map<string, number>();
  /** By goroutine: the name of its function, and where it was started. */
  readonly names = new Map<number, { readonly name: string; readonly startedAt: Error | undefined }>();

  created(g: Goroutine, by: Goroutine | undefined, time: number, proc: number): void {
    this.names.set(g.id, { name: g.name, startedAt: g.startedAt });
    this.add(created, time, g.id, proc, by?.id ?? 0);
  }

  resumed(g: Goroutine, time: number, proc: number): void {
    this.add(resumed, time, g.id, proc, 0);
  }

  blocked(g: Goroutine, reason: string, time: number, proc: number): void {
    this.add(blocked, time, g.id, proc, this.reason(reason));
  }

  unblocked(g: Goroutine, by: number, time: number, proc: number): void {
    this.add(unblocked, time, g.id, proc, by);
  }

  preempted(g: Goroutine, time: number, proc: number): void {
    this.add(preempted, time, g.id, proc, 0);
  }

  yielded(g: Goroutine, time: number, proc: number): void {
    this.add(yielded, time, g.id, proc, 0);
  }

  ended(g: Goroutine, time: number, proc: number): void {
    this.add(ended, time, g.id, proc, 0);
  }

  stolen(g: Goroutine, time: number, proc: number, from: number): void {
    this.add(stolen, time, g.id, proc, from);
  }

  syscall(g: Goroutine, reason: string, time: number, proc: number): void {
    this.add(syscall, time, g.id, proc, this.reason(reason));
  }

  *[Symbol.iterator](): Generator<Event, void, void> {
    for (let i = 0; i < this.size; i++) yield this.at(i);
  }

  at(i: number): Event {
    const kind = this.rows[4 * i]!;
    const other = this.rows[4 * i + 3]!;
    const hasReason = kind === blocked || kind === syscall;
    return {
      kind: kinds[kind]!,
      time: this.times[i]!,
      g: this.rows[4 * i + 1]!,
      proc: this.rows[4 * i + 2]!,
      by: hasReason ? 0 : other,
      reason: hasReason ? this.reasons[other]! : "",
    };
  }

  private add(kind: number, time: number, g: number, proc: number, other: number): void {
    if (this.size === this.times.length) this.grow();
    const i = this.size++;
    this.times[i] = time;
    const row = 4 * i;
    this.rows[row] = kind;
    this.rows[row + 1] = g;
    this.rows[row + 2] = proc;
    this.rows[row + 3] = other;
  }

  private grow(): void {
    const { times, rows } = this;
    this.times = new Float64Array(2 * times.length);
    this.times.set(times);
    this.rows = new Int32Array(2 * rows.length);
    this.rows.set(rows);
  }

  private reason(reason: string): number {
    let id = this.reasonIds.get(reason);
    if (id === undefined) {
      id = this.reasons.push(reason) - 1;
      this.reasonIds.set(reason, id);
    }
    return id;
  }
}

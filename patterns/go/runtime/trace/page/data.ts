/** A log as the page carries it: columns of small numbers, some twelve characters an event. */
import { type Event, type EventLog, kinds } from "../../events.ts";
import { place } from "../../place.ts";

export interface PageData {
  /** For each goroutine, in the order of creation: its id, and where in `texts` its function's name and its start are. */
  readonly goroutines: readonly (readonly [id: number, name: number, startedAt: number])[];
  /** Reasons, names and places, each once. */
  readonly texts: readonly string[];
  /** A digit for each event. */
  readonly kinds: string;
  /** What the event's time is later than the one's before, in virtual nanoseconds. */
  readonly later: readonly number[];
  readonly g: readonly number[];
  readonly proc: readonly number[];
  /** Who else; or, for those who block, where in `texts` the reason is. */
  readonly other: readonly number[];
  /** When the program ended, in virtual nanoseconds. */
  readonly until: number;
}

export function packed(log: EventLog, until: number): PageData {
  const texts: string[] = [];
  const ids = new Map<string, number>();
  const text = (of: string): number => {
    let id = ids.get(of);
    if (id === undefined) ids.set(of, (id = texts.push(of) - 1));
    return id;
  };
  const goroutines = [...log.names].map(([id, { name, startedAt }]) => {
    const started = startedAt === undefined ? "" : withoutFolders(place(startedAt));
    return [id, text(name), text(started)] as const;
  });
  const digits: string[] = [];
  const [later, g, proc, other]: number[][] = [[], [], [], []];
  let before = 0;
  for (const event of log) {
    digits.push(String(kinds.indexOf(event.kind)));
    later!.push(event.time - before);
    g!.push(event.g);
    proc!.push(event.proc);
    other!.push(hasReason(event.kind) ? text(event.reason) : event.by);
    before = event.time;
  }
  return {
    goroutines,
    texts,
    kinds: digits.join(""),
    later: later!,
    g: g!,
    proc: proc!,
    other: other!,
    until,
  };
}

export function* unpacked({ texts, kinds: digits, later, g, proc, other }: PageData): Generator<Event, void> {
  let time = 0;
  for (let i = 0; i < digits.length; i++) {
    const kind = kinds[Number(digits[i])]!;
    time += later[i]!;
    const reason = hasReason(kind) ? texts[other[i]!]! : "";
    yield { kind, time, g: g[i]!, proc: proc[i]!, by: hasReason(kind) ? 0 : other[i]!, reason };
  }
}

function hasReason(kind: Event["kind"]): boolean {
  return kind === "blocked" || kind === "syscall";
}

/** "main (pool.program.ts:3:5)" */
function withoutFolders(frame: string): string {
  return frame.replace(/(^|\()[^()]*[/\\]/, "$1");
}

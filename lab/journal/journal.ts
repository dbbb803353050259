import { appendFileSync, closeSync, fstatSync, openSync, readFileSync, readSync } from "node:fs";
import { join } from "node:path";
import type { Word } from "#lab/judge/verdict.ts";
import { recordsFolder, writing } from "./attempts.ts";

/**
 * Something that happened, as one line of the journal. Events it does not know, a reader leaves alone. `as` names a second
 * approach beside the first.
 */
export type Event = { readonly problem: string } & (
  | {
      readonly event: "started";
      readonly as?: string;
      /** On a fresh stub, to do it again. */ readonly review?: true;
    }
  | { readonly event: "checked"; readonly as?: string; readonly verdict: Word; readonly mistake?: string }
  /** `growth`: at the growth that is asked for. `checks`: which version of the problem's checks it passed. */
  | { readonly event: "passed"; readonly as?: string; readonly growth: boolean; readonly checks?: string }
  | { readonly event: "hint"; /** From 1. */ readonly rung: number }
  | { readonly event: "revealed" }
  | { readonly event: "reset"; readonly as?: string }
  /** Its approaches were compared. */
  | { readonly event: "benched" }
  /** A question of its notes; `rating` is from 1, forgotten, to 4, easy. */
  | { readonly event: "asked"; readonly question: string; readonly rating: 1 | 2 | 3 | 4 }
  /** One of the problems drawn for an interview, which began at `began`. */
  | { readonly event: "interviewed"; readonly began: string; readonly minutes: number }
  /** Told of the first problem of the interview that began then; it may also have ended because its time was over. */
  | { readonly event: "interview-ended"; readonly began: string }
);

export type Recorded = Event & { readonly at: string };

const file = join(recordsFolder, "journal.jsonl");

/** Adds an event, with the time it is. */
export function record(event: Event, now = new Date()): void {
  writing(file, () => {
    // A line cut short by a crash stays a line of its own.
    const line = JSON.stringify({ at: now.toISOString(), ...event });
    appendFileSync(file, endsWithinLine(file) ? `\n${line}\n` : `${line}\n`);
  });
}

/**
 * Everything that happened, oldest first. Broken lines are passed over; the lines of two machines may stand in any order,
 * and twice.
 */
export function events(): Recorded[] {
  let text: string;
  try {
    text = readFileSync(file, "utf8");
  } catch {
    return [];
  }
  const recorded = [...new Set(text.split("\n"))].flatMap((line) => {
    const event = parsed(line);
    return event === undefined ? [] : [event];
  });
  return recorded.sort((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0));
}

function parsed(line: string): Recorded | undefined {
  try {
    const { at, problem, ...rest } = JSON.parse(line) as Record<string, unknown>;
    if (typeof at !== "string" || typeof problem !== "string") return undefined;
    return { at, problem, ...rest } as Recorded;
  } catch {
    return undefined;
  }
}

function endsWithinLine(path: string): boolean {
  let descriptor: number;
  try {
    descriptor = openSync(path, "r");
  } catch {
    return false;
  }
  try {
    const { size } = fstatSync(descriptor);
    const last = Buffer.alloc(1);
    return size > 0 && readSync(descriptor, last, 0, 1, size - 1) === 1 && last.toString() !== "\n";
  } finally {
    closeSync(descriptor);
  }
}

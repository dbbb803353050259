import { appendFileSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { Word } from "#lab/judge/verdict.ts";
import { recordsFolder, writing } from "./attempts.ts";

/** Something that happened, as one line of the journal. Events it does not know, a reader leaves alone. */
export type Event =
  | { readonly event: "started"; readonly problem: string }
  | { readonly event: "checked"; readonly problem: string; readonly verdict: Word }
  /** `growth`: at the growth that is asked for. */
  | { readonly event: "passed"; readonly problem: string; readonly growth: boolean };

/** How far somebody is with a problem. */
export type Standing = "untouched" | "in progress" | "solved" | "solved at the target growth";

const file = join(recordsFolder, "journal.jsonl");

/** Adds an event, with the time it is. */
export function record(event: Event, now = new Date()): void {
  writing(file, () => {
    // A line cut short by a crash stays a line of its own.
    const line = JSON.stringify({ at: now.toISOString(), ...event });
    appendFileSync(file, endsWithinLine(file) ? `\n${line}\n` : `${line}\n`);
  });
}

/** Everything that happened, oldest line first; broken lines are passed over. */
export function events(): Event[] {
  return textOf(file)
    .split("\n")
    .flatMap((line) => {
      try {
        return [JSON.parse(line) as Event];
      } catch {
        return [];
      }
    });
}

/** The best standing reached with each problem. */
export function standings(): Map<string, Standing> {
  const order: readonly Standing[] = ["untouched", "in progress", "solved", "solved at the target growth"];
  const best = new Map<string, Standing>();
  for (const event of events()) {
    if (typeof event.problem !== "string") continue;
    const reached: Standing =
      event.event !== "passed" ? "in progress" : event.growth ? "solved at the target growth" : "solved";
    const before = best.get(event.problem) ?? "untouched";
    if (order.indexOf(reached) > order.indexOf(before)) best.set(event.problem, reached);
  }
  return best;
}

function endsWithinLine(path: string): boolean {
  const text = textOf(path);
  return text !== "" && !text.endsWith("\n");
}

function textOf(path: string): string {
  try {
    return readFileSync(path, "utf8");
  } catch {
    return "";
  }
}

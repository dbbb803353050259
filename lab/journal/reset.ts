import type { Entry } from "#lab/catalogue/catalogue.ts";
import { renewAttempt } from "./attempts.ts";
import { record } from "./journal.ts";

/** Archives an attempt and lays a fresh stub; returns where the old one is. */
export function resetAttempt(entry: Entry, as: string | undefined, now: Date): string | undefined {
  const archived = renewAttempt(entry, as, now);
  record({ event: "reset", problem: entry.slug, ...(as !== undefined && { as }) }, now);
  return archived;
}

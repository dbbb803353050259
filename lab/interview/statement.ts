import { join } from "node:path";
import { entries, type Entry } from "#lab/catalogue/catalogue.ts";
import { history } from "#lab/journal/history.ts";
import { events } from "#lab/journal/journal.ts";
import { drawnFor, runningInterview } from "./interview.ts";
import { statementFile } from "./papers.ts";

/** The file with a problem's statement; while it is part of an interview, the copy whose path does not tell the topic. */
export function statementOf(entry: Entry, now: Date): string {
  const place = placeInInterview(entry, now);
  return place === undefined ? join(entry.folder, "README.md") : statementFile(place + 1);
}

/** It is part of an interview now: topic, patterns, notes and known mistakes are not to be shown. */
export function isInterviewed(entry: Entry, now: Date): boolean {
  return placeInInterview(entry, now) !== undefined;
}

/** The other problem of the interview that is running, where this is one of its two. */
export function otherPaper({ slug }: Entry, now: Date): Entry | undefined {
  const all = entries();
  const running = runningInterview(history(all), now);
  if (!running?.problems.includes(slug)) return undefined;
  return drawnFor(running, all).find((entry) => entry.slug !== slug);
}

/** The journal alone tells: no problem is given another name while somebody sits an interview on it. */
function placeInInterview({ slug }: Entry, now: Date): number | undefined {
  const place = runningInterview(events(), now)?.problems.indexOf(slug) ?? -1;
  return place === -1 ? undefined : place;
}

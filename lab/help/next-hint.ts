import { join } from "node:path";
import type { Entry } from "#lab/catalogue/catalogue.ts";
import { runningInterview } from "#lab/interview/interview.ts";
import { history } from "#lab/journal/history.ts";
import { record } from "#lab/journal/journal.ts";
import { sinceLastPass } from "#lab/journal/since-last-pass.ts";
import { hintsOf, readNote } from "#lab/notes/note.ts";
import { rendered } from "#lab/notes/render.ts";
import { UsageError } from "#lab/problem/usage-error.ts";
import { bold } from "#lab/terminal/style.ts";

/** The rung after the last one that was asked for since the problem was passed; asking is written down. */
export function nextHint(entry: Entry, now: Date): string[] {
  const { slug: problem } = entry;
  const happened = history();
  if (runningInterview(happened, now)?.problems.includes(problem))
    throw new UsageError(
      `${problem} is part of the interview that is running, and there are no hints in one`,
    );
  const hints = hintsOf(readNote(join(entry.folder, "NOTES.md")));
  const asked = sinceLastPass(problem, happened).map((event) => (event.event === "hint" ? event.rung : 0));
  const next = Math.max(0, ...asked) + 1;
  const rung = Math.min(next, hints.length);
  if (rung === 0) throw new UsageError(`${problem} has no hints; npx lab notes ${problem} shows its notes`);
  if (next <= hints.length) record({ event: "hint", problem, rung }, now);
  const lines = [bold(`Hint ${rung} of ${hints.length}`), "", ...rendered(hints[rung - 1]!).split("\n")];
  const after = ["", `That is the last one. Next: ${bold(`npx lab solution ${problem}`)}`];
  return next > hints.length ? [...lines, ...after] : lines;
}

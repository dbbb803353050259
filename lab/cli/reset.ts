import { existsSync } from "node:fs";
import type { Entry } from "#lab/catalogue/catalogue.ts";
import { approachNamed, findEntry } from "#lab/catalogue/find.ts";
import { archiveAttempt, attemptPath, layAttempt } from "#lab/journal/attempts.ts";
import { record } from "#lab/journal/journal.ts";
import { UsageError } from "#lab/problem/usage-error.ts";
import { confirmed } from "#lab/terminal/confirm.ts";
import { shortened } from "#lab/terminal/path.ts";

/** Moves an attempt to the archive and lays a fresh stub in its place. */
export async function reset(name: string, options: { as?: string; yes?: true }): Promise<void> {
  const entry = findEntry(name);
  const { slug: problem } = entry;
  const as = options.as ?? approachNamed(name);
  const path = attemptPath(entry, as);
  if (!existsSync(path))
    throw new UsageError(
      `there is no attempt ${shortened(path)}; begin with npx lab start ${problem}${as === undefined ? "" : ` --as ${as}`}`,
    );
  const fact = `${shortened(path)} moves to the archive, and a fresh stub takes its place`;
  if (!(await confirmed(fact, "Begin again?", options.yes))) {
    process.exitCode = 1;
    return;
  }
  const archived = resetAttempt(entry, as, new Date());
  if (archived !== undefined) console.log(`Your attempt is now ${shortened(archived)}`);
  console.log(`A fresh stub: ${shortened(attemptPath(entry, as))}`);
}

/** Archives an attempt and lays a fresh stub; returns where the old one is. */
export function resetAttempt(entry: Entry, as: string | undefined, now: Date): string | undefined {
  const archived = archiveAttempt(entry, as, now);
  layAttempt(entry, as);
  record({ event: "reset", problem: entry.slug, ...(as !== undefined && { as }) }, now);
  return archived;
}

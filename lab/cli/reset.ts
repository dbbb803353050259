import { existsSync } from "node:fs";
import { approachNamed, findEntry } from "#lab/catalogue/find.ts";
import { attemptPath } from "#lab/journal/attempts.ts";
import { resetAttempt } from "#lab/journal/reset.ts";
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

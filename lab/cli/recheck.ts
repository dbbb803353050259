import { judgeAttempt } from "#lab/attempt/judge-attempt.ts";
import { entries, loadProblem } from "#lab/catalogue/catalogue.ts";
import { attemptPath } from "#lab/journal/attempts.ts";
import { history } from "#lab/journal/history.ts";
import { outdated } from "#lab/journal/outdated.ts";
import { shortened } from "#lab/terminal/path.ts";
import { bold } from "#lab/terminal/style.ts";
import { titles } from "#lab/terminal/verdict.ts";

/** Judges the attempts again that passed before the lab was upgraded. Exits with 1 when one does not pass any more. */
export async function recheck(): Promise<void> {
  const all = entries();
  const due = outdated(all, history(all));
  if (due.length === 0) console.log("Every solved attempt has passed the present checks.");
  for (const entry of due) {
    const verdict = await judgeAttempt(entry, await loadProblem(entry.folder));
    console.log(`${shortened(attemptPath(entry))}: ${titles[verdict.word]}`);
    if (verdict.word === "accepted") continue;
    console.log(`  It passed before the checks were changed. See ${bold(`npx lab check ${entry.slug}`)}`);
    process.exitCode = 1;
  }
}

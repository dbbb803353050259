import { existsSync } from "node:fs";
import { verdictOn } from "#lab/attempt/judge-attempt.ts";
import { entries, type Entry, loadProblem } from "#lab/catalogue/catalogue.ts";
import { beginInterview } from "#lab/interview/begin.ts";
import { conclude } from "#lab/interview/conclude.ts";
import { drawnFor, runningInterview, unreportedInterview, workAt } from "#lab/interview/interview.ts";
import { interviewScreen } from "#lab/interview/screen.ts";
import { attemptPath } from "#lab/journal/attempts.ts";
import { history } from "#lab/journal/history.ts";
import { remember } from "#lab/journal/remember.ts";
import { freshSeed } from "#lab/problem/random.ts";
import { UsageError } from "#lab/problem/usage-error.ts";
import { shortened } from "#lab/terminal/path.ts";
import { sentence } from "#lab/terminal/rows.ts";
import { bold } from "#lab/terminal/style.ts";

export interface InterviewOptions {
  readonly difficulty?: string;
  readonly minutes?: number;
  readonly seed?: number;
  readonly end?: true;
}

/** Begins an interview, shows the one that is on, or reports on the one that is over. */
export async function interview(options: InterviewOptions): Promise<void> {
  const all = entries();
  if (options.end) await judgePapers(all);
  const now = new Date();
  const happened = history(all);
  const running = runningInterview(happened, now);
  const over = unreportedInterview(happened, now);
  const ending = options.end ? (running ?? over) : over;
  if (ending) {
    const { rendered } = await import("#lab/notes/render.ts");
    await conclude(ending, all, happened, now, (markdown, file) => {
      console.log(rendered(markdown).trimEnd());
      console.log(`\nKept in ${shortened(file)}. Another one: ${bold("npx lab interview")}`);
    });
    return;
  }
  if (options.end) throw new UsageError("no interview is running; npx lab interview begins one");
  if (!running) {
    const { difficulty = "medium", minutes = 45, seed = freshSeed() } = options;
    const { remark, archived } = beginInterview(all, happened, { difficulty, minutes, seed }, now);
    if (remark !== undefined) console.log(`${sentence(remark)}\n`);
    for (const path of archived) console.log(`  An earlier attempt is kept: ${shortened(path)}\n`);
  }
  const { difficulty, minutes, seed } = options;
  if (running && (difficulty ?? minutes ?? seed) !== undefined)
    console.log(`${sentence("An interview is running, so the options change nothing; --end ends it.")}\n`);
  const present = history(all);
  console.log(interviewScreen(runningInterview(present, now)!, all, present, now));
}

/** What was written but never judged is judged now, so that the report does not call it unsolved. */
async function judgePapers(all: readonly Entry[]): Promise<void> {
  const happened = history(all);
  const running = runningInterview(happened, new Date());
  for (const entry of running ? drawnFor(running, all) : []) {
    const file = attemptPath(entry);
    if (!existsSync(file) || workAt(entry.slug, running!, happened)?.tries) continue;
    const verdict = await verdictOn(entry, await loadProblem(entry.folder), { file }, { saved: [] });
    if (verdict.word !== "not-implemented") remember(entry, verdict);
  }
}

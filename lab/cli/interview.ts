import { entries } from "#lab/catalogue/catalogue.ts";
import { beginInterview } from "#lab/interview/begin.ts";
import { conclude } from "#lab/interview/conclude.ts";
import { runningInterview, unreportedInterview } from "#lab/interview/interview.ts";
import { interviewScreen } from "#lab/interview/screen.ts";
import { history } from "#lab/journal/history.ts";
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
  const now = new Date();
  const all = entries();
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
    const { difficulty = "medium", minutes = 45, seed = Math.floor(Math.random() * 2 ** 31) } = options;
    const { remark, archived } = beginInterview(all, happened, { difficulty, minutes, seed }, now);
    if (remark !== undefined) console.log(`${sentence(remark)}\n`);
    for (const path of archived) console.log(`  An earlier attempt is kept: ${shortened(path)}\n`);
  }
  const present = history(all);
  console.log(interviewScreen(runningInterview(present, now)!, all, present, now));
}

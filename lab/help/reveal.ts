import type { Entry } from "#lab/catalogue/catalogue.ts";
import { runningInterview } from "#lab/interview/interview.ts";
import { history } from "#lab/journal/history.ts";
import { record } from "#lab/journal/journal.ts";
import { sittingAt } from "#lab/journal/sittings.ts";
import { UsageError } from "#lab/problem/usage-error.ts";
import { confirmed } from "#lab/terminal/confirm.ts";

/** The solution is no secret: the problem was passed in the present sitting, or looked up. */
export function isRevealed({ slug }: Entry): boolean {
  const sitting = sittingAt(slug, history());
  return sitting?.passed !== undefined || sitting?.revealed === true;
}

/** Asks before it shows the solution to somebody who has not solved it, and writes a yes down for the reviews. */
export async function revealed(entry: Entry, now: Date, yes?: true): Promise<boolean> {
  if (isRevealed(entry)) return true;
  const { slug } = entry;
  if (runningInterview(history(), now)?.problems.includes(slug))
    throw new UsageError(`${slug} is part of the interview that is running; npx lab interview --end ends it`);
  const fact = `${slug} is not solved yet, and this shows the solution`;
  if (!(await confirmed(fact, "Show it?", yes))) return false;
  record({ event: "revealed", problem: slug }, now);
  return true;
}

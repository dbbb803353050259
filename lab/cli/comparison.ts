import { judgeAttempt } from "#lab/attempt/judge-attempt.ts";
import type { Entry, LoadedProblem } from "#lab/catalogue/catalogue.ts";
import { attemptedApproaches, attemptPath } from "#lab/journal/attempts.ts";
import type { Verdict } from "#lab/judge/verdict.ts";
import { shortened } from "#lab/terminal/path.ts";
import { bold } from "#lab/terminal/style.ts";
import { borderlessTable } from "#lab/terminal/table.ts";
import { titles } from "#lab/terminal/verdict.ts";

/** Your attempts at a problem beside each other; those that were not just judged are judged now. */
export async function comparisonLines(
  entry: Entry,
  loaded: LoadedProblem,
  judged: { readonly as: string | undefined; readonly verdict: Verdict },
): Promise<string[]> {
  const rows: string[][] = [];
  for (const as of attemptedApproaches(entry)) {
    const file = attemptPath(entry, as);
    const verdict = as === judged.as ? judged.verdict : await judgeAttempt(entry, loaded, as);
    const { word, growth } = verdict;
    const name = shortened(file);
    rows.push([
      as === judged.as ? bold(name) : name,
      titles[word],
      growth ? `grows as ${growth.measured}` : "",
    ]);
  }
  return ["  Your approaches:", ...borderlessTable(rows)];
}

import type { Entry } from "#lab/catalogue/catalogue.ts";
import { attemptPath } from "#lab/journal/attempts.ts";
import type { Recorded } from "#lab/journal/journal.ts";
import { shortened } from "#lab/terminal/path.ts";
import { sentence } from "#lab/terminal/rows.ts";
import { bold, dim, green, yellow } from "#lab/terminal/style.ts";
import { drawnFor, inMinutes, inTries, type Interview, minutesInto, workAt } from "./interview.ts";
import { scratchFile, statementFile } from "./papers.ts";

/** The time left and how each problem stands, and nothing that tells topic or pattern. */
export function interviewScreen(
  interview: Interview,
  all: readonly Entry[],
  happened: readonly Recorded[],
  now: Date,
): string {
  const { ends, minutes } = interview;
  const left = Math.ceil((ends.getTime() - now.getTime()) / 60_000);
  const until = ends.toLocaleTimeString("en-GB", { timeStyle: "short" });
  return [
    `${bold("Interview")}: ${left} of ${inMinutes(minutes)} left, until ${until}.`,
    ...drawnFor(interview, all).flatMap((entry, i) => [
      "",
      bold(`Problem ${i + 1}: ${entry.title}`),
      `  ${dim("so far ")}  ${standing(entry, interview, happened)}`,
      // Never wrapped, so that they can be copied.
      `  ${dim("read   ")}  ${shortened(statementFile(i + 1))}`,
      `  ${dim("write  ")}  ${shortened(attemptPath(entry))}`,
      `  ${dim("judge  ")}  npx lab check ${entry.slug}`,
      `  ${dim("on save")}  npx lab watch ${entry.slug}`,
    ]),
    "",
    `  ${dim("scratch")}  ${shortened(scratchFile)}`,
    `  ${dim("time   ")}  npx lab interview`,
    `  ${dim("end    ")}  npx lab interview --end`,
    "",
    dim(sentence("No hints, notes or solutions before the end. A report follows then.")),
  ].join("\n");
}

function standing({ slug }: Entry, interview: Interview, happened: readonly Recorded[]): string {
  const { tries = 0, passed, growth } = workAt(slug, interview, happened) ?? {};
  const tried = inTries(tries);
  if (!passed) return tries === 0 ? "not tried yet" : yellow(`${tried}, not solved yet`);
  const after = `solved after ${inMinutes(minutesInto(interview, passed))}`;
  return growth ? green(after) : yellow(`${after}, but not at the growth asked for`);
}

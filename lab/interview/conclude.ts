import { type Entry, loadProblem } from "#lab/catalogue/catalogue.ts";
import { writeWhole } from "#lab/journal/attempts.ts";
import { type Recorded, record } from "#lab/journal/journal.ts";
import { drawnFor, type Interview } from "./interview.ts";
import { reportFile } from "./papers.ts";
import { report } from "./report.ts";

/** Writes the report on an interview, hands it to `show`, and only then tells the journal that it is done with. */
export async function conclude(
  { began, problems, ...interview }: Interview,
  all: readonly Entry[],
  happened: readonly Recorded[],
  now: Date,
  show: (markdown: string, file: string) => void,
): Promise<void> {
  const ends = now < interview.ends ? now : interview.ends;
  const closed = { ...interview, began, problems, ends };
  const examined = drawnFor(closed, all).map(async (entry) => {
    const { problem } = await loadProblem(entry.folder);
    return { entry, wanted: problem.growth };
  });
  const markdown = report(closed, await Promise.all(examined), happened);
  const file = reportFile(began);
  writeWhole(file, markdown);
  show(markdown, file);
  record({ event: "interview-ended", problem: problems[0]!, began }, now);
}

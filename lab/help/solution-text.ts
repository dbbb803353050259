import { readFileSync } from "node:fs";
import { join } from "node:path";
import { type Entry, loadProblem } from "#lab/catalogue/catalogue.ts";
import { attemptedApproaches, attemptPath } from "#lab/journal/attempts.ts";
import { readNote, subsectionsOf } from "#lab/notes/note.ts";
import { rendered } from "#lab/notes/render.ts";
import { shortened } from "#lab/terminal/path.ts";

/** The attempts, and the approaches beside them. */
export function solutionFiles(entry: Entry): string[] {
  return [
    ...attemptedApproaches(entry).map((as) => attemptPath(entry, as)),
    join(entry.folder, "approaches.ts"),
  ];
}

/** The same files and what the notes say of the approaches, for the terminal. */
export async function solutionText(entry: Entry): Promise<string> {
  const files = solutionFiles(entry);
  const approaches = files.pop()!;
  const sections = [
    ...files.map((path) => `## Your attempt: ${shortened(path)}\n\n${source(path)}`),
    await explained(entry),
    `## Their code: ${shortened(approaches)}\n\n${source(approaches)}`,
  ];
  return rendered(sections.join("\n\n"));
}

/** Each approach as the notes explain it, with its growth. */
async function explained({ folder, title }: Entry): Promise<string> {
  const { approaches } = await loadProblem(folder);
  const growths = new Map(
    Object.entries(approaches).map(([name, { growth }]) => [name.toLowerCase(), growth]),
  );
  const sections = subsectionsOf(readNote(join(folder, "NOTES.md")), "Approaches");
  const parts = sections.map(({ heading, markdown }) => {
    const growth = growths.get(heading.toLowerCase());
    return `### ${heading}${growth === undefined ? "" : ` (${growth === "1" ? "constant" : growth})`}\n\n${markdown}`;
  });
  return [`## ${title}: the approaches`, ...parts].join("\n\n");
}

/** A file as a block of code, whatever fences stand in it. */
function source(path: string): string {
  const text = readFileSync(path, "utf8").trimEnd();
  const longest = Math.max(2, ...[...text.matchAll(/`+/g)].map(([fence]) => fence.length));
  const fence = "`".repeat(longest + 1);
  return `${fence}ts\n${text}\n${fence}`;
}

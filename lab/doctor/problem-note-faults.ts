import { join } from "node:path";
import type { LoadedProblem } from "#lab/catalogue/catalogue.ts";
import {
  hintsOf,
  type Note,
  questionsOf,
  readNote,
  type Section,
  sectionsOf,
  subsectionsOf,
} from "#lab/notes/note.ts";
import type { Fault } from "./fault.ts";
import { sectionFaults } from "./section-faults.ts";

const fewestHints = 3;
/** Says in the notes why there is no second approach. */
const whyOnlyOne = "Why only one";

/** What the notes of a problem lack of its approaches and mistakes, and of the bones all notes have. */
export function problemNoteFaults({ folder, approaches, mistakes }: LoadedProblem): Fault[] {
  const note = readNote(join(folder, "NOTES.md"));
  const shownApproaches = subsectionsOf(note, "Approaches");
  const faults: Fault[] = [
    ...sectionFaults(note, ["Hints", "Approaches", "Pitfalls", "Discussion"], {
      optional: ["Dry run", "In Go"],
    }),
    ...hintFaults(note),
    ...eachExplained(note, "Approaches", shownApproaches, [...Object.keys(approaches), whyOnlyOne]),
    ...eachExplained(note, "Pitfalls", subsectionsOf(note, "Pitfalls"), Object.keys(mistakes)),
  ];
  if (Object.keys(approaches).length < 2 && !shownApproaches.some(({ heading }) => heading === whyOnlyOne))
    faults.push({
      file: join(folder, "approaches.ts"),
      what: `it has fewer than two approaches, and the notes have no "### ${whyOnlyOne}"`,
    });
  if (questionsOf(note).length === 0 && sectionsOf(note).some(({ heading }) => heading === "Discussion"))
    faults.push({
      file: note.path,
      what: "the discussion has no question: a paragraph that begins with one in bold",
    });
  return faults;
}

function hintFaults(note: Note): Fault[] {
  const section = sectionsOf(note).find(({ heading }) => heading === "Hints");
  if (!section) return [];
  const { path: file } = note;
  const { line } = section;
  const hints = hintsOf(note);
  const faults: Fault[] = [];
  if (hints.length < fewestHints)
    faults.push({
      file,
      line,
      what: `there are ${hints.length} hints; a ladder has at least ${fewestHints}`,
    });
  for (const [i, hint] of hints.entries())
    if (/^ *(```|~~~)|`[^`]*(=>|;|\{|[^=!<>]=[^=])[^`]*`/m.test(hint))
      faults.push({ file, line, what: `hint ${i + 1} contains code` });
  return faults;
}

/** A heading for each name, text below each heading, and no heading for anything else. */
function eachExplained(
  note: Note,
  where: string,
  sections: readonly Section[],
  names: readonly string[],
): Fault[] {
  const { path: file } = note;
  const plain = (name: string): string => name.toLowerCase();
  const explained = new Set(sections.map(({ heading }) => plain(heading)));
  const known = new Set(names.map(plain));
  const faults: Fault[] = [];
  for (const name of names)
    if (name !== whyOnlyOne && !explained.has(plain(name)))
      faults.push({ file, what: `"${name}" is not explained: "${where}" has no "### ${name}"` });
  for (const { heading, line, markdown } of sections) {
    if (!known.has(plain(heading)))
      faults.push({ file, line, what: `"${heading}" below "${where}" is the name of none` });
    if (markdown.trim() === "") faults.push({ file, line, what: `nothing stands below "${heading}"` });
  }
  return faults;
}

import { type Note, sectionsOf } from "#lab/notes/note.ts";
import type { Fault } from "./fault.ts";

/** The sections of level 2 that are missing, empty, out of order or, where `others` says so, unknown. */
export function sectionFaults(
  note: Note,
  required: readonly string[],
  others?: { readonly optional: readonly string[] },
): Fault[] {
  const { path: file } = note;
  const sections = sectionsOf(note);
  const headings = sections.map(({ heading }) => heading);
  const faults: Fault[] = [];
  for (const name of required)
    if (!headings.includes(name)) faults.push({ file, what: `the section "${name}" is missing` });
  for (const { heading, line, markdown } of sections) {
    if (markdown.trim() === "") faults.push({ file, line, what: `the section "${heading}" is empty` });
    if (others && ![...required, ...others.optional].includes(heading))
      faults.push({ file, line, what: `the section "${heading}" is none that such a note has` });
  }
  const present = required.filter((name) => headings.includes(name));
  const found = headings.filter((heading) => required.includes(heading));
  const misplaced = found.findIndex((heading, i) => heading !== present[i]);
  if (misplaced !== -1)
    faults.push({
      file,
      what: `the section "${found[misplaced]!}" stands where "${present[misplaced] ?? "the end"}" belongs`,
    });
  return faults;
}

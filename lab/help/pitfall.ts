import { join } from "node:path";
import type { Entry } from "#lab/catalogue/catalogue.ts";
import { readNote, type Section, subsectionsOf } from "#lab/notes/note.ts";

/** What the notes say about a known mistake; undefined where they do not. */
export function pitfallOf({ folder }: Entry, mistake: string | undefined): Section | undefined {
  const pitfalls = subsectionsOf(readNote(join(folder, "NOTES.md")), "Pitfalls");
  return pitfalls.find(({ heading }) => heading === mistake);
}

/** A section with its heading, as Markdown. */
export function withHeading({ heading, markdown }: Section): string {
  return `### ${heading}\n\n${markdown}`;
}

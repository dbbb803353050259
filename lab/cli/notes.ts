import { join } from "node:path";
import type { Entry } from "#lab/catalogue/catalogue.ts";
import { pitfallOf, withHeading } from "#lab/help/pitfall.ts";
import { history } from "#lab/journal/history.ts";
import { sinceLastPass } from "#lab/journal/since-last-pass.ts";
import { findNote } from "#lab/notes/find-note.ts";
import { readNote, type Section } from "#lab/notes/note.ts";
import { rendered } from "#lab/notes/render.ts";
import { hasTerminal } from "#lab/terminal/confirm.ts";
import { editor, openInEditor, type Place } from "#lab/terminal/editor.ts";
import { shortened } from "#lab/terminal/path.ts";
import { bold } from "#lab/terminal/style.ts";
import { isRevealed, revealed } from "#lab/help/reveal.ts";

export interface NotesOptions {
  readonly print?: true;
  readonly all?: true;
  readonly yes?: true;
}

/**
 * Opens an explanation in the editor, or prints it. Of a problem that is not solved yet, only what explains the mistake
 * made last is shown without a question.
 */
export async function notes(name: string, options: NotesOptions): Promise<void> {
  const found = findNote(name);
  if ("page" in found) {
    if (!(await opened({ path: found.page.path }, options))) print(found.page.path);
    return;
  }
  const { entry } = found;
  const path = join(entry.folder, "NOTES.md");
  const pitfall = options.all ? undefined : lastPitfall(entry);
  if (pitfall && !isRevealed(entry)) {
    printSection(entry, pitfall);
    return;
  }
  if (!(await revealed(entry, new Date(), options.yes))) {
    process.exitCode = 1;
    return;
  }
  if (await opened({ path, ...(pitfall && { line: pitfall.line }) }, options)) return;
  if (pitfall) printSection(entry, pitfall);
  else print(path);
}

/** The section on the mistake that an attempt was recognised as last, of those made since the problem was passed. */
function lastPitfall(entry: Entry): Section | undefined {
  const checked = sinceLastPass(entry.slug, history()).filter((event) => event.event === "checked");
  return pitfallOf(entry, checked.findLast((event) => event.mistake !== undefined)?.mistake);
}

/** False where it is to be printed: when asked to, or where no editor can be opened. */
async function opened(place: Place, { print }: NotesOptions): Promise<boolean> {
  if (print || !hasTerminal() || !(await openInEditor([place]))) return false;
  const line = place.line === undefined ? "" : `:${place.line}`;
  console.log(`Opened in ${editor()!.name}: ${shortened(place.path)}${line}`);
  return true;
}

function print(path: string): void {
  console.log(rendered(readNote(path).markdown));
}

function printSection({ slug }: Entry, section: Section): void {
  console.log(rendered(withHeading(section)));
  console.log(`\nAll of the notes: ${bold(`npx lab notes ${slug} --all`)}`);
}

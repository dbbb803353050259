import { join } from "node:path";
import { nextHint } from "#lab/help/next-hint.ts";
import { pitfallOf, withHeading } from "#lab/help/pitfall.ts";
import { isRevealed, revealed } from "#lab/help/reveal.ts";
import { resetAttempt } from "#lab/journal/reset.ts";
import { solutionFiles, solutionText } from "#lab/help/solution-text.ts";
import { readNote } from "#lab/notes/note.ts";
import { rendered } from "#lab/notes/render.ts";
import { editor, openInEditor } from "#lab/terminal/editor.ts";
import { asked } from "#lab/terminal/question.ts";
import { shortened } from "#lab/terminal/path.ts";
import type { Session } from "./session.ts";
import type { Terminal } from "./terminal.ts";

export function showHint(session: Session): void {
  session.tell(nextHint(session.entry, new Date()));
}

/** What explains the mistake at hand; without one, the whole of the notes, and before a pass only after a question. */
export async function showNotes(session: Session, terminal: Terminal): Promise<void> {
  const { entry, judged } = session;
  const pitfall = pitfallOf(entry, judged?.verdict.mistake);
  if (pitfall && !isRevealed(entry)) {
    session.tell(rendered(withHeading(pitfall)).split("\n"));
    return;
  }
  if (!(await terminal.asked(() => revealed(entry, new Date())))) return;
  const path = join(entry.folder, "NOTES.md");
  const place = pitfall ? { path, line: pitfall.line } : { path };
  const first = pitfall ? `${withHeading(pitfall)}\n\n---\n\n` : "";
  if (!(await opened([place], terminal))) session.tell(rendered(first + readNote(path).markdown).split("\n"));
}

export async function showSolution(session: Session, terminal: Terminal): Promise<void> {
  const { entry } = session;
  if (!(await terminal.asked(() => revealed(entry, new Date())))) return;
  const files = solutionFiles(entry).map((path) => ({ path }));
  if (editor()?.isTerminal === false && (await opened(files, terminal))) return;
  session.tell((await solutionText(entry)).split("\n"));
}

/** Asks, then archives the attempt and begins with a fresh stub. */
export async function beginAgain(session: Session, terminal: Terminal): Promise<void> {
  const { entry, as, file } = session;
  const sure = await terminal.asked(async () => {
    const { confirm } = await import("@inquirer/prompts");
    const message = `Move ${shortened(file)} to the archive and begin again?`;
    return asked((context) => confirm({ message, default: false }, context));
  });
  if (!sure) return;
  const archived = resetAttempt(entry, as, new Date());
  await session.take(entry, { as });
  if (archived !== undefined) session.tell([`  Your attempt is now ${shortened(archived)}`]);
}

async function opened(places: Parameters<typeof openInEditor>[0], terminal: Terminal): Promise<boolean> {
  return editor() !== undefined && (await terminal.lent(() => openInEditor(places)));
}

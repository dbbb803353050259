import { entries } from "#lab/catalogue/catalogue.ts";
import { ran } from "#lab/attempt/call-attempt.ts";
import { argumentsIn } from "#lab/attempt/given-input.ts";
import { otherPaper } from "#lab/interview/statement.ts";
import { chosenNext } from "#lab/journal/next.ts";
import { bold } from "#lab/terminal/style.ts";
import { verdictLines } from "#lab/terminal/verdict.ts";
import { editor, openInEditor } from "#lab/terminal/editor.ts";
import { asked } from "#lab/terminal/question.ts";
import { beginAgain, showHint, showNotes, showSolution } from "./help.ts";
import { pickProblem } from "./pick.ts";
import type { Session } from "./session.ts";
import type { Terminal } from "./terminal.ts";

/** What a key does. */
interface Action {
  readonly key: string;
  /** In the bottom line. */
  readonly legend: string;
  readonly does: string;
  readonly act: (session: Session, terminal: Terminal) => Promise<void> | void;
}

export const actions: readonly Action[] = [
  { key: "h", legend: "hint", does: "the next hint, one rung at a time", act: showHint },
  { key: "n", legend: "notes", does: "what explains your mistake, or all of the notes", act: showNotes },
  { key: "r", legend: "run", does: "call your solution with an input of your own", act: runOnInput },
  { key: "s", legend: "answer", does: "the reference solutions beside yours", act: showSolution },
  { key: "b", legend: "bench", does: "compare your attempt with the approaches", act: compareApproaches },
  { key: "o", legend: "open", does: "open your file and the statement in the editor", act: open },
  { key: "x", legend: "next", does: "go on to what comes next", act: goOn },
  { key: "l", legend: "list", does: "go to any problem, found by typing", act: choose },
  { key: "R", legend: "redo", does: "begin again: your attempt goes to the archive", act: beginAgain },
  { key: "?", legend: "keys", does: "show this", act: showKeys },
  { key: "q", legend: "quit", does: "end; everything is kept", act: quit },
];

async function runOnInput(session: Session, terminal: Terminal): Promise<void> {
  const { entry, file, loaded } = session;
  const names = Object.keys(loaded.problem.takes).join(", ");
  const line = await terminal.asked(async () => {
    const { input } = await import("@inquirer/prompts");
    const message = `${names}, as on LeetCode (Esc: back):`;
    return asked((context) => input({ message }, context));
  });
  if (line === undefined || line.trim() === "") return;
  const { lines } = await ran(entry, file, argumentsIn(line));
  session.tell(lines);
}

async function compareApproaches(session: Session): Promise<void> {
  const { compareOrStop } = await import("./bench.ts");
  compareOrStop(session);
}

async function open(session: Session, terminal: Terminal): Promise<void> {
  const { statement, file } = session;
  if (editor() === undefined)
    session.tell(["  No editor is known: set $VISUAL to yours, such as code or vim."]);
  else await terminal.lent(() => openInEditor([{ path: statement }, { path: file }]));
}

async function goOn(session: Session): Promise<void> {
  const other = otherPaper(session.entry, new Date());
  if (other) {
    await session.take(other);
    return;
  }
  const { entry, review, why } = chosenNext(session.entry, new Date());
  await session.take(entry, { review });
  session.tell([`  ${why}`]);
}

async function choose(session: Session, terminal: Terminal): Promise<void> {
  const entry = await terminal.asked(() => pickProblem(entries(), Math.max(5, process.stdout.rows - 4)));
  if (entry) await session.take(entry);
}

/** Leaves a line in the window from where one came. */
function quit({ entry, loaded, file, judged }: Session, terminal: Terminal): void {
  terminal.leave();
  if (judged) console.log(verdictLines({ entry, loaded, file }, judged.verdict)[0]);
  process.exit(0);
}

function showKeys(session: Session): void {
  session.tell([
    `  ${bold("↑ ↓")} scroll here, ${bold("Esc")} closes this. Saving the file judges it.`,
    ...actions.map(({ key, does }) => `  ${bold(key)}  ${does}`),
  ]);
}

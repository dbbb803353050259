import type { Entry } from "#lab/catalogue/catalogue.ts";
import { approachNamed, findEntry } from "#lab/catalogue/find.ts";
import { statementOf } from "#lab/interview/statement.ts";
import { begin } from "#lab/journal/begin.ts";
import { editor, openInEditor } from "#lab/terminal/editor.ts";
import { shortened } from "#lab/terminal/path.ts";
import { bold } from "#lab/terminal/style.ts";
import { check } from "./check.ts";

export interface StartOptions {
  readonly as?: string;
  readonly plain?: true;
}

/** Lays an attempt where there is none, opens it, and judges it: on every save in a terminal, otherwise once. */
export async function start(name: string, { as = approachNamed(name), plain }: StartOptions): Promise<void> {
  await begun(findEntry(name), { as, plain });
}

/** The same for a problem that is known; for a review the old attempt is archived. */
export async function begun(
  entry: Entry,
  { as, plain, review = false }: { as?: string | undefined; plain?: true | undefined; review?: boolean },
): Promise<void> {
  const { path, isNew, archived } = begin(entry, { as, review });
  const statement = statementOf(entry, new Date());
  if (process.stdin.isTTY && process.stdout.isTTY) {
    // An editor that runs in the terminal would take it from the lab: there the key "o" opens it.
    if (editor()?.isTerminal === false) await openInEditor([{ path: statement }, { path }]);
    const { watchProblem } = await import("#lab/watch/watch.ts");
    await watchProblem(entry, { as, plain });
    return;
  }
  if (isNew) {
    console.log(`${bold(entry.title)} (${entry.difficulty}). The statement is in ${shortened(statement)}`);
    if (archived !== undefined) console.log(`Your last attempt is kept: ${shortened(archived)}`);
    console.log(`Your attempt: ${shortened(path)}\n`);
  } else console.log(`There is an attempt already, and it stays as it is: ${shortened(path)}\n`);
  await check(entry.slug, as === undefined ? {} : { as });
  if (process.exitCode !== 0) {
    const command = `npx lab check ${entry.slug}${as === undefined ? "" : ` --as ${as}`}`;
    console.log(`\nNext: edit ${shortened(path)}, then ${bold(command)}`);
  }
  // An attempt that fails is where one starts: the command has done what it was asked to.
  if (process.exitCode === 1) process.exitCode = 0;
}

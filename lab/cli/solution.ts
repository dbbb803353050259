import { findEntry } from "#lab/catalogue/find.ts";
import { revealed } from "#lab/help/reveal.ts";
import { solutionFiles, solutionText } from "#lab/help/solution-text.ts";
import { UsageError } from "#lab/problem/usage-error.ts";
import { hasTerminal } from "#lab/terminal/confirm.ts";
import { editor, openInEditor } from "#lab/terminal/editor.ts";
import { bold } from "#lab/terminal/style.ts";

/** Shows the attempts at a problem, and then its approaches. */
export async function solution(name: string, { yes, open }: { yes?: true; open?: true }): Promise<void> {
  const entry = findEntry(name);
  const canOpen = hasTerminal() && editor()?.isTerminal === false;
  if (open && !canOpen)
    throw new UsageError(
      "--open needs a terminal and an editor with windows; set $VISUAL to one, or leave --open out",
    );
  if (!(await revealed(entry, new Date(), yes))) {
    process.exitCode = 1;
    return;
  }
  if (open && (await openInEditor(solutionFiles(entry).map((path) => ({ path }))))) return;
  console.log(await solutionText(entry));
  if (canOpen && !open)
    console.log(`\nSide by side in your editor: ${bold(`npx lab solution ${entry.slug} --open`)}`);
}

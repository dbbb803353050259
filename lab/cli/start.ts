import { findEntry } from "#lab/catalogue/find.ts";
import { attemptPath, layAttempt } from "#lab/journal/attempts.ts";
import { record } from "#lab/journal/journal.ts";
import { shortened } from "#lab/terminal/path.ts";
import { bold } from "#lab/terminal/style.ts";
import { check } from "./check.ts";

/** Lays an attempt where there is none, and judges what is there. */
export async function start(name: string): Promise<void> {
  const entry = findEntry(name);
  const path = shortened(attemptPath(entry));
  if (layAttempt(entry)) {
    record({ event: "started", problem: entry.slug });
    console.log(
      `${bold(entry.title)} (${entry.difficulty}). The statement is in ${shortened(entry.folder)}/README.md`,
    );
    console.log(`Your attempt: ${path}\n`);
  } else console.log(`There is an attempt already, and it stays as it is: ${path}\n`);
  await check(entry.slug, {});
  if (process.exitCode !== 0)
    console.log(`\nNext: edit ${path}, then ${bold(`npx lab check ${entry.slug}`)}`);
  // An attempt that fails is where one starts: the command has done what it was asked to.
  if (process.exitCode === 1) process.exitCode = 0;
}

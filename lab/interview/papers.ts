import { existsSync, readdirSync, readFileSync, renameSync } from "node:fs";
import { join } from "node:path";
import type { Entry } from "#lab/catalogue/catalogue.ts";
import { frontMatter } from "#lab/catalogue/front-matter.ts";
import { recordsFolder, renewAttempt, writeWhole, writing } from "#lab/journal/attempts.ts";

/** Where the papers of the interviews lie. */
export const interviewFolder = join(recordsFolder, "interview");

/** For whatever somebody writes down while thinking. */
export const scratchFile = join(interviewFolder, "notes.md");

/** The statement of the first problem is 1; nothing in its path tells the topic. */
export function statementFile(number: number): string {
  return join(interviewFolder, `problem-${number}.md`);
}

export function reportFile(began: string): string {
  return join(interviewFolder, `report-${stamp(began)}.md`);
}

/** Lays statements, an empty sheet and fresh attempts; returns where earlier attempts at the problems are now. */
export function layPapers(drawn: readonly Entry[], now: Date): string[] {
  putAway(now);
  for (const [i, { folder }] of drawn.entries()) {
    const { body } = frontMatter(readFileSync(join(folder, "README.md"), "utf8"));
    writeWhole(statementFile(i + 1), body.trimStart());
  }
  writeWhole(scratchFile, "");
  return drawn.flatMap((entry) => renewAttempt(entry, undefined, now) ?? []);
}

/** Papers of the interview before, which may have been written on, move into a folder of their own. */
function putAway(now: Date): void {
  if (!existsSync(interviewFolder)) return;
  const papers = readdirSync(interviewFolder).filter((name) => /^(problem-\d+|notes)\.md$/.test(name));
  for (const name of papers) {
    const kept = join(interviewFolder, `before-${stamp(now.toISOString())}`, name);
    writing(kept, () => renameSync(join(interviewFolder, name), kept));
  }
}

/** A moment as part of a file's name. */
function stamp(moment: string): string {
  return moment.replaceAll(/[:.]/g, "-");
}

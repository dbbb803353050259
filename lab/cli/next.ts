import { entries } from "#lab/catalogue/catalogue.ts";
import { findEntry } from "#lab/catalogue/find.ts";
import { chosenNext, dueEntries } from "#lab/journal/next.ts";
import { bold } from "#lab/terminal/style.ts";
import { begun } from "./start.ts";

/** Begins what is to be done next: reviews that are due first, then what was begun, then the learning path. */
export async function next({ plain }: { plain?: true }): Promise<void> {
  const { entry, review, why } = chosenNext(undefined, new Date());
  console.log(`${why}\n`);
  await begun(entry, { review, plain });
}

/** Does a problem again on a fresh stub: the one named, or that which has been due longest. */
export async function review(name: string | undefined, { plain, list }: ReviewOptions): Promise<void> {
  const due = dueEntries(entries(), new Date());
  if (list) {
    for (const { title, slug } of due) console.log(`${title}   ${bold(`npx lab review ${slug}`)}`);
    if (due.length === 0) console.log(nothingDue);
    return;
  }
  const entry = name === undefined ? due[0] : findEntry(name);
  if (!entry) {
    console.log(nothingDue);
    return;
  }
  if (name === undefined) console.log(`${due.length} due today, ${entry.title} the longest.\n`);
  await begun(entry, { review: true, plain });
}

export interface ReviewOptions {
  readonly plain?: true;
  readonly list?: true;
}

const nothingDue = "Nothing is due today. Any problem can be done again: npx lab review <problem>.";

import { entries, type Entry } from "#lab/catalogue/catalogue.ts";
import { findEntry } from "#lab/catalogue/find.ts";
import { history } from "#lab/journal/history.ts";
import { chosenNext, dueEntries } from "#lab/journal/next.ts";
import { standings } from "#lab/journal/standings.ts";
import { UsageError } from "#lab/problem/usage-error.ts";
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
  const all = entries();
  const due = dueEntries(all, history(all), new Date());
  if (list) {
    for (const { title, slug } of due) console.log(`${title}   ${bold(`npx lab review ${slug}`)}`);
    if (due.length === 0) console.log(nothingDue);
    return;
  }
  const entry = name === undefined ? due[0] : solved(findEntry(name));
  if (!entry) {
    console.log(nothingDue);
    return;
  }
  if (name === undefined) console.log(`${due.length} due today, ${entry.title} the longest.\n`);
  await begun(entry, { review: true, plain });
}

/** Only what is solved is done again: what is not would be put away half-done. */
function solved(entry: Entry): Entry {
  if (standings(history()).get(entry.slug)?.startsWith("solved")) return entry;
  const { slug } = entry;
  throw new UsageError(
    `${slug} is not solved yet; npx lab start ${slug} goes on with it, and npx lab reset ${slug} begins again`,
  );
}

export interface ReviewOptions {
  readonly plain?: true;
  readonly list?: true;
}

const nothingDue = "Nothing is due today. Any problem can be done again: npx lab review <problem>.";

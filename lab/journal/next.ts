import { type Entry, entries } from "#lab/catalogue/catalogue.ts";
import { learningPath } from "#lab/catalogue/topics.ts";
import { UsageError } from "#lab/problem/usage-error.ts";
import { history } from "./history.ts";
import type { Recorded } from "./journal.ts";
import { isDue, problemReviews } from "./reviews.ts";
import { standings } from "./standings.ts";

/** A problem to go on with, and the reason in one sentence. */
export interface Next {
  readonly entry: Entry;
  /** It was solved before, and is to be done again on a fresh stub. */
  readonly review: boolean;
  readonly why: string;
}

/** The problems that are due for review, those longest overdue first. */
export function dueEntries(all: readonly Entry[], happened: readonly Recorded[], now: Date): Entry[] {
  const reviews = problemReviews(all, happened);
  const due = all.filter(({ slug }) => isDue(reviews.get(slug), now));
  return due.sort((a, b) => reviews.get(a.slug)!.getTime() - reviews.get(b.slug)!.getTime());
}

/**
 * What to do next: a review that is due, then what was begun, then the first problem of the learning path that is untouched;
 * `present` is not among them.
 */
export function chosenNext(
  present: Entry | undefined,
  now: Date,
  all: readonly Entry[] = entries(),
  happened: readonly Recorded[] = history(all),
): Next {
  const others = all.filter(({ slug }) => slug !== present?.slug);
  const [due] = dueEntries(others, happened, now);
  if (due) return { entry: due, review: true, why: `${due.title} is due to be done again, on a fresh stub.` };
  const reached = standings(happened);
  const path = learningPath(others);
  const begun = path.find(({ slug }) => reached.get(slug) === "in progress");
  if (begun) return { entry: begun, review: false, why: `${begun.title} was begun and is not solved yet.` };
  const fresh = path.find(({ slug }) => !reached.has(slug));
  if (fresh)
    return { entry: fresh, review: false, why: `${fresh.title} comes next on the path (${fresh.topic}).` };
  throw new UsageError(
    "everything is solved and nothing is due; npx lab list shows what could be done faster",
  );
}

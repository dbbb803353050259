import type { Entry } from "#lab/catalogue/catalogue.ts";
import { attemptPath, layAttempt, renewAttempt } from "./attempts.ts";
import { record } from "./journal.ts";

/** How an attempt was found. */
export interface Begun {
  readonly path: string;
  /** It was laid just now; otherwise it was there and is as it was. */
  readonly isNew: boolean;
  /** Where the attempt before it is now. */
  readonly archived: string | undefined;
}

/** Lays an attempt where there is none; for a review, the old one goes to the archive and a fresh stub is laid. */
export function begin(
  entry: Entry,
  { as, review = false }: { as?: string | undefined; review?: boolean } = {},
): Begun {
  const archived = review ? renewAttempt(entry, as) : undefined;
  const isNew = review || layAttempt(entry, as);
  if (isNew) {
    const named = as === undefined ? {} : { as };
    record({ event: "started", problem: entry.slug, ...named, ...(review && { review: true as const }) });
  }
  return { path: attemptPath(entry, as), isNew, archived };
}

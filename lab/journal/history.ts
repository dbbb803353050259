import { type Entry, entries } from "#lab/catalogue/catalogue.ts";
import { events, type Recorded } from "./journal.ts";

/** What happened, each problem under the name it has now. */
export function history(all: readonly Entry[] = entries()): Recorded[] {
  const present = new Map(all.flatMap(({ slug, formerly }) => formerly.map((former) => [former, slug])));
  return events().map((event) => ({ ...event, problem: present.get(event.problem) ?? event.problem }));
}

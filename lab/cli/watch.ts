import { approachNamed, findEntry } from "#lab/catalogue/find.ts";
import { chosenNext } from "#lab/journal/next.ts";
import { watchProblem } from "#lab/watch/watch.ts";
import type { StartOptions } from "./start.ts";

/** Judges an attempt on every save; without a name, that of what is to be done next. */
export async function watch(name: string | undefined, { as, plain }: StartOptions): Promise<void> {
  if (name === undefined) {
    await watchProblem(chosenNext(undefined, new Date()).entry, { plain });
    return;
  }
  await watchProblem(findEntry(name), { as: as ?? approachNamed(name), plain });
}

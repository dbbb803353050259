import { approachNamed, findEntry } from "#lab/catalogue/find.ts";
import { chosenNext } from "#lab/journal/next.ts";
import { watchLines } from "#lab/watch/lines.ts";
import { watchProblem } from "#lab/watch/watch.ts";
import type { StartOptions } from "./start.ts";

/** Judges an attempt on every save; without a name, that of what is to be done next. */
export async function watch(
  name: string | undefined,
  { as, plain, line }: StartOptions & { line?: true },
): Promise<void> {
  const entry = name === undefined ? chosenNext(undefined, new Date()).entry : findEntry(name);
  const approach = as ?? (name === undefined ? undefined : approachNamed(name));
  if (line) await watchLines(entry, approach);
  else await watchProblem(entry, { as: approach, plain });
}

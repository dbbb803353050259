import { findEntry } from "#lab/catalogue/find.ts";
import { nextHint } from "#lab/help/next-hint.ts";

/** Shows the next rung of a problem's ladder of hints. */
export function hint(name: string): void {
  console.log(nextHint(findEntry(name), new Date()).join("\n"));
}

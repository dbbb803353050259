import type { Recorded } from "./journal.ts";

/** What happened at a problem since it was last passed: all that counts when help is asked for. */
export function sinceLastPass(problem: string, happened: readonly Recorded[]): Recorded[] {
  const own = happened.filter((event) => event.problem === problem);
  return own.slice(own.findLastIndex(({ event }) => event === "passed") + 1);
}

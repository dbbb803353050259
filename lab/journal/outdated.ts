import { existsSync } from "node:fs";
import type { Entry } from "#lab/catalogue/catalogue.ts";
import { attemptPath } from "./attempts.ts";
import type { Recorded } from "./journal.ts";
import { checksOf } from "./remember.ts";

/** Problems whose checks are not those that the attempt at hand has passed: the lab was upgraded since. */
export function outdated(all: readonly Entry[], happened: readonly Recorded[]): Entry[] {
  const passed = new Map<string, string | undefined>();
  for (const event of happened)
    if (event.event === "passed" && event.as === undefined) passed.set(event.problem, event.checks);
  return all.filter((entry) => {
    const { slug } = entry;
    return passed.has(slug) && passed.get(slug) !== checksOf(entry) && existsSync(attemptPath(entry));
  });
}

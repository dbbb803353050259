import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Entry } from "#lab/catalogue/catalogue.ts";
import type { Verdict } from "#lab/judge/verdict.ts";
import { UsageError } from "#lab/problem/usage-error.ts";
import { saveCase } from "./cases.ts";
import { record } from "./journal.ts";

/** What was written down about a verdict: the file the counterexample is in, or why nothing could be saved. */
export interface Remembered {
  readonly saved?: string;
  readonly fault?: string;
}

/** Writes down what a verdict on an attempt says, the pass at once. Never throws for a folder that cannot be written. */
export function remember(entry: Entry, verdict: Verdict, as?: string): Remembered {
  const { slug: problem } = entry;
  const { word, counterexample, mistake, growth, sizeless = false } = verdict;
  const named = as === undefined ? {} : { as };
  try {
    record({ event: "checked", problem, verdict: word, ...named, ...(mistake !== undefined && { mistake }) });
    if (word === "accepted") {
      const checks = checksOf(entry);
      record({ event: "passed", problem, growth: growth?.ok ?? sizeless, checks, ...named });
    }
    if (!counterexample || word === "not-implemented") return {};
    return { saved: saveCase(entry, counterexample.input) };
  } catch (error) {
    if (!(error instanceof UsageError)) throw error;
    return { fault: error.message };
  }
}

/** A short name for what a problem asks at present, to tell a pass of today from one of before an upgrade. */
export function checksOf({ folder }: Entry): string {
  return createHash("sha256")
    .update(readFileSync(join(folder, "problem.ts")))
    .digest("hex")
    .slice(0, 8);
}

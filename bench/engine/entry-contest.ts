import { existsSync } from "node:fs";
import { basename, resolve } from "node:path";
import { type Entry, loadProblem } from "#lab/catalogue/catalogue.ts";
import { attemptedApproaches, attemptPath } from "#lab/journal/attempts.ts";
import { history } from "#lab/journal/history.ts";
import { sittingAt } from "#lab/journal/sittings.ts";
import { UsageError } from "#lab/problem/usage-error.ts";
import type { Prepare } from "./contest.ts";
import { type Own, problemContest } from "./problem-contest.ts";

interface Asked {
  /** Files to compare beside the attempts. */
  readonly against: readonly string[];
  readonly sizes?: readonly number[] | undefined;
  readonly workload?: string | undefined;
}

/** A problem's approaches beside the learner's attempts, as they are when it is prepared. */
export async function entryContest(entry: Entry, { against, sizes, workload }: Asked): Promise<Prepare> {
  const loaded = await loadProblem(entry.folder);
  const own = [...attempts(entry), ...against.map(given)].map(named);
  return (wanted) => problemContest(loaded, own, { ...wanted, sizes, workload, hidesNames: isSecret(entry) });
}

function attempts(entry: Entry): string[] {
  return attemptedApproaches(entry).map((as) => attemptPath(entry, as));
}

function given(path: string): string {
  if (!existsSync(path)) throw new UsageError(`there is no file ${path}; --against names a TypeScript file`);
  return resolve(path);
}

/** By the file's name, and by its whole path where another has the same. */
function named(file: string, i: number, all: readonly string[]): Own {
  const isTaken = all.slice(0, i).some((other) => basename(other) === basename(file));
  return { name: isTaken ? file : basename(file), file };
}

/** To somebody who works on it, the names of the approaches would say how it is done. */
function isSecret({ slug }: Entry): boolean {
  const sitting = sittingAt(slug, history());
  return sitting !== undefined && sitting.passed === undefined && !sitting.revealed;
}

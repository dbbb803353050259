import { join } from "node:path";
import type { Entry, LoadedProblem } from "#lab/catalogue/catalogue.ts";
import { attemptPath } from "#lab/journal/attempts.ts";
import { savedCases } from "#lab/journal/cases.ts";
import { remember } from "#lab/journal/remember.ts";
import { judge } from "#lab/judge/judge.ts";
import type { Verdict } from "#lab/judge/verdict.ts";
import { freshSeed } from "#lab/problem/random.ts";
import { Sandbox, type SandboxedFile } from "#lab/sandbox/sandbox.ts";

interface Trying {
  readonly seed?: number | undefined;
  readonly path?: string | undefined;
  readonly saved: readonly unknown[][];
}

/** Judges an attempt as it is now, and writes down what came of it. */
export async function judgeAttempt(entry: Entry, loaded: LoadedProblem, as?: string): Promise<Verdict> {
  const file = attemptPath(entry, as);
  const verdict = await verdictOn(entry, loaded, { file }, { saved: savedCases(entry) });
  remember(entry, verdict, as);
  return verdict;
}

/** Judges one subject in a sandbox of its own. */
export async function verdictOn(
  { folder }: Entry,
  loaded: LoadedProblem,
  subject: SandboxedFile,
  { seed = freshSeed(), path, saved }: Trying,
): Promise<Verdict> {
  const sandbox = new Sandbox(loaded.problem, join(folder, "problem.ts"));
  const verdict = await judge(loaded, sandbox.subject(subject), { sandbox, seed, path, saved });
  sandbox.close();
  return verdict;
}

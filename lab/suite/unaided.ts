import { join } from "node:path";
import type { LoadedProblem } from "#lab/catalogue/catalogue.ts";
import type { Word } from "#lab/judge/verdict.ts";
import { inProcess } from "#lab/sandbox/in-process.ts";
import type { Subject } from "#lab/sandbox/outcome.ts";
import type { Sandbox } from "#lab/sandbox/sandbox.ts";

/** The problem with nothing but generated inputs to go by. */
export function unaided(loaded: LoadedProblem): LoadedProblem {
  return { ...loaded, mistakes: {}, problem: { ...loaded.problem, examples: [] } };
}

/** A named mistake where it can be run: in this process, or in a child if it needs one. */
export function mistakeSubject(
  { folder, problem, mistakes }: LoadedProblem,
  sandbox: Sandbox,
  name: string,
): Subject {
  const mistake = mistakes[name]!;
  if (!mistake.inChild) return inProcess(problem, mistake);
  return sandbox.subject({ file: join(folder, "mistakes.ts"), pick: name });
}

/** Verdicts that do not refute a subject, whatever else they say. */
export const notRefuting: readonly Word[] = ["accepted", "undecided", "lab-error", "load-error"];

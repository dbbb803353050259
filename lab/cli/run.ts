import { join, resolve } from "node:path";
import { type Entry, loadProblem } from "#lab/catalogue/catalogue.ts";
import { approachNamed, findEntry } from "#lab/catalogue/find.ts";
import { attemptPath } from "#lab/journal/attempts.ts";
import { fastestOf, Trial } from "#lab/judge/trial.ts";
import { Sandbox } from "#lab/sandbox/sandbox.ts";
import { callLines } from "#lab/terminal/call.ts";
import { verdictLines } from "#lab/terminal/verdict.ts";
import { mustExist } from "./check.ts";
import { givenInput } from "./given-input.ts";

/** Calls an attempt with the given arguments and shows what comes back beside what is wanted. */
export async function run(name: string, args: readonly string[], options: { file?: string }): Promise<void> {
  const entry = findEntry(name);
  const file = resolve(options.file ?? attemptPath(entry, approachNamed(name)));
  mustExist(file, entry, options.file === undefined);
  const { lines, right } = await ran(entry, file, args);
  console.log(lines.join("\n"));
  if (!right) process.exitCode = 1;
}

/** Calls a file's solution with arguments in LeetCode's notation: what there is to show, and whether it is right. */
export async function ran(
  entry: Entry,
  file: string,
  args: readonly string[],
): Promise<{ lines: string[]; right: boolean }> {
  const loaded = await loadProblem(entry.folder);
  const { problem } = loaded;
  const judged = { entry, loaded, file };
  const input = givenInput(entry, problem, args);
  const sandbox = new Sandbox(problem, join(entry.folder, "problem.ts"));
  try {
    const subject = sandbox.subject({ file });
    const failure = await subject.load();
    if (failure) {
      const verdict = { word: "load-error", failure, seed: 0, runs: 1, shrinks: 0, ms: 0 } as const;
      return { lines: verdictLines(judged, verdict), right: false };
    }
    const tried = await new Trial(loaded, subject, { sandbox, seed: 0 }).on(input, {
      oracle: fastestOf(loaded),
    });
    return { lines: callLines(judged, input, tried), right: tried.refusal === undefined };
  } finally {
    sandbox.close();
  }
}

/** One line of arguments, split at the spaces that are outside brackets and strings. */
export function argumentsIn(line: string): string[] {
  const found: string[] = [];
  let depth = 0;
  let isInside = false;
  for (const token of line.match(/"(?:\\.|[^"\\])*"|[[\]]|\s+|[^\s[\]"]+|"/g) ?? []) {
    if (depth === 0 && token.trim() === "") {
      isInside = false;
      continue;
    }
    if (token === "[") depth++;
    if (token === "]") depth--;
    if (isInside) found.push((found.pop() ?? "") + token);
    else found.push(token);
    isInside = true;
  }
  return found;
}

import { join } from "node:path";
import { type Entry, loadProblem } from "#lab/catalogue/catalogue.ts";
import { fastestOf, Trial } from "#lab/judge/trial.ts";
import { Sandbox } from "#lab/sandbox/sandbox.ts";
import { callLines } from "#lab/terminal/call.ts";
import { verdictLines } from "#lab/terminal/verdict.ts";
import { givenInput } from "./given-input.ts";

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

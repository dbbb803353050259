import { join, resolve } from "node:path";
import { loadProblem } from "#lab/catalogue/catalogue.ts";
import { findEntry } from "#lab/catalogue/find.ts";
import { attemptPath } from "#lab/journal/attempts.ts";
import { fastestOf, Trial } from "#lab/judge/trial.ts";
import { illegal, type Problem } from "#lab/problem/problem.ts";
import { UsageError } from "#lab/problem/usage-error.ts";
import { Sandbox } from "#lab/sandbox/sandbox.ts";
import { caseLines } from "#lab/terminal/input.ts";
import { shortened } from "#lab/terminal/path.ts";
import { bold, green } from "#lab/terminal/style.ts";
import { verdictLines } from "#lab/terminal/verdict.ts";
import { mustExist } from "./check.ts";

/** Calls an attempt with the given arguments and shows what comes back beside what is wanted. */
export async function run(name: string, args: readonly string[], options: { file?: string }): Promise<void> {
  const entry = findEntry(name);
  const file = resolve(options.file ?? attemptPath(entry));
  mustExist(file, entry, options.file === undefined);
  const loaded = await loadProblem(entry.folder);
  const { problem } = loaded;
  const input = parsed(problem, args);
  const wrong = illegal(problem, input);
  if (wrong !== undefined)
    throw new UsageError(`${entry.slug} ${wrong}; see its README.md for what is legal`);

  const sandbox = new Sandbox(problem, join(entry.folder, "problem.ts"));
  const show = (lines: readonly string[]): void => console.log(lines.join("\n"));
  try {
    const subject = sandbox.subject({ file });
    const started = { seed: 0, runs: 1, shrinks: 0, ms: 0 };
    const failure = await subject.load();
    if (failure) {
      show(verdictLines({ entry, loaded, file }, { word: "load-error", failure, ...started }));
      process.exitCode = 1;
      return;
    }
    const { outcomes, wanted, refusal } = await new Trial(loaded, subject, { sandbox, seed: 0 }).on(input, {
      oracle: fastestOf(loaded),
    });
    if (refusal?.word === "not-implemented")
      throw new UsageError(`${refusal.counterexample.message}; write it in ${shortened(file)} first`);
    if (refusal) {
      show(verdictLines({ entry, loaded, file }, { ...refusal, ...started }));
      process.exitCode = 1;
      return;
    }
    const [first] = outcomes;
    const printed = first?.printed ?? "";
    show([
      bold(green(`${entry.slug}: right`)),
      "",
      ...caseLines(
        problem,
        { input, wanted, ...(first?.kind === "returned" && { output: first.output }) },
        printed === "" ? [] : [["printed", printed.trimEnd()]],
      ),
    ]);
  } finally {
    sandbox.close();
  }
}

/** Arguments from the command line: JSON, or the bare text where a string is wanted. */
function parsed(problem: Problem, args: readonly string[]): unknown[] {
  const parameters = Object.entries(problem.takes);
  return args.map((text, i) => {
    const [name, shape] = parameters[i] ?? [];
    try {
      const value: unknown = JSON.parse(text);
      return shape === "string" && typeof value !== "string" ? text : value;
    } catch {
      if (shape === "string") return text;
      throw new UsageError(
        `${name ?? `argument ${i + 1}`} is to be ${shape ?? "left out"}, but ${text} is no value in LeetCode's notation`,
      );
    }
  });
}

import { join, resolve } from "node:path";
import { type Entry, loadProblem } from "#lab/catalogue/catalogue.ts";
import { approachNamed, findEntry } from "#lab/catalogue/find.ts";
import { attemptPath } from "#lab/journal/attempts.ts";
import { fastestOf, Trial } from "#lab/judge/trial.ts";
import { illegal, type Problem } from "#lab/problem/problem.ts";
import { UsageError } from "#lab/problem/usage-error.ts";
import { Sandbox } from "#lab/sandbox/sandbox.ts";
import type { Verdict } from "#lab/judge/verdict.ts";
import { caseLines } from "#lab/terminal/input.ts";
import { shortened } from "#lab/terminal/path.ts";
import type { Row } from "#lab/terminal/rows.ts";
import { bold, green } from "#lab/terminal/style.ts";
import { verdictLines } from "#lab/terminal/verdict.ts";
import { mustExist } from "./check.ts";

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
  const input = parsed(problem, args);
  const wrong = illegal(problem, input);
  if (wrong !== undefined)
    throw new UsageError(`${entry.slug} ${wrong}; see its README.md for what is legal`);

  const sandbox = new Sandbox(problem, join(entry.folder, "problem.ts"));
  try {
    const subject = sandbox.subject({ file });
    const refused = (verdict: Pick<Verdict, "word" | "failure" | "counterexample">) => {
      const started = { seed: 0, runs: 1, shrinks: 0, ms: 0 };
      return { lines: verdictLines({ entry, loaded, file }, { ...verdict, ...started }), right: false };
    };
    const failure = await subject.load();
    if (failure) return refused({ word: "load-error", failure });
    const { outcomes, wanted, refusal } = await new Trial(loaded, subject, { sandbox, seed: 0 }).on(input, {
      oracle: fastestOf(loaded),
    });
    if (refusal?.word === "not-implemented")
      throw new UsageError(`${refusal.counterexample.message}; write it in ${shortened(file)} first`);
    if (refusal) return refused(refusal);
    const [first] = outcomes;
    const printed = first?.printed ?? "";
    const shown = { input, wanted, ...(first?.kind === "returned" && { output: first.output }) };
    const below: Row[] = printed === "" ? [] : [["printed", printed.trimEnd()]];
    const title = bold(green(`${entry.slug}: right`));
    return { lines: [title, "", ...caseLines(problem, shown, below)], right: true };
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

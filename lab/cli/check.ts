import { existsSync, statSync } from "node:fs";
import { join, resolve } from "node:path";
import { verdictOn } from "#lab/attempt/judge-attempt.ts";
import { typeAdvice } from "#lab/attempt/type-advice.ts";
import { type Entry, loadProblem } from "#lab/catalogue/catalogue.ts";
import { approachNamed, findEntry } from "#lab/catalogue/find.ts";
import { isInterviewed } from "#lab/interview/statement.ts";
import { attemptedApproaches, attemptPath } from "#lab/journal/attempts.ts";
import { savedCases } from "#lab/journal/cases.ts";
import { remember } from "#lab/journal/remember.ts";
import type { Verdict } from "#lab/judge/verdict.ts";
import { UsageError } from "#lab/problem/usage-error.ts";
import type { SandboxedFile } from "#lab/sandbox/sandbox.ts";
import { shortened } from "#lab/terminal/path.ts";
import { problemLine } from "#lab/terminal/problem-line.ts";
import { adviceLines, rememberedLines, verdictLines } from "#lab/terminal/verdict.ts";
import { comparisonLines } from "./comparison.ts";
import { verdictJson } from "./verdict-json.ts";

export interface CheckOptions {
  readonly file?: string;
  readonly approach?: string;
  readonly as?: string;
  readonly seed?: number;
  readonly path?: string;
  readonly line?: true;
  readonly json?: true;
}

/** Judges an attempt, another file or an approach; prints the verdict and sets the exit code. */
export async function check(name: string, options: CheckOptions): Promise<void> {
  const entry = findEntry(name);
  if (options.path !== undefined && options.seed === undefined) {
    throw new UsageError(
      `--path ${options.path} needs the --seed it was found with; copy both from the verdict`,
    );
  }
  const own = options.file === undefined && options.approach === undefined;
  const as = options.as ?? approachNamed(name);
  const loading = loadProblem(entry.folder);
  const file = resolve(options.file ?? attemptPath(entry, as));
  if (options.approach === undefined) mustExist(file, entry, own, as);
  const loaded = await loading;
  const subject =
    options.approach === undefined
      ? { file }
      : approachIn(entry, Object.keys(loaded.approaches), options.approach);
  const verdict = await verdictOn(entry, loaded, subject, {
    seed: options.seed,
    path: options.path,
    saved: own ? savedCases(entry) : [],
  });
  process.exitCode = exitCodes[verdict.word] ?? 1;

  const remembered = own ? remember(entry, verdict, as) : {};
  if (options.json) {
    console.log(JSON.stringify(verdictJson({ entry, loaded, file: subject.file }, verdict)));
    return;
  }
  const hidesNotes = own && isInterviewed(entry, new Date());
  const judged = { entry, loaded, file: subject.file, hidesNotes };
  if (options.line) {
    console.log(problemLine(judged, verdict));
    if (remembered.fault !== undefined) console.error(`lab: nothing could be saved: ${remembered.fault}`);
    return;
  }
  for (const line of verdictLines(judged, verdict)) console.log(line);
  const notes = own ? rememberedLines(entry, verdict, remembered) : [];
  if (notes.length > 0) console.log(`\n${notes.join("\n")}`);
  if (options.approach !== undefined) return;
  if (own && attemptedApproaches(entry).length > 1) {
    const lines = await comparisonLines(entry, loaded, { as, verdict });
    console.log(`\n${lines.join("\n")}`);
  }
  if (verdict.word === "load-error") return;
  const advice = await typeAdvice(file);
  for (const line of adviceLines(advice)) console.log(line);
}

const exitCodes: Partial<Record<Verdict["word"], number>> = { accepted: 0, undecided: 2, "lab-error": 2 };

/** Refuses a file that is not there, with what to do. */
export function mustExist(file: string, { slug }: Entry, own: boolean, as?: string): void {
  if (existsSync(file) && statSync(file).isFile()) return;
  const advice = own
    ? `begin with npx lab start ${slug}${as === undefined ? "" : ` --as ${as}`}`
    : "name a TypeScript file";
  throw new UsageError(`there is no file ${shortened(file)}; ${advice}`);
}

/** The reference solution meant by its name, or a part that only one has. */
export function approachIn({ folder }: Entry, names: readonly string[], name: string): SandboxedFile {
  const fitting = names.filter((known) => known === name || known.includes(name));
  const pick = names.includes(name) ? name : fitting.length === 1 ? fitting[0] : undefined;
  if (pick === undefined)
    throw new UsageError(`there is no approach "${name}"; the approaches are ${names.join(", ")}`);
  return { file: join(folder, "approaches.ts"), pick };
}

import { existsSync, statSync } from "node:fs";
import { join, resolve } from "node:path";
import { type Entry, loadProblem } from "#lab/catalogue/catalogue.ts";
import { findEntry } from "#lab/catalogue/find.ts";
import { attemptPath } from "#lab/journal/attempts.ts";
import { saveCase, savedCases } from "#lab/journal/cases.ts";
import { record } from "#lab/journal/journal.ts";
import { judge } from "#lab/judge/judge.ts";
import type { Verdict } from "#lab/judge/verdict.ts";
import { UsageError } from "#lab/problem/usage-error.ts";
import { Sandbox, type SandboxedFile } from "#lab/sandbox/sandbox.ts";
import { shortened } from "#lab/terminal/path.ts";
import { sentence } from "#lab/terminal/rows.ts";
import { bold, dim } from "#lab/terminal/style.ts";
import { verdictLines } from "#lab/terminal/verdict.ts";
import type { CheckOptions } from "./commands.ts";
import { typeAdvice } from "./type-advice.ts";
import { verdictJson } from "./verdict-json.ts";

/** Judges an attempt, another file or an approach; prints the verdict and sets the exit code. */
export async function check(name: string, options: CheckOptions): Promise<void> {
  const entry = findEntry(name);
  if (options.path !== undefined && options.seed === undefined) {
    throw new UsageError(
      `--path ${options.path} needs the --seed it was found with; copy both from the verdict`,
    );
  }
  const own = options.file === undefined && options.approach === undefined;
  const loading = loadProblem(entry.folder);
  const file = resolve(options.file ?? attemptPath(entry));
  if (options.approach === undefined) mustExist(file, entry, own);
  const loaded = await loading;
  const subject =
    options.approach === undefined
      ? { file }
      : approachIn(entry, Object.keys(loaded.approaches), options.approach);
  const sandbox = new Sandbox(loaded.problem, join(entry.folder, "problem.ts"));
  const verdict = await judge(loaded, sandbox.subject(subject), {
    sandbox,
    seed: options.seed ?? Math.floor(Math.random() * 2 ** 31),
    path: options.path,
    saved: own ? savedCases(entry) : [],
  });
  sandbox.close();
  process.exitCode = exitCodes[verdict.word] ?? 1;

  const notes = own ? remember(entry, verdict) : [];
  if (options.json) {
    console.log(JSON.stringify(verdictJson({ entry, loaded, file: subject.file }, verdict)));
    return;
  }
  for (const line of verdictLines({ entry, loaded, file: subject.file }, verdict)) console.log(line);
  if (notes.length > 0) console.log(`\n${notes.join("\n")}`);
  if (verdict.word === "load-error" || options.approach !== undefined) return;
  const advice = await typeAdvice(file);
  if (advice.length > 0)
    console.log(
      `\n  ${dim("The compiler's advice, which changes no verdict:")}\n${advice.map((line) => `  ${line}`).join("\n")}`,
    );
}

const exitCodes: Partial<Record<Verdict["word"], number>> = { accepted: 0, undecided: 2, "lab-error": 2 };

/** Writes down what happened, and returns what to say about it. */
function remember(entry: Entry, verdict: Verdict): string[] {
  const { slug } = entry;
  const { word, counterexample, seed, path } = verdict;
  const notes: string[] = [];
  try {
    record({ event: "checked", problem: slug, verdict: word });
    if (word === "accepted") record({ event: "passed", problem: slug, growth: verdict.growth?.ok ?? false });
    if (counterexample && word !== "not-implemented") {
      const saved = saveCase(entry, counterexample.input);
      notes.push(sentence(dim(`Saved in ${shortened(saved)}: the next check begins with this input.`)));
    }
  } catch (error) {
    if (!(error instanceof UsageError)) throw error;
    notes.push(sentence(`Nothing could be saved: ${error.message}.`));
  }
  // On a line of its own and never wrapped, so that it can be copied.
  if (path !== undefined)
    notes.push(`  ${dim("Replay it with")} ${bold(`npx lab check ${slug} --seed ${seed} --path ${path}`)}`);
  return notes;
}

/** Refuses a file that is not there, with what to do. */
export function mustExist(file: string, { slug }: Entry, own: boolean): void {
  if (existsSync(file) && statSync(file).isFile()) return;
  const advice = own ? `begin with npx lab start ${slug}` : "name a TypeScript file";
  throw new UsageError(`there is no file ${shortened(file)}; ${advice}`);
}

function approachIn({ folder }: Entry, names: readonly string[], name: string): SandboxedFile {
  const fitting = names.filter((known) => known === name || known.includes(name));
  const pick = names.includes(name) ? name : fitting.length === 1 ? fitting[0] : undefined;
  if (pick === undefined)
    throw new UsageError(`there is no approach "${name}"; the approaches are ${names.join(", ")}`);
  return { file: join(folder, "approaches.ts"), pick };
}

import { existsSync } from "node:fs";
import { url as debuggerUrl } from "node:inspector";
import { resolve } from "node:path";
import { type Entry, loadProblem } from "#lab/catalogue/catalogue.ts";
import { approachNamed, findEntry } from "#lab/catalogue/find.ts";
import { debugProgram } from "#lab/debug/debug-program.ts";
import { inThisProcess } from "#lab/debug/in-this-process.ts";
import { attemptPath } from "#lab/journal/attempts.ts";
import { savedCases } from "#lab/journal/cases.ts";
import { refusalOf } from "#lab/judge/refusal.ts";
import { fastestOf } from "#lab/judge/trial.ts";
import { illegal, type Problem } from "#lab/problem/problem.ts";
import { runHere } from "#lab/sandbox/in-process.ts";
import { callLines } from "#lab/terminal/call.ts";
import { inputText } from "#lab/terminal/input-text.ts";
import { shortened } from "#lab/terminal/path.ts";
import { dim } from "#lab/terminal/style.ts";
import { type Judged, verdictLines } from "#lab/terminal/verdict.ts";
import { mustExist } from "./check.ts";
import { givenInput } from "#lab/attempt/given-input.ts";

/**
 * Calls an attempt in this process, where a debugger stops at its breakpoints: with the given arguments, or else the newest
 * input it failed on, or else the first example.
 */
export async function debug(name: string, args: readonly string[]): Promise<void> {
  const entry = findEntry(name);
  const file = fileOf(name, entry);
  mustExist(file, entry, true);
  const loaded = await loadProblem(entry.folder);
  const { problem } = loaded;
  const [which, input] = chosen(entry, problem, args);
  console.log(`${shortened(file)} on ${which}: ${inputText(problem, input, 200)}`);
  if (debuggerUrl() === undefined)
    console.log(dim("No debugger is attached: docs/editors.md tells how to start one."));
  console.log();

  const judged: Judged = { entry, loaded, file };
  const program = await debugProgram(file, Object.keys(problem.stub));
  const call = "message" in program ? program : inThisProcess(problem, program);
  if (typeof call !== "function") {
    const unstarted = { seed: 0, runs: 0, shrinks: 0, ms: 0 };
    console.log(verdictLines(judged, { word: "load-error", failure: call, ...unstarted }).join("\n"));
    process.exitCode = 1;
    return;
  }
  const [reference] = runHere(problem, loaded.approaches[fastestOf(loaded)]!, { input, seed: 0, times: 1 });
  const wanted = reference?.kind === "returned" ? reference.output : undefined;
  const outcomes = [call(input)];
  let refusal = refusalOf(problem, input, outcomes, wanted);
  if (!refusal) {
    // Only now, so that a wrong answer is stepped through once.
    console.log(dim("The first call is right. Once more with the same input, as the judge does:"));
    outcomes.push(call(input));
    refusal = refusalOf(problem, input, outcomes, wanted);
  }
  console.log(callLines(judged, input, { outcomes, wanted, refusal }).join("\n"));
  if (refusal) process.exitCode = 1;
}

/** The file itself where one is named, so that editors can say which one is open; the attempt otherwise. */
function fileOf(name: string, entry: Entry): string {
  if (name.endsWith(".ts") && existsSync(name)) return resolve(name);
  return attemptPath(entry, approachNamed(name));
}

function chosen(entry: Entry, problem: Problem, args: readonly string[]): [which: string, input: unknown[]] {
  if (args.length > 0) return ["your input", givenInput(entry, problem, args)];
  const saved = savedCases(entry).find((input) => illegal(problem, input) === undefined);
  return saved ? ["the newest input that failed", saved] : ["the first example", problem.examples[0]!.input];
}

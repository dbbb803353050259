import { readFileSync } from "node:fs";
import type { Verdict } from "#lab/judge/verdict.ts";
import { type Observed, scheduleIn } from "#lab/problem/observation.ts";
import { notation } from "#lab/problem/notation.ts";
import { declarationIn, type Place } from "./declaration.ts";
import { inputText } from "./input-text.ts";
import { shortened } from "./path.ts";
import { type Judged, titles } from "./verdict.ts";

/**
 * The verdict on one line, "file:line:column: severity: message", as editors read it from compilers. What is accepted at
 * the growth asked for has no place in the file to look at: its line is the title alone, and no matcher takes it.
 */
export function problemLine(judged: Judged, verdict: Verdict): string {
  const title = `${judged.entry.slug}: ${titles[verdict.word]}`;
  const explained = explanation(judged, verdict);
  if (explained === undefined) return title;
  const { file, line, column } = place(judged, verdict);
  const message = `${title}${explained}`.replaceAll(/\s*\n\s*/g, " ");
  return `${shortened(file)}:${line}:${column}: ${severity(verdict)}: ${message}`;
}

/** Values longer than this are cut: the whole verdict is one command away. */
const longest = 80;

function explanation({ loaded: { problem } }: Judged, verdict: Verdict): string | undefined {
  const { word, counterexample, growth, failure, fault, runs } = verdict;
  switch (word) {
    case "accepted": {
      if (growth?.ok !== false) return undefined;
      const { measured, wanted, workload } = growth;
      return `, but at the growth ${measured} on the workload "${workload}", where ${wanted === "1" ? "constant time" : wanted} can be reached`;
    }
    case "load-error":
      return `: ${failure!.message}`;
    case "undecided":
      return `: the lab ran out of time after ${runs} inputs, none of which fails`;
    case "lab-error":
      return `: ${fault?.split("\n")[0] ?? "unknown"}`;
    case "not-implemented":
      return `: ${counterexample!.message}`;
    default: {
      const { input, check, message } = counterexample!;
      const output = "output" in counterexample! ? counterexample.output : undefined;
      const returned =
        scheduleIn(output) !== undefined
          ? `${(output as Observed).ending}, `
          : "output" in counterexample!
            ? `returned ${notation(output, longest)}, `
            : "";
      const why = message === `breaks the law "${check}"` ? `broken law "${check}"` : message;
      return ` for ${inputText(problem, input, longest)}: ${returned}${why}`;
    }
  }
}

function severity({ word }: Verdict): "error" | "warning" | "info" {
  if (word === "not-implemented") return "info";
  return word === "accepted" || word === "undecided" ? "warning" : "error";
}

/** Where the file does not load, where it threw, or else where the entry point is declared. */
function place({ loaded, file }: Judged, { counterexample, failure }: Verdict): Place & { file: string } {
  if (failure) return { file: failure.file, line: failure.line ?? 1, column: failure.column ?? 1 };
  for (const frame of counterexample?.stack?.split("\n") ?? []) {
    const [, path, line, column] = /\((.+):(\d+):(\d+)\)$/.exec(frame) ?? [];
    if (path === file) return { file, line: Number(line), column: Number(column) };
  }
  return { file, ...declarationIn(readFileSync(file, "utf8"), Object.keys(loaded.problem.stub)) };
}

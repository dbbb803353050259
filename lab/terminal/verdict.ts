import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Entry, LoadedProblem } from "#lab/catalogue/catalogue.ts";
import type { Counterexample, Verdict, Word } from "#lab/judge/verdict.ts";
import { headingIn } from "#lab/notes/heading.ts";
import type { Problem } from "#lab/problem/problem.ts";
import { inputLines, outputLines } from "./input.ts";
import { loadFailureLines } from "./load-failure.ts";
import { shortened } from "./path.ts";
import { rows } from "./rows.ts";
import { bold, dim, green, red, yellow } from "./style.ts";

const titles: Readonly<Record<Word, string>> = {
  accepted: "accepted",
  "wrong-answer": "wrong answer",
  "runtime-error": "runtime error",
  "time-limit": "takes too long",
  "memory-limit": "takes too much memory",
  "input-modified": "changes its input",
  "not-implemented": "not solved yet",
  "load-error": "cannot be loaded",
  undecided: "undecided",
  "lab-error": "a fault of the lab's own",
};

/** What a verdict was given on. */
export interface Judged {
  readonly entry: Entry;
  readonly loaded: LoadedProblem;
  readonly file: string;
}

/** A verdict as it is shown to a person. */
export function verdictLines({ entry, loaded, file }: Judged, verdict: Verdict): string[] {
  const { problem } = loaded;
  const { counterexample } = verdict;
  const lines = [title(entry, verdict), ""];
  switch (verdict.word) {
    case "accepted":
      return [...lines, ...acceptedLines(verdict)];
    case "not-implemented":
      lines.push(`  Write it in ${bold(shortened(file))}. The first example:`, "");
      return [
        ...lines,
        ...inputLines(problem, counterexample!.input),
        ...wantedLines(problem, counterexample!),
      ];
    case "load-error":
      return [...lines, ...loadFailureLines(verdict.failure!, signatures(entry))];
    case "undecided":
      return [
        ...lines,
        `  The lab ran out of time after ${verdict.runs} inputs, none of which fails. Try again when the machine is less busy.`,
      ];
    case "lab-error":
      return [
        ...lines,
        "  This is not your solution's fault. Please report it with these lines:",
        "",
        ...indented(verdict.fault ?? ""),
      ];
    default:
      return [...lines, ...counterexampleLines(problem, counterexample!), ...mistakeLines(entry, verdict)];
  }
}

function title({ slug }: Entry, { word, growth }: Verdict): string {
  const slow = growth?.ok === false ? ", but not at the growth asked for" : "";
  const text = `${slug}: ${titles[word]}${slow}`;
  if (word === "accepted") return bold(growth?.ok === false ? yellow(text) : green(text));
  return bold(word === "not-implemented" || word === "undecided" ? yellow(text) : red(text));
}

function acceptedLines({ growth, runs, ms }: Verdict): string[] {
  const tried = dim(`  ${runs} inputs in ${(ms / 1000).toFixed(1)} s`);
  if (!growth) return [tried];
  if (growth.ok)
    return [
      `  It grows ${as(growth.measured)}${growth.measured === growth.wanted ? ", as asked for" : `; ${growth.wanted} was asked for`}.`,
      tried,
    ];
  return [
    `  Every answer is right, but it grows ${as(growth.measured)} where ${bold(growth.wanted)} can be reached.`,
    `  Slowest on the workload "${growth.workload}".`,
    tried,
  ];
}

/** "as n²", or "faster than n" where it was too slow to be measured. */
function as(measured: string): string {
  return measured.startsWith("more than ")
    ? bold(measured.replace("more", "faster"))
    : `as ${bold(measured)}`;
}

function counterexampleLines(problem: Problem, counterexample: Counterexample): string[] {
  const { input, output, wanted, check, message, stack, printed } = counterexample;
  const law = message === `breaks the law "${check}"` ? [] : [["because", message] as const];
  return [
    ...inputLines(problem, input, output, problem.severalAnswers ? undefined : wanted),
    ...(problem.layout === "operations" ? [""] : []),
    ...("output" in counterexample ? outputLines(problem, "returned", output) : []),
    ...wantedLines(problem, counterexample),
    ...rows([["broken law", bold(check)], ...law]),
    ...(stack ? rows([["at", stack.split("\n").map(shortFrame).join("\n")]]) : []),
    ...(printed === undefined ? [] : rows([["printed", printed.trimEnd()]])),
  ];
}

function wantedLines(problem: Problem, { wanted }: Counterexample): string[] {
  return wanted === undefined
    ? []
    : outputLines(problem, "wanted", wanted, problem.severalAnswers ? "for example" : "");
}

function mistakeLines({ folder }: Entry, { mistake }: Verdict): string[] {
  if (mistake === undefined) return [];
  const explained = headingIn(folder, mistake);
  return [
    "",
    ...rows([
      ["known as", bold(mistake)],
      ...(explained === undefined ? [] : [["explained", shortened(explained)] as const]),
    ]),
  ];
}

/** The stub's own declarations of the entry points. */
function signatures({ folder }: Entry): string[] {
  const stub = readFileSync(join(folder, "stub.ts"), "utf8");
  return [...stub.matchAll(/^export (.*?)(?: \{)?$/gm)].map(([, declaration]) => declaration!);
}

function shortFrame(frame: string): string {
  return frame.replace(
    /\((.*?)(:\d+:\d+)\)$/,
    (_, path: string, position: string) => `(${shortened(path)}${position})`,
  );
}

function indented(text: string): string[] {
  return text.split("\n").map((line) => `  ${line}`);
}

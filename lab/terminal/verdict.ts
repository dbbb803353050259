import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Entry, LoadedProblem } from "#lab/catalogue/catalogue.ts";
import type { Counterexample, Verdict, Word } from "#lab/judge/verdict.ts";
import type { Remembered } from "#lab/journal/remember.ts";
import { headingIn } from "#lab/notes/heading.ts";
import type { Problem } from "#lab/problem/problem.ts";
import { caseLines } from "./input.ts";
import { loadFailureLines } from "./load-failure.ts";
import { shortened } from "./path.ts";
import { type Row, rows, sentence } from "./rows.ts";
import { scheduleLines } from "./schedule.ts";
import { bold, dim, green, red, yellow } from "./style.ts";

/** What each word is called on the screen. */
export const titles: Readonly<Record<Word, string>> = {
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
  /** In an interview: whatever tells how the problem is solved is left out. */
  readonly hidesNotes?: boolean;
}

/** A verdict as it is shown to a person. */
export function verdictLines(
  { entry, loaded, file, hidesNotes = false }: Judged,
  verdict: Verdict,
): string[] {
  const { problem } = loaded;
  const { counterexample } = verdict;
  const lines = [title(entry, verdict), ""];
  switch (verdict.word) {
    case "accepted":
      return [...lines, ...acceptedLines(loaded, verdict, hidesNotes)];
    case "not-implemented": {
      const { message } = counterexample!;
      const what =
        message === "it is still the stub" ? `Write it in ${bold(shortened(file))}.` : `${message}.`;
      const { input, wanted } = counterexample!;
      return [...lines, sentence(`${what} The first example:`), "", ...caseLines(problem, { input, wanted })];
    }
    case "load-error":
      return [...lines, ...loadFailureLines(verdict.failure!, signatures(entry))];
    case "undecided":
      return [
        ...lines,
        sentence(
          `The lab ran out of time after ${verdict.runs} inputs, none of which fails. Try again when the machine is less busy.`,
        ),
      ];
    case "lab-error":
      return [
        ...lines,
        sentence("This is not your solution's fault. Please report it with these lines:"),
        "",
        ...indented(verdict.fault ?? ""),
      ];
    default:
      return [
        ...lines,
        ...counterexampleLines(problem, counterexample!),
        ...(hidesNotes ? [] : mistakeLines(entry, verdict)),
      ];
  }
}

function title({ slug }: Entry, { word, growth }: Verdict): string {
  const slow = growth?.ok === false ? ", but not at the growth asked for" : "";
  const text = `${slug}: ${titles[word]}${slow}`;
  if (word === "accepted") return bold(growth?.ok === false ? yellow(text) : green(text));
  return bold(word === "not-implemented" || word === "undecided" ? yellow(text) : red(text));
}

function acceptedLines(
  { problem, folder }: LoadedProblem,
  { growth, runs, ms }: Verdict,
  hidesNotes: boolean,
): string[] {
  const compare = hidesNotes ? "" : ` Compare: ${shortened(join(folder, "NOTES.md"))}`;
  const tried = dim(`  ${runs} inputs in ${(ms / 1000).toFixed(1)} s.${compare}`);
  if (!growth) return [tried];
  const perCall = problem.methods ? " per call" : "";
  if (growth.ok) {
    const asked = growth.measured === growth.wanted ? "as asked for" : `where ${growth.wanted} was asked for`;
    return [sentence(`It ${grows(growth.measured)}${perCall}, ${asked}.`), tried];
  }
  const better = bold(growth.wanted === "1" ? "constant time" : growth.wanted);
  const { unanswered } = growth;
  const answers =
    unanswered === undefined
      ? "Every answer is right"
      : `Every answer it gave is right, but none came in time at n = ${unanswered}`;
  return [
    sentence(
      `${answers}${unanswered === undefined ? ", but" : ":"} it ${grows(growth.measured)}${perCall} where ${better} can be reached.`,
    ),
    sentence(`Slowest on the workload "${growth.workload}".`),
    tried,
  ];
}

/** "grows as n²", "takes constant time", or "grows faster than n" where it was too slow to be measured. */
function grows(measured: string): string {
  if (measured === "1") return bold("takes constant time");
  return `grows ${measured.startsWith("more than ") ? bold(measured.replace("more", "faster")) : `as ${bold(measured)}`}`;
}

function counterexampleLines(problem: Problem, counterexample: Counterexample): string[] {
  const { check, message, stack, printed } = counterexample;
  const below: Row[] = [["broken law", bold(check)]];
  if (message !== `breaks the law "${check}"`) below.push(["because", message]);
  if (stack) below.push(["at", stack.split("\n").map(shortFrame).join("\n")]);
  if (printed !== undefined) below.push(["printed", firstLines(printed)]);
  return [...caseLines(problem, counterexample, below), ...scheduleLines(counterexample.output)];
}

/** Longer printing would push what it is about off the screen. */
const printedLines = 8;

function firstLines(printed: string): string {
  const lines = printed.trimEnd().split("\n");
  const more = lines.length - printedLines;
  if (more <= 0) return lines.join("\n");
  return [...lines.slice(0, printedLines), dim(`… ${more} more line${more === 1 ? "" : "s"}`)].join("\n");
}

function mistakeLines({ folder }: Entry, { mistake }: Verdict): string[] {
  if (mistake === undefined) return [];
  const explained = headingIn(folder, mistake);
  const known: Row[] = [["known as", bold(mistake)]];
  return ["", ...rows(explained === undefined ? known : [...known, ["explained", shortened(explained)]])];
}

/** What was written down about a verdict, and how to see its counterexample again. */
export function rememberedLines(
  { slug }: Entry,
  { seed, path }: Verdict,
  { saved, fault }: Remembered,
): string[] {
  const lines: string[] = [];
  if (saved !== undefined)
    lines.push(sentence(dim(`Saved in ${shortened(saved)}: the next check begins with this input.`)));
  if (fault !== undefined) lines.push(sentence(`Nothing could be saved: ${fault}.`));
  // On a line of its own and never wrapped, so that it can be copied.
  if (path !== undefined)
    lines.push(`  ${dim("Replay it with")} ${bold(`npx lab check ${slug} --seed ${seed} --path ${path}`)}`);
  return lines;
}

/** What the compiler says about an attempt, where it says anything. */
export function adviceLines(advice: readonly string[]): string[] {
  if (advice.length === 0) return [];
  return [
    "",
    `  ${dim("The compiler's advice, which changes no verdict:")}`,
    ...advice.map((line) => `  ${line}`),
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

import { equal } from "#lab/problem/compare.ts";
import type { Operations, Results } from "#lab/problem/design.ts";
import { notation } from "#lab/problem/notation.ts";
import type { Problem } from "#lab/problem/problem.ts";
import { scheduleIn } from "#lab/problem/observation.ts";
import { type Row, rows } from "./rows.ts";
import { dim, red } from "./style.ts";

/** What there is to show of one input; a right answer may be known before anything came back. */
export interface Case {
  readonly input: unknown[];
  readonly output?: unknown;
  readonly wanted?: unknown;
}

/** Longer values are cut on the screen; the whole of them is in the saved case. */
const longest = 600;

/** An input in the problem's own words, what came back and what is wanted, with more rows below. */
export function caseLines(problem: Problem, shown: Case, below: readonly Row[] = []): string[] {
  const { input, output, wanted } = shown;
  if (problem.methods) {
    const results = [output, problem.severalAnswers && "output" in shown ? undefined : wanted] as (
      Results | undefined
    )[];
    return [
      ...operationLines(input as Operations, ...results),
      ...(below.length > 0 ? ["", ...rows(below)] : []),
    ];
  }
  const names = Object.keys(problem.takes);
  return rows([
    ...input.map((value, i): Row => [names[i] ?? "", notation(value, longest)]),
    ...("output" in shown ? [outputRow(problem, "returned", output)] : []),
    ...(wanted === undefined || looksRight(problem, shown)
      ? []
      : [outputRow(problem, "wanted", wanted, problem.severalAnswers ? "for example" : "")]),
    ...below,
  ]);
}

/** What is wrong with a schedule may be in its table alone; to show the same twice would puzzle. */
function looksRight(problem: Problem, { output, wanted }: Case): boolean {
  const text = (value: unknown): unknown => outputRow(problem, "", value)[1];
  return scheduleIn(output) !== undefined && text(output) === text(wanted);
}

function outputRow({ returns }: Problem, label: string, output: unknown, remark = ""): Row {
  const note = remark === "" ? "" : dim(`  ${remark}`);
  const shown = (value: unknown): string => notation(value, longest);
  if (typeof returns === "string" || typeof output !== "object" || output === null)
    return [label, `${shown(output)}${note}`];
  const isScheduled = scheduleIn(output) !== undefined;
  const parts = Object.keys(returns).flatMap((name) => {
    const value: unknown = output[name as never];
    if (!isScheduled) return [`${name} = ${shown(value)}`];
    // The schedule is shown as a table, and tables beside it say the same.
    if (name === "schedule" || notation(value).startsWith("[[")) return [];
    return [name === "ending" ? String(value) : `${name} = ${shown(value)}`];
  });
  return [label, `${parts.join("\n")}${note}`];
}

/** Scripts of more lines are shown from where they begin to matter. */
const mostLines = 24;

/** More equal calls in a row than this share a line. */
const mostAlike = 3;

function operationLines([names, args]: Operations, output?: Results, wanted?: Results): string[] {
  const calls = names.map(
    (name, i) => `${i === 0 ? "new " : ""}${name}(${args[i]!.map((arg) => notation(arg)).join(", ")})`,
  );
  const column = Math.max(...calls.map((call) => call.length)) + 8;
  const results = (from: number, to: number): string => {
    const [got, expected] = [output?.slice(from, to), wanted?.slice(from, to)];
    const shown = (values: Results): string => notation(values.length === 1 ? values[0] : values, 60);
    const isVoid = [...(got ?? []), ...(expected ?? [])].every((result) => result === null);
    if (from === 0 || isVoid) return "";
    if (!got) return `${dim("wanted")} ${shown(expected!)}`;
    const differs = expected && !equal(expected, got) ? `   ${red(`wanted ${shown(expected)}`)}` : "";
    return `${dim("→")} ${shown(got)}${differs}`;
  };
  const lines: string[] = [];
  for (let from = 0, to = 0; from < calls.length; from = to) {
    while (calls[to] === calls[from]) to++;
    if (to - from <= mostAlike) to = from + 1;
    const call = to - from > 1 ? `${calls[from]!} × ${to - from}` : calls[from]!;
    lines.push(`  ${call.padEnd(column)}${results(from, to)}`.trimEnd());
  }
  if (lines.length <= mostLines) return lines;
  return [lines[0]!, dim(`  … ${lines.length - mostLines} more lines`), ...lines.slice(1 - mostLines)];
}

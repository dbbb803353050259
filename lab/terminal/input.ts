import { equal } from "#lab/problem/compare.ts";
import { notation } from "#lab/problem/notation.ts";
import type { Problem } from "#lab/problem/problem.ts";
import type { Operations, Results } from "#lab/problem/design.ts";
import { rows } from "./rows.ts";
import { dim, red } from "./style.ts";

/** Longer values are cut on the screen; the whole of them is in the saved case. */
const longest = 600;

/** An input in the problem's own words: its arguments by name, or its calls line by line. */
export function inputLines(problem: Problem, input: unknown[], output?: unknown, wanted?: unknown): string[] {
  if (problem.layout === "operations")
    return operationLines(input as Operations, output as Results | undefined, wanted as Results | undefined);
  const names = Object.keys(problem.takes);
  return rows(input.map((value, i) => [names[i] ?? "", notation(value, longest)]));
}

/** An output; one line for each of its parts where it has several. */
export function outputLines(problem: Problem, label: string, output: unknown, remark = ""): string[] {
  if (problem.layout === "operations") return [];
  const note = remark === "" ? "" : dim(`  ${remark}`);
  const parts = typeof problem.returns === "string" ? undefined : Object.keys(problem.returns);
  const shown = (value: unknown): string => notation(value, longest);
  if (!parts || typeof output !== "object" || output === null)
    return rows([[label, `${shown(output)}${note}`]]);
  const text = parts.map((name) => `${name} = ${shown(output[name as never])}`).join("\n");
  return rows([[label, `${text}${note}`]]);
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
    const got = output?.slice(from, to);
    const expected = wanted?.slice(from, to);
    if (from === 0 || !got || [...got, ...(expected ?? [])].every((result) => result === null)) return "";
    const shown = (values: Results): string => notation(values.length === 1 ? values[0] : values, 60);
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

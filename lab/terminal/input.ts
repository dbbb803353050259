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

/** Scripts longer than this are shown from where they begin to matter. */
const mostLines = 24;

function operationLines([names, args]: Operations, output?: Results, wanted?: Results): string[] {
  const calls = names.map(
    (name, i) => `${i === 0 ? "new " : ""}${name}(${args[i]!.map((arg) => notation(arg)).join(", ")})`,
  );
  const column = Math.max(...calls.map((call) => call.length)) + 3;
  const results = calls.map((call, i) => {
    const got = output?.[i];
    if (!output || i === 0 || (got === null && (wanted?.[i] ?? null) === null)) return `  ${call}`;
    const expected =
      wanted === undefined || wanted[i] === got ? "" : `   ${red(`wanted ${notation(wanted[i])}`)}`;
    return `  ${call.padEnd(column)}${dim("→")} ${notation(got)}${expected}`;
  });
  if (results.length <= mostLines) return results;
  return [results[0]!, dim(`  … ${results.length - mostLines} more calls`), ...results.slice(1 - mostLines)];
}

import { scheduleIn } from "#lab/problem/observation.ts";
import { bold, dim, width } from "./style.ts";

const gap = 3;

interface Cell {
  readonly column: number;
  readonly did: string;
  readonly came: string;
  readonly line: string;
}

/** Who did what, as a table with a column for each goroutine; one below the other where the screen is too narrow. */
export function scheduleLines(output: unknown): string[] {
  const schedule = scheduleIn(output) ?? [];
  if (schedule.length === 0) return [];
  const names = [...new Set(schedule.map(([name]) => name!))].filter((name) => name !== "");
  const cells = schedule.map(([name, did, came, line]): Cell => {
    return {
      column: names.indexOf(name!),
      did: did!,
      came: came === "" ? "" : `→ ${came!}`,
      line: line ?? "",
    };
  });
  const title = dim("  The schedule that breaks it, with the lines of your file:");
  return [
    "",
    title,
    "",
    ...(inColumns(names, cells, true) ?? inColumns(names, cells, false) ?? inRows(names, cells)),
  ];
}

/** What came of a step stands beside it, or below it to save room; undefined when it does not fit. */
function inColumns(names: readonly string[], cells: readonly Cell[], beside: boolean): string[] | undefined {
  const texts = cells.map(({ did, came }) =>
    beside ? [`${did} ${came}`.trimEnd()] : [did, ...(came === "" ? [] : [`  ${came}`])].filter(Boolean),
  );
  const widths = names.map((name, column) =>
    Math.max(
      name.length,
      ...cells.flatMap((cell, i) => (cell.column === column ? texts[i]!.map((text) => text.length) : [])),
    ),
  );
  const margin = Math.max(...cells.map(({ line }) => line.length));
  if (2 + margin + gap + widths.reduce((sum, w) => sum + w + gap, 0) - gap > width()) return undefined;
  const row = (line: string, filled: number, text: string): string => {
    const before = widths.slice(0, Math.max(0, filled)).reduce((sum, w) => sum + w + gap, 0);
    return `  ${dim(line.padStart(margin))}${" ".repeat(gap + before)}${text}`.trimEnd();
  };
  const head = names
    .map((name, i) => bold(name) + " ".repeat(widths[i]! - name.length))
    .join(" ".repeat(gap));
  return [
    `  ${" ".repeat(margin + gap)}${head}`.trimEnd(),
    ...cells.flatMap(({ column, line }, i) =>
      texts[i]!.map((text, k) => row(k === 0 ? line : "", column, colored(text))),
    ),
  ];
}

function inRows(names: readonly string[], cells: readonly Cell[]): string[] {
  const margin = Math.max(...cells.map(({ line }) => line.length));
  const longest = Math.max(...names.map((name) => name.length));
  return cells.map(({ column, did, came, line }, i) => {
    const name = names[column] ?? "";
    const again = cells[i - 1]?.column === column;
    const who = again ? " ".repeat(longest) : bold(name) + " ".repeat(longest - name.length);
    return `  ${dim(line.padStart(margin))}   ${who}   ${colored(`${did} ${came}`.trimEnd())}`.trimEnd();
  });
}

function colored(text: string): string {
  return text.replace(/→ .*/, (came) => dim(came));
}

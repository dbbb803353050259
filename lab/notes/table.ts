import { stripVTControlCharacters } from "node:util";
import wrapAnsi from "wrap-ansi";
import { bold } from "#lab/terminal/style.ts";
import { borderlessTable } from "#lab/terminal/table.ts";

/** Between two columns. */
const gap = 2;
/** A column that had to be narrower than this would be hard to read. */
const narrowest = 12;

/** A table in so many columns; where it cannot be made to fit, each row as lines of "heading: cell". */
export function tableLines(
  header: readonly string[],
  rows: readonly (readonly string[])[],
  room: number,
): string[] {
  const all = [header, ...rows];
  const widths = header.map((_, i) => Math.max(...all.map((row) => lengthOf(row[i] ?? ""))));
  const spare = room - widths.reduce((sum, each) => sum + each + gap, 0);
  if (spare < 0) {
    const widest = widths.indexOf(Math.max(...widths));
    widths[widest] = widths[widest]! + spare;
    if (widths[widest] < narrowest) return rows.flatMap((row) => record(header, row, room));
  }
  const wrapped = (row: readonly string[]): string[] =>
    row.map((cell, i) => wrapAnsi(cell, widths[i]!, { hard: true }));
  const rule = widths.map((each) => "─".repeat(each));
  return borderlessTable([header.map((cell) => bold(cell)), rule, ...rows].map(wrapped));
}

function record(
  header: readonly string[],
  [first = "", ...others]: readonly string[],
  room: number,
): string[] {
  const wrapped = (text: string, indent: string): string[] =>
    wrapAnsi(text, room - indent.length, { hard: true })
      .split("\n")
      .map((line) => indent + line);
  const lines = others.map((cell, i) => (cell === "" ? [] : wrapped(`${header[i + 1]!}: ${cell}`, "  ")));
  return [...wrapped(bold(first), ""), ...lines.flat()];
}

function lengthOf(cell: string): number {
  return stripVTControlCharacters(cell).length;
}

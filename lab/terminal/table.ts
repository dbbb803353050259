import Table, { type CellOptions } from "cli-table3";

type Row = (string | CellOptions)[];

/** Lines of a table without lines around it. */
export function borderlessTable(rows: readonly Row[]): string[] {
  const style = { "padding-left": 2, "padding-right": 0, head: [] };
  const table = new Table({ chars: borderless, style });
  table.push(...rows);
  return table.toString().replaceAll(/ +$/gm, "").split("\n");
}

const parts = [
  "top",
  "top-mid",
  "top-left",
  "top-right",
  "bottom",
  "bottom-mid",
  "bottom-left",
  "bottom-right",
];
const inner = ["left", "left-mid", "mid", "mid-mid", "right", "right-mid", "middle"];
const borderless = Object.fromEntries([...parts, ...inner].map((part) => [part, ""]));

import wrapAnsi from "wrap-ansi";
import { dim, width } from "./style.ts";

export type Row = readonly [label: string, text: string];

/** Lines of "  label   text", the labels in one column and long texts wrapped beside them. */
export function rows(pairs: readonly Row[]): string[] {
  const column = Math.max(10, ...pairs.map(([label]) => label.length)) + 2;
  return pairs.flatMap(([label, text]) => {
    const lines = wrapAnsi(text, Math.max(20, width() - column - 2), { hard: true, trim: false }).split("\n");
    return lines.map((line, i) => `  ${dim((i === 0 ? label : "").padEnd(column))}${line}`.trimEnd());
  });
}

/** A sentence, indented by two and wrapped. */
export function sentence(text: string): string {
  return wrapAnsi(text, Math.max(20, width() - 2), { hard: true })
    .split("\n")
    .map((line) => `  ${line}`)
    .join("\n");
}

import { readFileSync } from "node:fs";
import type { LoadFailure } from "#lab/sandbox/outcome.ts";
import { shortened } from "./path.ts";
import { rows } from "./rows.ts";
import { bold, dim } from "./style.ts";

/** Why a file could not be loaded: where, what was found there, and what is wanted. */
export function loadFailureLines(
  { message, file, line, column, found }: LoadFailure,
  wanted: readonly string[],
): string[] {
  const position = line === undefined ? "" : `:${line}:${column ?? 1}`;
  return [
    `  ${bold(message)}`,
    `  ${shortened(file)}${position}`,
    ...(line === undefined ? [] : ["", ...sourceLines(file, line, column ?? 1)]),
    "",
    ...rows([
      // What does not parse has not been searched for names.
      ...(line !== undefined && found.length === 0
        ? []
        : [["found", found.join(", ") || "no names at the top level"] as const]),
      ["wanted", wanted.join("\n")],
    ]),
  ];
}

/** The line and its two neighbours, with a mark below the column. */
function sourceLines(file: string, line: number, column: number): string[] {
  const source = readFileSync(file, "utf8").split("\n");
  const shown = [line - 1, line, line + 1].filter((n) => n >= 1 && n <= source.length);
  const margin = String(line + 1).length;
  return shown.flatMap((n) => {
    const text = `  ${dim(`${String(n).padStart(margin)} |`)} ${source[n - 1]!}`;
    return n === line
      ? [
          text,
          `  ${dim(`${" ".repeat(margin)} |`)} ${source[n - 1]!.slice(0, column - 1).replaceAll(/[^\t]/g, " ")}${bold("^")}`,
        ]
      : [text];
  });
}

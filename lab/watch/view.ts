import wrapAnsi from "wrap-ansi";
import { shortened } from "#lab/terminal/path.ts";
import { bold, dim, width, yellow } from "#lab/terminal/style.ts";
import { adviceLines, rememberedLines, verdictLines } from "#lab/terminal/verdict.ts";
import { actions } from "./actions.ts";
import type { Session } from "./session.ts";

/** A window with fewer rows is for the verdict. */
const fewRows = 16;

/** The problem, its file, and whether it is being judged. */
export function headerLines(session: Session, columns: number, rows: number): string[] {
  const { entry, file, statement, isJudging, judged } = session;
  const state = isJudging
    ? yellow("judging …")
    : judged
      ? dim(`judged at ${judged.at.toLocaleTimeString()}`)
      : "";
  const name = `${bold(entry.title)} ${dim(`(${entry.difficulty})`)}`;
  const where = `${dim("statement")} ${shortened(statement)}`;
  if (rows < fewRows) return [`${name}  ${state}`];
  return [
    `${name}  ${state}`,
    `${dim("your file")} ${shortened(file)}   ${where}`,
    dim("─".repeat(Math.max(1, columns))),
  ];
}

/** What stands above the first verdict where nothing is drawn over. */
export function plainLines({ entry, file, statement }: Session): string[] {
  const keys = actions.map(({ key, legend }) => `${key} ${legend}`).join(", ");
  return [
    `${entry.title} (${entry.difficulty})`,
    `Your file: ${shortened(file)}`,
    `Statement: ${shortened(statement)}`,
    ...(process.stdin.isTTY ? [`Keys: ${keys}`] : []),
  ].map(wrappedToWindow);
}

function wrappedToWindow(line: string): string {
  return wrapAnsi(line, width(), { hard: true });
}

/** The last verdict; it stays in view while you type and while the next one is awaited. */
export function bodyLines({ entry, loaded, file, hidesNotes, judged }: Session): string[] {
  if (!judged) return [];
  const { verdict, remembered, advice } = judged;
  const notes = remembered.fault === undefined ? [] : rememberedLines(entry, verdict, remembered);
  return [
    ...verdictLines({ entry, loaded, file, hidesNotes }, verdict),
    ...notes,
    ...adviceLines(advice),
  ].flatMap((line) => line.split("\n"));
}

const unbroken = "\u00a0";

export function footerLines(columns: number, rows: number): string[] {
  const keys = actions
    .filter(({ key }) => rows >= fewRows || key === "?" || key === "q")
    .map(({ key, legend }) => `${bold(key)}${unbroken}${dim(legend)}`);
  const line = keys.join("  ");
  return rows < fewRows ? [line] : [dim("─".repeat(Math.max(1, columns))), line];
}

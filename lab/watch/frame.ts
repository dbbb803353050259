import wrapAnsi from "wrap-ansi";
import { dim } from "#lab/terminal/style.ts";

/** What is on the screen, from top to bottom. */
export interface Parts {
  readonly header: readonly string[];
  /** The verdict: it stays in view. */
  readonly body: readonly string[];
  /** What the last key asked for. */
  readonly panel: readonly string[];
  /** The first lines of the panel that have been scrolled away. */
  readonly scrolled: number;
  readonly footer: readonly string[];
}

/** The lines that fit into a window; what does not fit is cut, the panel before the verdict, and says so. */
export function framed(
  { header, body, panel, scrolled, footer }: Parts,
  columns: number,
  rows: number,
): string[] {
  const [top, below, bottom] = [header, body, footer].map((lines) => wrapped(lines, columns)) as [
    string[],
    string[],
    string[],
  ];
  const asked = wrapped(panel, columns);
  const room = Math.max(1, rows - top.length - bottom.length - 1);
  const forPanel =
    asked.length === 0 ? 0 : Math.min(asked.length + 1, Math.max(room - below.length, Math.floor(room / 2)));
  const forBody = room - forPanel;
  const shownPanel =
    forPanel === 0
      ? []
      : ["", ...cut(asked.slice(Math.min(scrolled, asked.length - 1)), forPanel - 1, "↓ for more")];
  const shown = [...top, ...cut(below, forBody, "in a taller window"), ...shownPanel];
  const gap = Array.from({ length: Math.max(0, rows - shown.length - bottom.length) }, () => "");
  return [...shown, ...gap, ...bottom].slice(0, rows);
}

function wrapped(lines: readonly string[], columns: number): string[] {
  return lines.flatMap((line) => wrapAnsi(line, columns, { hard: true, trim: false }).split("\n"));
}

function cut(lines: readonly string[], room: number, how: string): string[] {
  if (lines.length <= room) return [...lines];
  const hidden = lines.length - room + 1;
  return [
    ...lines.slice(0, Math.max(0, room - 1)),
    dim(`  … ${hidden} more line${hidden === 1 ? "" : "s"} ${how}`),
  ].slice(0, room);
}

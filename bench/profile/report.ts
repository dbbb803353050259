import { readFileSync } from "node:fs";
import { shortened } from "#lab/terminal/path.ts";
import { bold, dim, width } from "#lab/terminal/style.ts";
import { borderlessTable } from "#lab/terminal/table.ts";
import { bytes, duration, share } from "#bench/report/numbers.ts";
import type { Calls, Chosen, Kind } from "./messages.ts";
import type { Line, Row, Summary } from "./summary.ts";

/** A profile, and what it is of. */
export interface Shown extends Chosen, Calls {
  readonly problem: string;
  readonly file: string;
  /** The approach in that file, unless it is an attempt. */
  readonly pick?: string;
  readonly kind: Kind;
  readonly summary: Summary;
}

/** Functions and lines below this share are not worth a row. */
const leastShare = 0.005;
const mostFunctions = 12;
const mostLines = 6;

/** "two-sum.ts: where the time goes". */
export function titleOf({ problem, file, pick, kind }: Shown): string {
  const subject = pick === undefined ? shortened(file) : `${problem}, approach "${pick}"`;
  return `${subject}: ${kind === "cpu" ? "where the time goes" : "where memory is allocated"}`;
}

/** What was called, and how often: one sentence. */
export function circumstances({ kind, workload, n, calls, ms, summary }: Shown): string {
  const often = `On the workload "${workload}" with n = ${n}, called ${calls === 1 ? "once" : `${calls} times`}`;
  if (kind === "heap") {
    const { total } = summary.tree;
    return `${often}: about ${bytes(total)} allocated, ${bytes(total / calls)} for each call.`;
  }
  const error = Math.ceil(100 / Math.sqrt(Math.max(1, summary.samples)));
  const points = error === 1 ? "1 point" : `${error} points`;
  return `${often} in ${duration(ms)}; ${summary.samples} samples, so a share may be off by ${points}.`;
}

/** For programs; costs are microseconds or bytes of all calls together. */
export function profileJson({ problem, file, pick, kind, workload, n, calls, ms, summary }: Shown): object {
  const { tree, lab, samples, functions, lines } = summary;
  const subject = { problem, file, ...(pick !== undefined && { approach: pick }) };
  const unit = kind === "cpu" ? "µs" : "bytes";
  return {
    ...subject,
    kind,
    unit,
    workload,
    n,
    calls,
    ms,
    samples,
    total: tree.total,
    lab,
    functions,
    lines,
  };
}

/** The functions, the lines, and what the lab took. */
export function reportLines(shown: Shown): string[] {
  const { kind, pick, summary } = shown;
  const { tree, functions, lines, lab } = summary;
  const amount = kind === "cpu" ? (us: number) => duration(us / 1000) : bytes;
  const head = [bold(titleOf(shown)), circumstances(shown), ""];
  if (tree.total === 0) return [...head, `  ${nothing[kind]}`];
  const listed = functions.filter(({ total }) => total >= leastShare * tree.total).slice(0, mostFunctions);
  const rows = listed.map(({ name, place, self, total }: Row) => [
    right(amount(self)),
    right(share(self, tree.total)),
    right(amount(total)),
    right(share(total, tree.total)),
    name,
    dim(place ? `${shortened(place.file)}:${place.line}` : name.startsWith("(") ? "" : "built in"),
  ]);
  const headings = [
    ...["self", "total"].map((name) => ({ ...right(dim(name)), colSpan: 2 })),
    dim("function"),
  ];
  const left = functions.length - listed.length;
  return [
    ...head,
    ...borderlessTable([headings, ...rows]),
    ...(left > 0 ? [dim(`  and ${left} more with less`)] : []),
    ...hottest(lines, tree.total, pick === undefined),
    ...(lab > 0
      ? [
          "",
          dim(
            `  ${amount(lab)} of the lab's own (copies of the input, lists made from it) are not in these numbers.`,
          ),
        ]
      : []),
  ];
}

const nothing = {
  cpu: "No sample fell into it: its calls are too short. Try a larger --size.",
  heap: "It allocates nothing that a sample fell on.",
};

/** The code of a reference solution is not for everybody to see. */
function hottest(lines: readonly Line[], whole: number, withCode: boolean): string[] {
  const listed = lines.filter(({ self }) => self >= leastShare * whole).slice(0, mostLines);
  if (listed.length === 0) return [];
  const sources = new Map(listed.map(({ file }) => [file, readFileSync(file, "utf8").split("\n")]));
  const places = listed.map(({ file, line }) => `${shortened(file)}:${line}`);
  // Beside the place stand the numbers and what is between the columns.
  const room = Math.max(20, width() - Math.max(...places.map((place) => place.length)) - 26);
  const rows = listed.map(({ file, line, self }, i) => [
    right(duration(self / 1000)),
    right(share(self, whole)),
    dim(places[i]!),
    ...(withCode ? [cut(sources.get(file)![line - 1]?.trim() ?? "", room)] : []),
  ]);
  return ["", dim("  The lines that take most time themselves:"), ...borderlessTable(rows)];
}

function cut(code: string, room: number): string {
  return code.length > room ? `${code.slice(0, room - 1)}…` : code;
}

function right(content: string): { content: string; hAlign: "right" } {
  return { content, hAlign: "right" };
}

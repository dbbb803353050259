import { join } from "node:path";
import { root } from "#lab/catalogue/catalogue.ts";
import { shortened } from "#lab/terminal/path.ts";
import { type Row, rows } from "#lab/terminal/rows.ts";
import { bold, dim, green, red } from "#lab/terminal/style.ts";
import { borderlessTable } from "#lab/terminal/table.ts";
import * as runtime from "../../patterns/go/runtime/runtime.ts";
import type { GoroutineState, Outcome, ProcStats } from "../../patterns/go/runtime/runtime.ts";
import { duration } from "../../bench/report/numbers.ts";

/** A run of a Go program as it stood when it ended, before anybody looked for leaks. */
export interface Ran extends Pick<
  Outcome,
  "exitCode" | "ending" | "message" | "output" | "errors" | "time" | "switches"
> {
  readonly program: string;
  /** How many goroutines there were in all. */
  readonly goroutines: number;
  readonly races: number;
  readonly procs: readonly ProcStats[];
  readonly leaks: readonly GoroutineState[];
}

const mostLeaks = 10;

/** How a program ended, and what can be said about it in numbers. */
export function runLines(ran: Ran): string[] {
  const { program, output, errors, procs } = ran;
  const colour = ran.exitCode === 0 ? green : red;
  const facts: Row[] = [
    ["output", output.trimEnd() || dim("none")],
    ...(errors === "" ? [] : [["errors", withShortPaths(errors.trimEnd())] as const]),
    ...missingImport(ran.message),
    ["races", ran.races === 0 ? "none seen" : String(ran.races)],
    ["leaks", leakText(ran)],
    [
      "in all",
      `${duration(ran.time / 1e6)} of virtual time, ${several(ran.goroutines, "goroutine")}, ${several(ran.switches, "switch", "switches")}`,
    ],
  ];
  return [
    bold(colour(`${program}: ${endingText(ran)}`)),
    "",
    ...rows(facts),
    ...(procs.length > 0 ? ["", ...procTable(procs)] : []),
  ];
}

/** "returned, exit code 0" */
export function endingText({
  ending,
  message,
  exitCode,
}: Pick<Ran, "ending" | "message" | "exitCode">): string {
  const how = {
    returned: exitCode === 0 ? "returned" : "returned, with data races",
    exit: "called exit",
    panic: `panic: ${message}`,
    fatal: `fatal error: ${message}`,
    misuse: "refused",
    unfinished: "stopped, as it does not end",
  }[ending];
  return `${how}, exit code ${exitCode}`;
}

/** Attempts at problems find the runtime's names without an import; a program of one's own does not. */
function missingImport(message: string): Row[] {
  const name = /^(\w+) is not defined$/.exec(message)?.[1] ?? "";
  if (!(name in runtime)) return [];
  return [
    ["missing", `import { ${name} } from "${shortened(join(root, "patterns/go/runtime/runtime.ts"))}"`],
  ];
}

function several(n: number, one: string, more = `${one}s`): string {
  return `${n} ${n === 1 ? one : more}`;
}

function leakText({ leaks, ending }: Ran): string {
  if (ending !== "returned") return "not looked for, as it did not return";
  if (leaks.length === 0) return "none";
  const more = leaks.length - mostLeaks;
  return [
    `${leaks.length} left behind that nobody can wake`,
    ...leaks.slice(0, mostLeaks).map(oneLeak),
    ...(more > 0 ? [`and ${more} more`] : []),
  ]
    .map(withShortPaths)
    .join("\n");
}

function oneLeak({ id, name, state, stack, startedAt }: GoroutineState): string {
  const place = stack[0] === undefined ? "" : ` at ${stack[0]}`;
  return `${name} ${id}: ${state}${place}${startedAt === "" ? "" : `\n  started at ${startedAt}`}`;
}

/** Places in files as seen from the folder the command runs in. */
export function withShortPaths(text: string): string {
  return text.replaceAll(/(?:file:\/\/)?(\/[^\s():]+)(?=:\d+:\d+)/g, (_, path: string) => shortened(path));
}

const columns: readonly (readonly [title: string, of: (stats: ProcStats) => string])[] = [
  ["P", ({ id }) => `P${id}`],
  ["ran", ({ ran }) => String(ran)],
  ["worked", ({ worked }) => duration(worked / 1e6)],
  ["steals", ({ steals }) => String(steals)],
  ["stolen", ({ stolen }) => String(stolen)],
  ["from global", ({ fromGlobal }) => String(fromGlobal)],
  ["to global", ({ toGlobal }) => String(toGlobal)],
  ["preempted", ({ preempted }) => String(preempted)],
  ["handed off", ({ handedOff }) => String(handedOff)],
];

function procTable(procs: readonly ProcStats[]): string[] {
  const right = (content: string): { content: string; hAlign: "right" } => ({ content, hAlign: "right" });
  return borderlessTable([
    columns.map(([title]) => right(dim(title))),
    ...procs.map((stats) => columns.map(([, of]) => right(of(stats)))),
  ]);
}

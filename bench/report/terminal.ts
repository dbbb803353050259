import wrapAnsi from "wrap-ansi";
import type { Compared, Measured, Result, Standing } from "#bench/engine/result.ts";
import { bold, dim, green, red, width, yellow } from "#lab/terminal/style.ts";
import { borderlessTable } from "#lab/terminal/table.ts";
import { chartLines, letters } from "./chart.ts";
import { bytes, count, duration, withRange } from "./numbers.ts";
import { barLine, crossingLine, differenceRule, leftOutLine, wrongLine } from "./sentences.ts";

/** What a run has found, for a terminal. */
export function resultLines(result: Result): string[] {
  return [
    ...result.comparisons.flatMap((one) => [
      "",
      bold(`  ${result.name}: ${one.title}`),
      "",
      ...comparedLines(one),
    ]),
    "",
    ...footLines(result),
  ];
}

function comparedLines(compared: Compared): string[] {
  const { contenders, crossings, bars, otherWorkloads = [] } = compared;
  const lines = [
    ...timeTable(compared),
    "",
    ...costTable(compared),
    "",
    ...withGap(chartLines(compared, Math.min(90, width() - 16), process.stdout.isTTY)),
    ...contenders.flatMap((one) => leftOutLine(one) ?? []).map((line) => dim(`  ${line}`)),
    ...contenders.flatMap((one) => wrongLine(one) ?? []).map((line) => red(`  ${line}`)),
    ...crossings.map((one) => `  ${crossingLine(one)}`),
    ...bars.map((bar) => (bar.met ? green : yellow)(`  ${barLine(bar)}`)),
  ];
  if (otherWorkloads.length > 0)
    lines.push(dim(`  Other inputs: ${otherWorkloads.map((name) => `--workload "${name}"`).join(", ")}`));
  return lines;
}

function withGap(lines: readonly string[]): string[] {
  return lines.length === 0 ? [] : [...lines.map((line) => `  ${line}`), ""];
}

const cellWidth = 9;
/** The letter, the growth and the ratio with its range. */
const besides = 45;
const longestName = 34;

function timeTable({ contenders }: Compared): string[] {
  const sizes = [...new Set(contenders.flatMap(({ points }) => points.map(({ n }) => n)))].sort(
    (a, b) => a - b,
  );
  const names = Math.min(longestName, Math.max(...contenders.map(({ name }) => name.length)));
  const room = Math.max(1, Math.floor((width() - names - besides) / cellWidth));
  const every = Math.ceil(sizes.length / room);
  const shown = sizes.filter((_, i) => (sizes.length - 1 - i) % every === 0);
  const largest = sizes.at(-1);
  const head = ["", "", "steps", ...shown.map((n, i) => `${i === 0 ? "n = " : ""}${count(n)}`), ""];
  const rows = contenders.map((one, i) => [
    letters[i]!,
    named(one, names),
    one.growth ?? "",
    ...shown.map((n) => right(one.wrong !== undefined ? "" : time(at(one, n)))),
    one.wrong !== undefined ? red("wrong") : place(at(one, largest!)),
  ]);
  return borderlessTable([head.map((text, i) => (i < 3 ? dim(text) : right(dim(text)))), ...rows]);
}

function right(content: string): { content: string; hAlign: "right" } {
  return { content, hAlign: "right" };
}

function named({ name, own }: Standing, most: number): string {
  const text = name.length > most ? `${name.slice(0, most - 1)}…` : name;
  return own ? bold(text) : text;
}

function time(point: Measured | undefined): string {
  if (!point) return dim("–");
  return point.ratio.median === 1 ? green(duration(point.ms)) : duration(point.ms);
}

/** Beside the fastest at the largest size. */
function place(point: Measured | undefined): string {
  if (!point) return dim("left out");
  const { median, shown } = point.ratio;
  if (median === 1) return green("fastest");
  return shown ? withRange(point.ratio, dim) : "no difference shown";
}

/** Steps and memory, which no machine's mood changes, at the largest size that all who were measured have. */
function costTable({ contenders }: Compared): string[] {
  const measured = contenders.filter(({ points }) => points.length > 0);
  if (measured.length === 0) return [];
  const n = Math.min(...measured.map(({ points }) => points.at(-1)!.n));
  const rows = measured.flatMap((one) => {
    const point = at(one, n);
    if (!point) return [];
    const { steps, allocated, held } = point;
    return [
      [
        letters[contenders.indexOf(one)]!,
        right(steps === undefined ? dim("–") : count(steps)),
        right(allocated === undefined ? dim("–") : bytes(allocated)),
        right(held === undefined ? "" : `${bytes(held)}, ${bytes(held / n)} for each of n`),
      ],
    ];
  });
  const holding = measured.some((one) => at(one, n)?.held !== undefined);
  const titles = ["", right(dim("steps")), right(dim("allocates")), right(dim(holding ? "holds" : ""))];
  return [dim(`  a call at n = ${count(n)}:`), ...borderlessTable([titles, ...rows])];
}

function at({ points }: Standing, n: number): Measured | undefined {
  return points.find((point) => point.n === n);
}

function footLines({ made }: Result): string[] {
  const { processes, thorough, node, cpu, interrupted } = made;
  const text =
    `Median of ${processes} fresh processes${thorough ? "" : "; --thorough takes seven, and longer"}. ` +
    `${differenceRule} Node ${node.slice(1)}, ${cpu}.`;
  const lines = wrapAnsi(text, width() - 4)
    .split("\n")
    .map((line) => dim(`  ${line}`));
  return interrupted ? [yellow("  Stopped before the end: this is what was measured."), ...lines] : lines;
}

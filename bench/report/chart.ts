import { plot } from "simple-ascii-chart";
import type { Compared, Standing } from "#bench/engine/result.ts";
import { count, duration } from "./numbers.ts";

/** Letters that stand for the contenders, in the chart and beside their names. */
export const letters = "abcdefghijklmnopqrstuvwxyz";

const colours = ["ansiGreen", "ansiYellow", "ansiBlue", "ansiMagenta", "ansiCyan", "ansiRed"] as const;
const between = "·";

/** Time over n, both by logarithms: a power of n is a straight line, and a steeper one grows faster. */
export function chartLines({ contenders }: Compared, width: number, coloured: boolean): string[] {
  const drawn = contenders.flatMap((one, i) => (one.points.length > 1 ? [{ one, letter: letters[i]! }] : []));
  if (drawn.length === 0) return [];
  const marks = new Map<string, string>();
  const place = (x: number, y: number): string => `${x.toFixed(6)} ${y.toFixed(6)}`;
  const lines = drawn.map(({ one, letter }) => {
    const dots = dotted(one, width);
    for (const [x, y] of dots) if (!marks.has(place(x, y))) marks.set(place(x, y), between);
    for (const { n, ms } of one.points) marks.set(place(Math.log10(n), Math.log10(ms)), letter);
    return dots;
  });
  const everything = drawn.flatMap(({ one }) => one.points);
  const decades = ticks(everything.map(({ ms }) => ms));
  const sizes = [...new Set(everything.map(({ n }) => n))].sort((a, b) => a - b);
  const chart = plot(lines, {
    width,
    height: 16,
    ...(coloured && { color: drawn.map((_, i) => colours[i % colours.length]!) }),
    customYAxisTicks: decades,
    customXAxisTicks: spread(sizes, width).map((n) => Math.log10(n)),
    formatter: (value, { axis }) => (axis === "x" ? count(10 ** value) : duration(10 ** value)),
    lineFormatter: ({ x, y, plotX, plotY }) => ({
      x: plotX,
      y: plotY,
      symbol: marks.get(place(x, y)) ?? between,
    }),
  });
  return chart
    .split("\n")
    .map((line) => line.trimEnd())
    .filter((line) => line !== "");
}

/** The measured points, with dots on the straight lines between them. */
function dotted({ points }: Standing, width: number): [number, number][] {
  const steps = Math.max(2, Math.ceil(width / points.length));
  return points.flatMap(({ n, ms }, i): [number, number][] => {
    const [x, y] = [Math.log10(n), Math.log10(ms)];
    const next = points[i + 1];
    if (!next) return [[x, y]];
    const [dx, dy] = [Math.log10(next.n) - x, Math.log10(next.ms) - y];
    return Array.from({ length: steps }, (_, k) => [x + (dx * k) / steps, y + (dy * k) / steps]);
  });
}

/** Powers of ten, as logarithms, that lie within the values. */
function ticks(values: readonly number[]): number[] {
  const [low, high] = [
    Math.ceil(Math.log10(Math.min(...values))),
    Math.floor(Math.log10(Math.max(...values))),
  ];
  return Array.from({ length: Math.max(0, high - low + 1) }, (_, i) => low + i);
}

const labelWidth = 9;

/** As many of the sizes as their labels leave room for, the last one among them. */
function spread(sizes: readonly number[], width: number): number[] {
  const every = Math.ceil((sizes.length * labelWidth) / width);
  return sizes.filter((_, i) => (sizes.length - 1 - i) % every === 0);
}

import * as Plot from "@observablehq/plot";
import { JSDOM } from "jsdom";
import type { Compared } from "#bench/engine/result.ts";
import { bytes, count, duration } from "./numbers.ts";

/** A quantity over n, both by logarithms, as an SVG element; empty where nobody has two points of it. */
export function plotted({ contenders }: Compared, quantity: Quantity): string {
  const points = contenders.flatMap(({ name, points }) =>
    points.flatMap((point) => {
      const value = quantity.of(point);
      return value === undefined || value <= 0 ? [] : [{ name, n: point.n, value }];
    }),
  );
  if (new Set(points.map(({ n }) => n)).size < 2) return "";
  const sizes = [...new Set(points.map(({ n }) => n))].sort((a, b) => a - b);
  const { document } = new JSDOM("").window;
  const heights = quantity.ticks(points.map(({ value }) => value));
  const drawn = Plot.plot({
    document,
    width: 860,
    height: 440,
    marginLeft: 70,
    marginRight: 30,
    className: "plot",
    ariaLabel: quantity.title,
    x: { type: "log" },
    y: { type: "log" },
    color: { domain: contenders.map(({ name }) => name), scheme: "Observable10" },
    marks: [
      // Given as data, because the scale would leave out labels between powers of ten.
      Plot.axisX(sizes, { text: count, label: "n" }),
      Plot.axisY(heights, { text: quantity.format, label: quantity.title }),
      Plot.gridY(heights),
      Plot.line(points, { x: "n", y: "value", stroke: "name", strokeWidth: 2 }),
      Plot.dot(points, {
        x: "n",
        y: "value",
        fill: "name",
        r: 4,
        title: ({ name, n, value }: (typeof points)[number]) =>
          `${name}, n = ${count(n)}: ${quantity.format(value)}`,
      }),
    ],
  });
  return drawn.outerHTML;
}

export interface Quantity {
  readonly title: string;
  readonly of: (point: Compared["contenders"][number]["points"][number]) => number | undefined;
  readonly format: (value: number) => string;
  /** Round values within the range of these. */
  readonly ticks: (values: readonly number[]) => number[];
}

export const quantities: readonly Quantity[] = [
  { title: "time of a call", of: ({ ms }) => ms, format: duration, ticks: powersOf(10) },
  { title: "steps", of: ({ steps }) => steps, format: count, ticks: powersOf(10) },
  { title: "allocated by a call", of: ({ allocated }) => allocated, format: bytes, ticks: powersOf(16) },
  { title: "held", of: ({ held }) => held, format: bytes, ticks: powersOf(16) },
];

/** Colours in the order in which `plotted` gives them out. */
export const colours: readonly string[] = [
  "#4269d0",
  "#efb118",
  "#ff725c",
  "#6cc5b0",
  "#3ca951",
  "#ff8ab7",
  "#a463f2",
  "#97bbf5",
  "#9c6b4e",
  "#9498a0",
];

/** The powers of a base within a range of values, or the range's ends where there is none. */
function powersOf(base: number): (values: readonly number[]) => number[] {
  return (values) => {
    const [low, high] = [Math.min(...values), Math.max(...values)];
    const first = Math.ceil(Math.log(low) / Math.log(base));
    const last = Math.floor(Math.log(high) / Math.log(base));
    if (last < first) return [low, high];
    return Array.from({ length: last - first + 1 }, (_, i) => base ** (first + i));
  };
}

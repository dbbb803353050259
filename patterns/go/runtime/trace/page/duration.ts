const units = [
  [1e9, "s"],
  [1e6, "ms"],
  [1e3, "µs"],
] as const;

/** Nanoseconds as people read them, with at most `digits` digits that matter: "4.4 µs". */
export function duration(ns: number, digits = 3): string {
  const [size, unit] = units.find(([size]) => Math.abs(ns) >= size) ?? [1, "ns"];
  return `${Number((ns / size).toPrecision(digits))} ${unit}`;
}

/** Numbers as people read them. */

const timeUnits: readonly (readonly [number, string])[] = [
  [60_000, "min"],
  [1000, "s"],
  [1, "ms"],
  [1e-3, "µs"],
  [1e-6, "ns"],
];
const byteUnits: readonly (readonly [number, string])[] = [
  [2 ** 30, "GiB"],
  [2 ** 20, "MiB"],
  [2 ** 10, "KiB"],
  [1, "B"],
];

/** "1.23 ms" */
export function duration(ms: number): string {
  return inUnits(ms, timeUnits);
}

/** "1.23 MiB" */
export function bytes(amount: number): string {
  return amount === 0 ? "0 B" : inUnits(amount, byteUnits);
}

/** "1 234 567" */
export function count(n: number): string {
  return String(Math.round(n)).replaceAll(/\B(?=(\d{3})+$)/g, "\u{202f}");
}

/** "2.3×" */
export function factor(ratio: number): string {
  return `${threeDigits(ratio)}×`;
}

function inUnits(value: number, units: readonly (readonly [number, string])[]): string {
  const [size, unit] = units.find(([least]) => value >= least) ?? units.at(-1)!;
  return `${threeDigits(value / size)} ${unit}`;
}

function threeDigits(value: number): string {
  return value >= 100 ? count(value) : String(Number(value.toPrecision(value < 10 ? 2 : 3)));
}

import type { Ratio } from "#bench/engine/ratio.ts";

/** Numbers as people read them: three digits that matter, in the largest unit that leaves something before the point. */

/** "1.23 ms" */
export function duration(ms: number): string {
  return inUnits(ms * 1e6, 1000, ["ns", "µs", "ms", "s"]);
}

/** "1.50 MiB" */
export function bytes(amount: number): string {
  return inUnits(amount, 1024, ["B", "KiB", "MiB", "GiB", "TiB"]);
}

/** "1 234 567" */
export function count(n: number): string {
  return String(Math.round(n)).replaceAll(/\B(?=(\d{3})+$)/g, "\u{202f}");
}

/** "2.3×" */
export function factor(ratio: number): string {
  return `${ratio >= 100 ? count(ratio) : String(Number(ratio.toPrecision(ratio < 10 ? 2 : 3)))}×`;
}

/** "2.3× (2.1× to 2.6×)", the range as `styled` gives it. */
export function withRange(
  { median, low, high }: Pick<Ratio, "median" | "low" | "high">,
  styled = (range: string): string => range,
): string {
  return `${factor(median)} ${styled(`(${factor(low)} to ${factor(high)})`)}`;
}

/** "81.2 %" of the whole; nothing of nothing is nothing. */
export function share(part: number, whole: number): string {
  return `${(whole === 0 ? 0 : (100 * part) / whole).toFixed(1)} %`;
}

function inUnits(value: number, step: number, units: readonly string[]): string {
  let at = 0;
  let left = value;
  // 999.6 would be written as 1000.
  while (at < units.length - 1 && Math.round(left) >= step) {
    left /= step;
    at++;
  }
  const digits = at === 0 || left >= 100 ? 0 : left >= 10 ? 1 : 2;
  return `${left.toFixed(digits)} ${units[at]!}`;
}

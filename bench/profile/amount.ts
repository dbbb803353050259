/** "812 ms" of microseconds: three digits that matter, in the largest unit that leaves some before the point. */
export function time(microseconds: number): string {
  return inUnits(microseconds, 1000, ["µs", "ms", "s"]);
}

/** "1.5 MiB" of bytes. */
export function size(bytes: number): string {
  return inUnits(bytes, 1024, ["B", "KiB", "MiB", "GiB", "TiB"]);
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

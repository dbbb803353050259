/** Durations as Go prints them. Go 1.23: time/time.go, Duration.String. */

/** Nanoseconds as "1h2m3.5s", "1.5ms", "0s": whole hours and minutes, or a single smaller unit. */
export function durationText(nanoseconds: number): string {
  const sign = nanoseconds < 0 ? "-" : "";
  const size = Math.abs(nanoseconds);
  if (size === 0) return "0s";
  if (size < 1e3) return `${sign}${size}ns`;
  if (size < 1e6) return `${sign}${decimal(size, 1e3)}µs`;
  if (size < 1e9) return `${sign}${decimal(size, 1e6)}ms`;
  const minutes = Math.floor(size / 60e9);
  const seconds = `${decimal(size % 60e9, 1e9)}s`;
  if (minutes === 0) return sign + seconds;
  const hours = Math.floor(minutes / 60);
  return `${sign}${hours === 0 ? "" : `${hours}h`}${minutes % 60}m${seconds}`;
}

/** All digits that are there, without trailing zeroes; from whole numbers, so nothing is rounded. */
function decimal(size: number, unit: number): string {
  const fraction = String(size % unit)
    .padStart(Math.log10(unit), "0")
    .replace(/0+$/, "");
  return `${Math.floor(size / unit)}${fraction === "" ? "" : `.${fraction}`}`;
}

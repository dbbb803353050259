import { readFileSync } from "node:fs";

/** How a process is doing, where the platform tells. */
export interface Vitals {
  readonly cpuSeconds: number;
  readonly residentBytes: number;
  /** It computes, or would if it had a processor; false while it waits for something. */
  readonly runnable: boolean;
}

const ticksPerSecond = 100;
const pageBytes = 4096;

/**
 * Reads /proc (proc_pid_stat(5)), which only Linux has; undefined elsewhere, and when the process is gone. The
 * clock ticks and pages are Linux's on all platforms Node has binaries for, but for 64 KiB pages on some ARM servers,
 * where the memory limit acts later.
 */
export function vitals(pid: number): Vitals | undefined {
  let stat: string;
  try {
    stat = readFileSync(`/proc/${pid}/stat`, "latin1");
  } catch {
    return undefined;
  }
  const fields = stat.slice(stat.lastIndexOf(")") + 2).split(" ");
  return {
    cpuSeconds: (Number(fields[11]) + Number(fields[12])) / ticksPerSecond,
    residentBytes: Number(fields[21]) * pageBytes,
    runnable: fields[0] === "R",
  };
}

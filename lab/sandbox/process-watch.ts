import type { ChildProcess } from "node:child_process";
import { readFileSync } from "node:fs";
import type { Ending } from "./outcome.ts";

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

/** What a process may take, in megabytes: of V8's heap, and of the machine's memory altogether. */
export interface MemoryLimits {
  readonly heap: number;
  readonly resident: number;
}

/** How closely a process is watched. */
export interface Pace {
  /** Milliseconds from one look to the next. */
  readonly every: number;
  /** A process that could compute but gets no processor is given this many times longer. */
  readonly starving: number;
}

const megabyte = 2 ** 20;
/** Where only the clock tells, it cannot know how busy the machine is. */
const clockOnly = 3;

/** Kills a process that has computed, or waited idly, for too long, or takes too much memory. */
export class ProcessWatch {
  private readonly child: ChildProcess;
  private readonly limits: MemoryLimits;
  private readonly pace: Pace;
  private timer: NodeJS.Timeout | undefined;
  private killedFor: Ending | undefined;

  constructor(child: ChildProcess, limits: MemoryLimits, pace: Pace) {
    this.child = child;
    this.limits = limits;
    this.pace = pace;
  }

  /** From now on the process has so many seconds, whatever it took before. */
  start(seconds: number): void {
    this.stop();
    const { pid } = this.child;
    if (pid === undefined) return;
    const { every, starving } = this.pace;
    const { resident } = this.limits;
    const since = performance.now();
    const before = vitals(pid)?.cpuSeconds ?? 0;
    let idle = 0;
    this.timer = setInterval(() => {
      const now = vitals(pid);
      const waited = (performance.now() - since) / 1000;
      const computed = now ? now.cpuSeconds - before : waited / clockOnly;
      idle = now?.runnable === false ? idle + every / 1000 : 0;
      const tooMuch = now !== undefined && now.residentBytes > resident * megabyte;
      const tooLong = computed > seconds || idle > seconds || waited > starving * seconds;
      if (tooMuch) this.kill({ kind: "out-of-memory", what: `more than ${resident} MiB` });
      else if (tooLong) this.kill({ kind: "no-answer", seconds });
    }, every);
  }

  stop(): void {
    clearInterval(this.timer);
  }

  /** Why the process is dead, by what it was killed for, and else by its last words and its exit. */
  causeOfDeath(errors: string, code: number | null, signal: string | null): Ending {
    if (this.killedFor) return this.killedFor;
    if (/out of memory|allocation failed|invalid (table size|array length)/i.test(errors))
      return { kind: "out-of-memory", what: `more than ${this.limits.heap} MiB of heap` };
    return { kind: "died", how: signal === null ? `exited with code ${code}` : `was killed by ${signal}` };
  }

  private kill(ending: Ending): void {
    this.killedFor ??= ending;
    this.child.kill("SIGKILL");
  }
}

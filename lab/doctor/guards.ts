import { vitals } from "#lab/sandbox/process-watch.ts";

/** What keeps an attempt from doing harm on this machine, and what stands in where the platform lacks it. */
export function guards(): Record<string, string> {
  const watched = vitals(process.pid) !== undefined;
  return {
    "Endless loops": watched
      ? "stopped by steps, then by computing time"
      : "stopped by steps, then by the clock: this platform does not tell how long a process computes",
    Memory: watched
      ? "watched from outside"
      : "limited by V8's heap only: this platform does not tell how much a process uses",
    "Files and processes": "denied by Node's permission model",
  };
}

import { spawn } from "node:child_process";
import type { Duplex } from "node:stream";
import { fileURLToPath } from "node:url";
import { confined, environment, withLargeStack } from "#lab/sandbox/child-process.ts";
import { frame, FrameReader } from "#lab/sandbox/frames.ts";
import type { Ending } from "#lab/sandbox/outcome.ts";
import { type MemoryLimits, type Pace, ProcessWatch } from "#lab/sandbox/process-watch.ts";
import type { Report, Task } from "./messages.ts";

/** The last report; or how the process ended without one, and what it had told before. */
export type Result =
  Report | { readonly type: "ended"; readonly ending: Ending; readonly during: Report | undefined };

/** In megabytes; more than a judged subject has, as inputs may be larger. */
const limits: MemoryLimits = { heap: 1024, resident: 2048 };
const pace: Pace = { every: 50, starving: 20 };
/** Until it is first heard of: nothing of the subject's has run by then. */
const startingSeconds = 30;

/** Has a process of its own carry out the task, which is killed when one call takes longer than so many seconds. */
export function profiledInChild(task: Task, seconds: number): Promise<Result> {
  const script = fileURLToPath(new URL("profiled-process.ts", import.meta.url));
  const [command, args] = withLargeStack([...confined(limits), "--allow-inspector", script]);
  const child = spawn(command, args, { stdio: ["ignore", "ignore", "pipe", "pipe"], env: environment() });
  const channel = child.stdio[3] as Duplex;
  const watch = new ProcessWatch(child, limits, pace);
  let last: Report | undefined;
  let errors = "";
  const reader = new FrameReader((report) => {
    last = report as Report;
    watch.start(seconds);
  });
  channel.on("data", (chunk: Buffer) => reader.push(chunk));
  channel.on("error", () => undefined);
  child.stderr!.on("data", (chunk: Buffer) => (errors = (errors + chunk.toString()).slice(-4000)));
  watch.start(startingSeconds);
  channel.write(frame(task));
  return new Promise((resolve) => {
    child.on("error", (error) => resolve({ type: "lab-error", stack: error.stack! }));
    child.on("close", (code, signal) => {
      watch.stop();
      if (last && last.type !== "loading" && last.type !== "calling") resolve(last);
      else
        resolve({
          type: "ended",
          ending: watch.causeOfDeath(errors, code, signal),
          during: last,
        });
    });
  });
}

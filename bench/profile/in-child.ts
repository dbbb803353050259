import { type ChildProcess, spawn } from "node:child_process";
import type { Duplex } from "node:stream";
import { fileURLToPath } from "node:url";
import { confined, environment, withLargeStack } from "#lab/sandbox/child-process.ts";
import { frame, FrameReader } from "#lab/sandbox/frames.ts";
import type { Ending } from "#lab/sandbox/outcome.ts";
import { vitals } from "#lab/sandbox/process-watch.ts";
import type { Report, Task } from "./messages.ts";

/** The last report; or how the process ended without one, and what it had told before. */
export type Result =
  Report | { readonly type: "ended"; readonly ending: Ending; readonly during: Report | undefined };

/** In megabytes; more than a judged subject has, as inputs may be larger. */
const limits = { heap: 1024, resident: 2048 };
const watchEvery = 50;
/** Until it is first heard of: nothing of the subject's has run by then. */
const startingSeconds = 30;
/** A process that could compute but gets no processor is given this many times longer. */
const starving = 20;
/** Where only the clock tells, it cannot know how busy the machine is. */
const clockOnly = 3;

/** Has a process of its own carry out the task, which is killed when one call takes longer than so many seconds. */
export function profiledInChild(task: Task, seconds: number): Promise<Result> {
  const script = fileURLToPath(new URL("profiled-process.ts", import.meta.url));
  const [command, args] = withLargeStack([...confined(limits), "--allow-inspector", script]);
  const child = spawn(command, args, { stdio: ["ignore", "ignore", "pipe", "pipe"], env: environment() });
  const channel = child.stdio[3] as Duplex;
  const watch = new Watch(child, seconds);
  let last: Report | undefined;
  let errors = "";
  const reader = new FrameReader((report) => {
    last = report as Report;
    watch.restart();
  });
  channel.on("data", (chunk: Buffer) => reader.push(chunk));
  channel.on("error", () => undefined);
  child.stderr!.on("data", (chunk: Buffer) => (errors = (errors + chunk.toString()).slice(-4000)));
  channel.write(frame(task));
  return new Promise((resolve) => {
    child.on("error", (error) => resolve({ type: "lab-error", stack: error.stack! }));
    child.on("close", (code, signal) => {
      watch.stop();
      if (last && last.type !== "loading" && last.type !== "calling") resolve(last);
      else
        resolve({
          type: "ended",
          ending: watch.killedFor ?? causeOfDeath(errors, code, signal),
          during: last,
        });
    });
  });
}

/** Kills a process that has computed, or waited idly, for too long since it was last heard of, or takes too much memory. */
class Watch {
  killedFor: Ending | undefined;
  private readonly child: ChildProcess;
  private readonly afterStart: number;
  private seconds = startingSeconds;
  private readonly timer: NodeJS.Timeout;
  private since = performance.now();
  private cpuBefore = 0;
  private idle = 0;

  constructor(child: ChildProcess, seconds: number) {
    this.child = child;
    this.afterStart = seconds;
    this.timer = setInterval(() => this.look(), watchEvery);
  }

  restart(): void {
    this.seconds = this.afterStart;
    this.since = performance.now();
    this.cpuBefore = vitals(this.child.pid!)?.cpuSeconds ?? 0;
    this.idle = 0;
  }

  stop(): void {
    clearInterval(this.timer);
  }

  private look(): void {
    const { child, seconds } = this;
    if (child.pid === undefined) return;
    const now = vitals(child.pid);
    const waited = (performance.now() - this.since) / 1000;
    const computed = now ? now.cpuSeconds - this.cpuBefore : waited / clockOnly;
    this.idle = now?.runnable === false ? this.idle + watchEvery / 1000 : 0;
    if (now && now.residentBytes > limits.resident * 2 ** 20)
      this.kill({ kind: "out-of-memory", what: `more than ${limits.resident} MiB` });
    else if (computed > seconds || this.idle > seconds || waited > starving * seconds)
      this.kill({ kind: "no-answer", seconds });
  }

  private kill(ending: Ending): void {
    this.killedFor ??= ending;
    this.child.kill("SIGKILL");
  }
}

function causeOfDeath(errors: string, code: number | null, signal: string | null): Ending {
  if (/out of memory|allocation failed|invalid (table size|array length)/i.test(errors))
    return { kind: "out-of-memory", what: `more than ${limits.heap} MiB of heap` };
  return { kind: "died", how: signal === null ? `exited with code ${code}` : `was killed by ${signal}` };
}

import { type ChildProcess, spawn } from "node:child_process";
import type { Duplex } from "node:stream";
import { fileURLToPath } from "node:url";
import { frame, FrameReader } from "./frames.ts";
import type { Reply, Request } from "./messages.ts";
import type { Ending } from "./outcome.ts";
import { type MemoryLimits, type Pace, ProcessWatch } from "./process-watch.ts";

/** How a child ended a request: with a reply, or with its own end. */
export type Answer = Reply | { readonly type: "ended"; readonly ending: Ending };

export const ordinaryLimits: MemoryLimits = { heap: 512, resident: 1024 };

const pace: Pace = { every: 15, starving: 30 };
const startingSeconds = 10;
/** Processor seconds after which the system ends a child whose lab was killed. */
const lifetime = 600;

/** A process with the learner's side of the wall in it, and a watch on it. */
export class Child {
  private readonly process: ChildProcess;
  private readonly channel: Duplex;
  private errors = "";
  private settle: (answer: Answer) => void = () => undefined;
  private readonly watch: ProcessWatch;
  private readonly started: Promise<Answer>;

  constructor(problemFile: string, limits: MemoryLimits) {
    const script = fileURLToPath(new URL("child.ts", import.meta.url));
    const [command, args] = withLargeStack([...confined(limits), script, problemFile]);
    this.process = spawn(command, args, { stdio: ["ignore", "ignore", "pipe", "pipe"], env: environment() });
    this.watch = new ProcessWatch(this.process, limits, pace);
    this.channel = this.process.stdio[3] as Duplex;
    const reader = new FrameReader((reply) => this.settle(reply as Reply));
    this.channel.on("data", (chunk: Buffer) => reader.push(chunk));
    this.channel.on("error", () => undefined);
    this.process.stderr!.on(
      "data",
      (chunk: Buffer) => (this.errors = (this.errors + chunk.toString()).slice(-4000)),
    );
    this.process.on("error", (error) => this.settle({ type: "lab-error", stack: error.stack! }));
    this.process.on("close", (code, signal) => {
      this.settle({ type: "ended", ending: this.watch.causeOfDeath(this.errors, code, signal) });
    });
    this.started = this.nextAnswer(startingSeconds);
  }

  /** Waits until the problem is imported. */
  ready(): Promise<Answer> {
    return this.started;
  }

  /** Sends a request; the child is killed when it has computed, or waited idly, for `seconds` without an answer. */
  async ask(request: Request, seconds: number): Promise<Answer> {
    const answer = this.nextAnswer(seconds);
    this.channel.write(frame(request));
    return answer;
  }

  end(): void {
    this.watch.stop();
    this.settle = () => undefined;
    this.process.kill("SIGKILL");
    this.channel.destroy();
    this.process.stderr!.destroy();
  }

  private nextAnswer(seconds: number): Promise<Answer> {
    return new Promise((resolve) => {
      this.ref();
      this.watch.start(seconds);
      this.settle = (answer) => {
        this.watch.stop();
        this.settle = () => undefined;
        this.unref();
        resolve(answer);
      };
    });
  }

  /** An idle child does not keep the lab running. */
  private unref(): void {
    this.process.unref();
    for (const stream of [this.channel, this.process.stderr])
      (stream as Partial<{ unref(): void }>).unref?.();
  }

  private ref(): void {
    this.process.ref();
    for (const stream of [this.channel, this.process.stderr]) (stream as Partial<{ ref(): void }>).ref?.();
  }
}

/** What makes Node a process without permission to write files or to start processes or workers. */
export function confined({ heap }: Pick<MemoryLimits, "heap">): string[] {
  return [`--max-old-space-size=${heap}`, "--permission", "--allow-fs-read=*", "--no-warnings"];
}

/** Starts Node with an enlarged stack (in KiB), where a shell can raise the system's limit for it first. */
export function withLargeStack(options: readonly string[]): [command: string, args: string[]] {
  const node = (stack: number): string[] => [`--stack-size=${stack}`, ...options];
  if (process.platform === "win32") return [process.execPath, node(900)];
  const script = `ulimit -c 0; ulimit -t ${lifetime}; ulimit -s 65500 2>/dev/null && exec "$0" ${quoted(node(60000))} || exec "$0" ${quoted(node(900))}`;
  return ["/bin/sh", ["-c", script, process.execPath]];
}

function quoted(args: readonly string[]): string {
  return args.map((arg) => `'${arg.replaceAll("'", "'\\''")}'`).join(" ");
}

/** Nothing of the lab's environment that would change how Node runs, or that is none of a solution's business. */
export function environment(): NodeJS.ProcessEnv {
  const { PATH, HOME, TMPDIR, TZ, LANG } = process.env;
  return { PATH, HOME, TMPDIR, TZ, LANG };
}

import { type ChildProcess, spawn } from "node:child_process";
import type { Duplex } from "node:stream";
import { fileURLToPath } from "node:url";
import { frame, FrameReader } from "./frames.ts";
import type { Reply, Request } from "./messages.ts";
import type { Ending } from "./outcome.ts";
import { vitals } from "./process-watch.ts";

/** How a child ended a request: with a reply, or with its own end. */
export type Answer = Reply | { readonly type: "ended"; readonly ending: Ending };

const megabyte = 2 ** 20;
/** What a child may take, in megabytes: of V8's heap, and of the machine's memory altogether. */
export interface MemoryLimits {
  readonly heap: number;
  readonly resident: number;
}

export const ordinaryLimits: MemoryLimits = { heap: 512, resident: 1024 };

const watchEvery = 15;
const startingSeconds = 10;
/** Processor seconds after which the system ends a child whose lab was killed. */
const lifetime = 600;
/** A child that could compute but gets no processor is given this many times longer. */
const starving = 30;
/** Where only the clock tells, it cannot know how busy the machine is. */
const clockOnly = 3;

/** A process with the learner's side of the wall in it, and a watch on it. */
export class Child {
  private readonly limits: MemoryLimits;
  private readonly process: ChildProcess;
  private readonly channel: Duplex;
  private errors = "";
  private settle: (answer: Answer) => void = () => undefined;
  private watching: NodeJS.Timeout | undefined;
  private killedFor: Ending | undefined;
  private readonly started: Promise<Answer>;

  constructor(problemFile: string, limits: MemoryLimits) {
    this.limits = limits;
    const script = fileURLToPath(new URL("child.ts", import.meta.url));
    const [command, args] = withLargeStack([...confined(limits), script, problemFile]);
    this.process = spawn(command, args, { stdio: ["ignore", "ignore", "pipe", "pipe"], env: environment() });
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
      this.settle({ type: "ended", ending: this.killedFor ?? this.causeOfDeath(code, signal) });
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
    clearInterval(this.watching);
    this.settle = () => undefined;
    this.process.kill("SIGKILL");
    this.channel.destroy();
    this.process.stderr!.destroy();
  }

  private nextAnswer(seconds: number): Promise<Answer> {
    return new Promise((resolve) => {
      this.ref();
      this.watch(seconds);
      this.settle = (answer) => {
        clearInterval(this.watching);
        this.settle = () => undefined;
        this.unref();
        resolve(answer);
      };
    });
  }

  private watch(seconds: number): void {
    const { pid } = this.process;
    if (pid === undefined) return;
    const since = performance.now();
    const before = vitals(pid)?.cpuSeconds ?? 0;
    let idle = 0;
    this.watching = setInterval(() => {
      const now = vitals(pid);
      const waited = (performance.now() - since) / 1000;
      const computed = now ? now.cpuSeconds - before : waited / clockOnly;
      idle = now?.runnable === false ? idle + watchEvery / 1000 : 0;
      const tooMuch = now !== undefined && now.residentBytes > this.limits.resident * megabyte;
      const tooLong = computed > seconds || idle > seconds || waited > starving * seconds;
      if (tooMuch) this.kill({ kind: "out-of-memory", what: `more than ${this.limits.resident} MiB` });
      else if (tooLong) this.kill({ kind: "no-answer", seconds });
    }, watchEvery);
  }

  private kill(ending: Ending): void {
    this.killedFor ??= ending;
    this.process.kill("SIGKILL");
  }

  private causeOfDeath(code: number | null, signal: string | null): Ending {
    if (/out of memory|allocation failed|invalid (table size|array length)/i.test(this.errors)) {
      return { kind: "out-of-memory", what: `more than ${this.limits.heap} MiB of heap` };
    }
    return { kind: "died", how: signal === null ? `exited with code ${code}` : `was killed by ${signal}` };
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

import { type ChildProcess, fork } from "node:child_process";
import { fileURLToPath } from "node:url";
import type { Source } from "./entrant.ts";
import type { Reply, Request } from "./messages.ts";

/** What came instead of a reply. */
export interface Loss {
  readonly type: "lost";
  readonly why: string;
}

/** A process that loops would outlive the lab. */
const running = new Set<ChildProcess>();
process.on("exit", () => running.forEach((child) => child.kill("SIGKILL")));

const program = fileURLToPath(new URL("contender-process.ts", import.meta.url));
/** Optimized code counts the calls of small functions no more. */
const interpreted = ["--no-opt", "--no-maglev"];
const startingSeconds = 30;

/** A contender in a process of its own, so that what V8 learns from one does not slow down another. */
export class ContenderProcess {
  private readonly child: ChildProcess;
  private settle: (reply: Reply | Loss) => void = () => undefined;
  private errors = "";
  private ended: string | undefined;
  private readonly started: Promise<Reply | Loss>;

  constructor(source: Source, { counting = false } = {}) {
    this.child = fork(program, [JSON.stringify(source)], {
      execArgv: [
        ...(counting ? interpreted : []),
        "--stack-size=3900",
        "--max-old-space-size=4096",
        "--no-warnings",
      ],
      stdio: ["ignore", "ignore", "pipe", "ipc"],
    });
    running.add(this.child);
    this.child.on("message", (reply: Reply) => this.settle(reply));
    this.child.stderr!.on(
      "data",
      (chunk: Buffer) => (this.errors = (this.errors + chunk.toString()).slice(-2000)),
    );
    this.child.on("exit", (code, signal) =>
      this.settle({ type: "lost", why: this.howItEnded(code, signal) }),
    );
    this.started = this.reply(startingSeconds);
  }

  /** Asks once the contender is loaded. When there is no answer after so many seconds, the process is killed. */
  async ask(request: Request, seconds: number): Promise<Reply | Loss> {
    const ready = await this.started;
    if (ready.type !== "ready") return ready;
    if (this.ended !== undefined) return { type: "lost", why: this.ended };
    const reply = this.reply(seconds);
    this.child.send(request, () => undefined);
    return reply;
  }

  end(why = "it was stopped"): void {
    this.lose(why);
    this.child.kill("SIGKILL");
  }

  private lose(why: string): void {
    this.ended ??= why;
    running.delete(this.child);
    this.settle({ type: "lost", why });
  }

  private howItEnded(code: number | null, signal: string | null): string {
    if (/out of memory|allocation failed/i.test(this.errors)) return "it runs out of memory";
    return signal === null ? `its process ended with code ${code}` : `its process was ended by ${signal}`;
  }

  private reply(seconds: number): Promise<Reply | Loss> {
    return new Promise((resolve) => {
      const timer = setTimeout(() => {
        this.end(`there was no answer after ${seconds} s`);
      }, seconds * 1000);
      this.settle = (reply) => {
        clearTimeout(timer);
        this.settle = () => undefined;
        resolve(reply);
      };
    });
  }
}

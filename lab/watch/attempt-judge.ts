import { join } from "node:path";
import type { Entry, LoadedProblem } from "#lab/catalogue/catalogue.ts";
import { savedCases } from "#lab/journal/cases.ts";
import { judge } from "#lab/judge/judge.ts";
import type { Verdict } from "#lab/judge/verdict.ts";
import { freshSeed } from "#lab/problem/random.ts";
import { Sandbox } from "#lab/sandbox/sandbox.ts";

/** Each run leaves a realm in the child; a new child takes over before they count as the attempt's memory. */
const runsPerChild = 20;

/** Judges one attempt again and again, in a child that is warm by then. */
export class AttemptJudge {
  private readonly entry: Entry;
  private readonly loaded: LoadedProblem;
  private readonly file: string;
  private sandbox: Sandbox;
  private runs = 0;
  /** Of the present run; a run whose number is no longer this one was cancelled. */
  private present = 0;
  private running = false;

  constructor(entry: Entry, loaded: LoadedProblem, file: string) {
    this.entry = entry;
    this.loaded = loaded;
    this.file = file;
    this.sandbox = this.newSandbox();
  }

  /** The verdict on the file as it is now; undefined when another run, or the end, came first. */
  async verdict(): Promise<Verdict | undefined> {
    this.cancel();
    const run = ++this.present;
    this.running = true;
    this.runs++;
    const { sandbox } = this;
    const verdict = await judge(this.loaded, sandbox.subject({ file: this.file }), {
      sandbox,
      seed: freshSeed(),
      saved: savedCases(this.entry),
    });
    if (run !== this.present) return undefined;
    this.running = false;
    if (this.runs >= runsPerChild) this.replaceSandbox();
    return verdict;
  }

  /** Stops the run there is, if there is one. */
  cancel(): void {
    this.present++;
    if (this.running) this.replaceSandbox();
    this.running = false;
  }

  close(): void {
    this.present++;
    this.sandbox.close();
  }

  private replaceSandbox(): void {
    this.sandbox.close();
    this.sandbox = this.newSandbox();
    this.runs = 0;
  }

  private newSandbox(): Sandbox {
    return new Sandbox(this.loaded.problem, join(this.entry.folder, "problem.ts"));
  }
}

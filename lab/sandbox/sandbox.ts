import { relative } from "node:path";
import type { Problem } from "#lab/problem/problem.ts";
import { type Answer, Child, ordinaryLimits } from "./child-process.ts";
import { LabError } from "./lab-error.ts";
import type { Request } from "./messages.ts";
import type { Call, Ending, LoadFailure, Outcome, Subject } from "./outcome.ts";
import type { MemoryLimits } from "./process-watch.ts";
import { compileProgram, type Program } from "./program.ts";
import { inSource, loadFailure } from "./stack.ts";

/** A file whose solution is to run in a child. */
export interface SandboxedFile {
  readonly file: string;
  /** A solution inside the file's default export, as in approaches.ts; left out for an attempt. */
  readonly pick?: string;
}

/** Seconds a file may take to load. */
const loadingSeconds = 1;

/**
 * Child processes for the subjects of one problem. A child that dies is replaced by the spare, and the
 * subjects are loaded again when they are next called.
 */
export class Sandbox {
  private readonly problem: Problem;
  private readonly problemFile: string;
  private readonly limits: MemoryLimits;
  private readonly programs: { file: SandboxedFile; program: Promise<Program | LoadFailure> }[] = [];
  private child: Child;
  private spare: Child | undefined;
  private closed = false;
  /** Subjects that the present child has loaded. */
  private loaded = new Set<number>();

  constructor(problem: Problem, problemFile: string, limits = ordinaryLimits) {
    this.problem = problem;
    this.problemFile = problemFile;
    this.limits = limits;
    this.child = this.newChild();
  }

  /** A subject that runs here. Compiling begins at once. */
  subject(file: SandboxedFile): Subject {
    const entries = file.pick === undefined ? Object.keys(this.problem.stub) : [];
    const number =
      this.programs.push({ file, program: compileProgram(file.file, entries, this.problem.shares) }) - 1;
    this.programs[number]!.program.catch(() => undefined);
    return {
      load: () => this.load(number),
      run: (call) => this.run(number, call),
    };
  }

  /** Ends the children. What is still asked of them is never answered: whoever closes has lost interest. */
  close(): void {
    this.closed = true;
    this.child.end();
    this.spare?.end();
  }

  private newChild(): Child {
    return new Child(this.problemFile, this.limits);
  }

  private async load(number: number): Promise<LoadFailure | undefined> {
    const { file, program } = this.programs[number]!;
    const code = await program;
    if ("message" in code) return code;
    const answer = await this.ask(
      { type: "load", subject: number, code: code.code, pick: file.pick },
      loadingSeconds,
    );
    if (answer.type === "loaded") {
      const wrong = Object.entries(answer.kinds).find(([, kind]) => kind !== "function");
      if (wrong) return missingEntry(file.file, wrong, code.names);
      this.loaded.add(number);
      return undefined;
    }
    if (answer.type === "not-loaded") return loadFailure(answer.outcome, code, file.file);
    if (answer.type === "ended") return loadFailure(unmeasured(answer.ending), code, file.file);
    throw new LabError(`the child answered "${answer.type}" to a file to load`);
  }

  private async run(number: number, call: Call): Promise<Outcome[]> {
    if (!this.loaded.has(number)) {
      const failure = await this.load(number);
      if (failure)
        throw new LabError(`the subject loaded once and failed the second time: ${failure.message}`);
    }
    const { input, seconds, ...rest } = call;
    const answer = await this.ask(
      { type: "run", subject: number, json: JSON.stringify(input), ...rest },
      seconds,
    );
    const program = (await this.programs[number]!.program) as Program;
    if (answer.type === "ran") return answer.outcomes.map((outcome) => inSource(outcome, program));
    if (answer.type === "ended") return [unmeasured(answer.ending)];
    throw new LabError(`the child answered "${answer.type}" to a call`);
  }

  private async ask(request: Request, seconds: number): Promise<Answer> {
    if (this.closed) return new Promise(() => undefined);
    const ready = await this.child.ready();
    if (ready.type !== "ready") {
      const why = ready.type === "ended" ? JSON.stringify(ready.ending) : "it did not say that it is ready";
      throw new LabError(`the child cannot import ${relative(".", this.problemFile)}: ${why}`);
    }
    const answer = await this.child.ask(request, seconds);
    if (answer.type === "lab-error") throw new LabError(answer.stack);
    if (answer.type === "ended") {
      this.child.end();
      this.loaded = new Set();
      this.child = this.spare ?? this.newChild();
      this.spare = this.newChild();
    }
    return answer;
  }
}

/** The outcome of a call that the child did not survive. */
function unmeasured(ending: Ending): Outcome {
  return { ...ending, steps: 0, uses: 0, ms: 0, printed: "" };
}

function missingEntry(file: string, [name, kind]: [string, string], found: readonly string[]): LoadFailure {
  const what =
    kind === "undefined" ? `there is no ${name}` : `${name} is of type ${kind}, not a function or class`;
  return { message: what, file, found };
}

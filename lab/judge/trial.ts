import { join } from "node:path";
import type { LoadedProblem } from "#lab/catalogue/catalogue.ts";
import { growths } from "#lab/problem/growth.ts";
import { notation } from "#lab/problem/notation.ts";
import { runHere } from "#lab/sandbox/in-process.ts";
import { LabError } from "#lab/sandbox/lab-error.ts";
import type { Outcome, Subject } from "#lab/sandbox/outcome.ts";
import type { Sandbox } from "#lab/sandbox/sandbox.ts";
import { type Refusal, refusalOf } from "./refusal.ts";

/** More steps than this on one input are too many, if they are also so many times the obvious approach's. */
const stepLimit = 1e7;
const timesObvious = 100;
/** Characters of an input whose answer is remembered. */
const longestKept = 200;

export interface Tried {
  readonly outcomes: Outcome[];
  readonly wanted: unknown;
  readonly refusal: Refusal | undefined;
}

/** The reference solution with the best declared growth; of several, the last, as the obvious one comes first. */
export function fastestOf({ approaches }: LoadedProblem): string {
  const order = (name: string): number => growths.indexOf(approaches[name]!.growth);
  return Object.keys(approaches).reduce((best, name) => (order(name) <= order(best) ? name : best));
}

/** A subject and one input at a time: what it made of it, and whether that is right. */
export class Trial {
  private readonly loaded: LoadedProblem;
  private readonly subject: Subject;
  private readonly sandbox: Sandbox;
  private readonly seed: number;
  private readonly seconds: number;
  /** The obvious approach in the child, where its steps are counted; compiled once, when it is first needed. */
  private counted: Subject | undefined;
  /** Small inputs come again and again where there are few of them. */
  private readonly answers = new Map<string, unknown>();

  constructor(
    loaded: LoadedProblem,
    subject: Subject,
    { sandbox, seed, seconds = 1 }: { sandbox: Sandbox; seed: number; seconds?: number },
  ) {
    this.loaded = loaded;
    this.subject = subject;
    this.sandbox = sandbox;
    this.seed = seed;
    this.seconds = seconds;
  }

  /**
   * Calls the subject with the input, twice where nothing else is said. No refusal: all answers are right. `oracle` is
   * the approach whose answer is wanted: otherwise the obvious one, which may take for ever on a large input.
   */
  async on(
    input: unknown[],
    { oracle, times = 2 }: { oracle?: string | undefined; times?: number } = {},
  ): Promise<Tried> {
    const wanted = this.answer(oracle ?? this.obvious, input);
    const call = { input, seed: this.seed, budget: stepLimit, times, seconds: this.seconds };
    let outcomes = await this.subject.run(call);
    if (outcomes.at(-1)!.kind === "out-of-steps") {
      const budget = timesObvious * (await this.stepsOfObvious(input));
      if (budget > stepLimit) outcomes = await this.subject.run({ ...call, budget });
    }
    return { outcomes, wanted, refusal: refusalOf(this.loaded.problem, input, outcomes, wanted) };
  }

  private get obvious(): string {
    return Object.keys(this.loaded.approaches)[0]!;
  }

  private answer(approach: string, input: unknown[]): unknown {
    const { problem, approaches } = this.loaded;
    const asked = JSON.stringify([approach, input]);
    if (this.answers.has(asked)) return this.answers.get(asked);
    const [outcome] = runHere(problem, approaches[approach]!, { input, seed: this.seed, times: 1 });
    if (outcome?.kind === "returned") {
      if (asked.length <= longestKept) this.answers.set(asked, outcome.output);
      return outcome.output;
    }
    throw new LabError(
      `the approach "${approach}" fails on ${notation(input, 500)}: ${JSON.stringify(outcome)}`,
    );
  }

  private async stepsOfObvious(input: unknown[]): Promise<number> {
    this.counted ??= this.sandbox.subject({
      file: join(this.loaded.folder, "approaches.ts"),
      pick: this.obvious,
    });
    const [outcome] = await this.counted.run({
      input,
      seed: this.seed,
      budget: 1e8,
      times: 1,
      seconds: this.seconds,
    });
    return outcome!.steps;
  }
}

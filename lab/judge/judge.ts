import fc from "fast-check";
import { join } from "node:path";
import type { LoadedProblem } from "#lab/catalogue/catalogue.ts";
import { illegal } from "#lab/problem/problem.ts";
import { LabError } from "#lab/sandbox/lab-error.ts";
import type { Subject } from "#lab/sandbox/outcome.ts";
import type { Sandbox } from "#lab/sandbox/sandbox.ts";
import { notation } from "#lab/problem/notation.ts";
import { measureGrowth } from "./measure.ts";
import { recognise } from "./recognise.ts";
import type { Refusal } from "./refusal.ts";
import { fastestOf, Trial } from "./trial.ts";
import type { Verdict } from "./verdict.ts";

export interface JudgeOptions {
  readonly sandbox: Sandbox;
  readonly seed: number;
  /** Replays what was found at this path, and nothing else. */
  readonly path?: string | undefined;
  /** Inputs that an earlier attempt failed on. */
  readonly saved?: readonly unknown[][];
  /** Generated inputs to try. */
  readonly runs?: number;
  /** Whose growth to measure; the subject itself when it is left out, nobody's when it is false. */
  readonly growing?: Subject | false;
  /** Milliseconds for all inputs together, before the verdict is `undecided`. */
  readonly timeLimit?: number;
}

/** Milliseconds for making a counterexample smaller. */
const shrinkingTime = 1200;
const defaultTimeLimit = 15_000;

/**
 * Judges a subject: loads it, then tries saved cases, the mistakes' inputs, the examples and generated inputs, stopping
 * at the first that refutes it, then measures growth. Never throws: a fault of the lab's own is a verdict too.
 */
export async function judge(
  loaded: LoadedProblem,
  subject: Subject,
  options: JudgeOptions,
): Promise<Verdict> {
  const judging = new Judging(loaded, subject, options);
  try {
    return await judging.verdict();
  } catch (error) {
    return judging.concluded({ word: "lab-error", fault: (error as Error).stack ?? String(error) });
  }
}

type Conclusion = Omit<Verdict, "seed" | "runs" | "shrinks" | "ms">;

class Judging {
  private readonly loaded: LoadedProblem;
  private readonly subject: Subject;
  private readonly options: JudgeOptions;
  private readonly trial: Trial;
  private readonly started = performance.now();
  private runs = 0;
  private shrinks = 0;
  /** The input before the present one, in case the subject remembers it. */
  private previous: unknown[] | undefined;
  /** What is known already, by the input's JSON: running it again would cost the same time again. */
  private readonly refusals = new Map<string, Refusal>();

  constructor(loaded: LoadedProblem, subject: Subject, options: JudgeOptions) {
    this.loaded = loaded;
    this.subject = subject;
    this.options = options;
    this.trial = new Trial(loaded, subject, options);
  }

  concluded(conclusion: Conclusion): Verdict {
    const { runs, shrinks, started } = this;
    return {
      ...conclusion,
      seed: this.options.seed,
      runs,
      shrinks,
      ms: Math.round(performance.now() - started),
    };
  }

  async verdict(): Promise<Verdict> {
    const failure = await this.subject.load();
    if (failure) return this.concluded({ word: "load-error", failure });
    const { path } = this.options;
    return (
      (path === undefined ? await this.knownInputs() : undefined) ??
      (await this.generatedInputs()) ??
      (await this.growth())
    );
  }

  private timeLeft(): number {
    return this.started + (this.options.timeLimit ?? defaultTimeLimit) - performance.now();
  }

  private async knownInputs(): Promise<Verdict | undefined> {
    const { problem, mistakes } = this.loaded;
    const size = (input: unknown[]): number => JSON.stringify(input).length;
    const saved = (this.options.saved ?? []).filter((input) => illegal(problem, input) === undefined);
    const known = [
      ...saved,
      ...Object.values(mistakes)
        .map(({ input }) => input)
        .sort((a, b) => size(a) - size(b)),
      ...problem.examples.map(({ input }) => input),
    ];
    for (const input of known) {
      if (this.timeLeft() < 0) return this.concluded({ word: "undecided" });
      this.runs++;
      const refusal = await this.verify(input, saved.includes(input) ? fastestOf(this.loaded) : undefined);
      if (refusal)
        return this.refused((await this.search({ examples: [[input]], numRuns: 1 })).refusal ?? refusal);
    }
    return undefined;
  }

  private async generatedInputs(): Promise<Verdict | undefined> {
    const { runs = 300, path } = this.options;
    const found = await this.search({
      numRuns: runs,
      ...(path === undefined ? undefined : { path, endOnFailure: true }),
    });
    this.runs += found.runs;
    if (found.refusal) return this.refused(found.refusal, found.path);
    return found.interrupted ? this.concluded({ word: "undecided" }) : undefined;
  }

  /** Looks for an input that refutes the subject, and makes it as small as time allows. */
  private async search(parameters: fc.Parameters<[unknown[]]>) {
    const { problem } = this.loaded;
    let refusal: Refusal | undefined;
    let shrinkUntil = Infinity;
    const property = fc.asyncProperty(problem.inputs, async (input) => {
      fc.pre(illegal(problem, input) === undefined);
      if (performance.now() > shrinkUntil) return;
      const found = await this.verify(input);
      if (!found) return;
      refusal = found;
      shrinkUntil = Math.min(shrinkUntil, performance.now() + shrinkingTime);
      throw new Error(found.word);
    });
    const limits = {
      interruptAfterTimeLimit: Math.max(1, this.timeLeft()),
      markInterruptAsFailure: true,
      maxSkipsPerRun: 1000,
    };
    const details = await fc.check(property, { seed: this.options.seed, ...limits, ...parameters });
    if (details.failed && !refusal && !details.interrupted) {
      throw new LabError(
        `the generated inputs are hardly ever legal: ${details.numSkips} of them broke a constraint`,
      );
    }
    this.shrinks += details.numShrinks;
    return {
      refusal,
      path: details.counterexamplePath ?? undefined,
      runs: details.numRuns,
      interrupted: details.interrupted,
    };
  }

  /** `oracle` as for a trial: a saved case may come from a large workload, which only the fastest approach can answer. */
  private async verify(input: unknown[], oracle?: string): Promise<Refusal | undefined> {
    const json = JSON.stringify(input);
    const refusal = this.refusals.get(json) ?? (await this.trial.on(input, oracle)).refusal;
    if (refusal) this.refusals.set(json, refusal);
    else this.previous = input;
    return refusal;
  }

  /** The verdict for a refusal; a fault that is gone in a fresh module is named as that. */
  private async refused(refusal: Refusal, path?: string): Promise<Verdict> {
    const { word, counterexample } = refusal;
    if (word === "not-implemented")
      return this.concluded({ word, counterexample: this.firstExample(refusal) });
    if (!(await this.isRemembered(refusal))) return this.named(refusal, path);
    const message = `is right when this is its first input, but wrong after a call with ${notation(this.previous, 200)}`;
    return this.named(
      { word, counterexample: { ...counterexample, check: "answers a second call as well", message } },
      path,
    );
  }

  /** The verdict for a refusal, with the known mistake it shows. */
  private async named({ word, counterexample }: Refusal, path?: string): Promise<Verdict> {
    const { loaded, subject, options } = this;
    const inChild = (name: string): Subject => options.sandbox.subject(this.solution("mistakes.ts", name));
    const mistake = await recognise(loaded, word, subject, inChild);
    return this.concluded({
      word,
      counterexample,
      ...(mistake === undefined ? undefined : { mistake }),
      ...(path === undefined ? undefined : { path }),
    });
  }

  /** Does the failing input pass in a module that has seen nothing before? */
  private async isRemembered({ word, counterexample }: Refusal): Promise<boolean> {
    if (
      word !== "wrong-answer" ||
      this.previous === undefined ||
      counterexample.check === "answers a second call as well"
    )
      return false;
    return (
      (await this.subject.load()) === undefined &&
      (await this.trial.on(counterexample.input, undefined, 1)).refusal === undefined
    );
  }

  private firstExample({ counterexample }: Refusal): Refusal["counterexample"] {
    const [example] = this.loaded.problem.examples;
    return example ? { ...counterexample, input: example.input, wanted: example.output } : counterexample;
  }

  private async growth(): Promise<Verdict> {
    const growing = this.options.growing ?? this.subject;
    if (growing === false || this.options.path !== undefined) return this.concluded({ word: "accepted" });
    const fastest = this.options.sandbox.subject(this.solution("approaches.ts", fastestOf(this.loaded)));
    const measurement = await measureGrowth(this.loaded.problem, growing, fastest, this.options.seed);
    if ("refusal" in measurement) return this.named(measurement.refusal);
    return this.concluded({ word: "accepted", growth: measurement.growth });
  }

  private solution(file: string, pick: string): { file: string; pick: string } {
    return { file: join(this.loaded.folder, file), pick };
  }
}

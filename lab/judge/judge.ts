import { join } from "node:path";
import type { LoadedProblem } from "#lab/catalogue/catalogue.ts";
import { notation } from "#lab/problem/notation.ts";
import type { Subject } from "#lab/sandbox/outcome.ts";
import type { Sandbox } from "#lab/sandbox/sandbox.ts";
import { measureGrowth } from "./measure.ts";
import { recognise } from "./recognise.ts";
import { law, type Refusal } from "./refusal.ts";
import { type Found, Search } from "./search.ts";
import { fastestOf, Trial } from "./trial.ts";
import type { Verdict } from "./verdict.ts";

/** Generated inputs that a subject is tried on, where nothing else is said. */
export const generatedRuns = 300;

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
  /** Seconds of computing on one input before it is a time limit; 1 where nothing else is said. */
  readonly seconds?: number;
  /** Milliseconds for all inputs together, before the verdict is `undecided`. */
  readonly timeLimit?: number;
}

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
  private readonly search: Search;
  private readonly started = performance.now();

  constructor(loaded: LoadedProblem, subject: Subject, options: JudgeOptions) {
    this.loaded = loaded;
    this.subject = subject;
    this.options = options;
    this.trial = new Trial(loaded, subject, options);
    const deadline = this.started + (options.timeLimit ?? 15_000);
    this.search = new Search(loaded, this.trial, { seed: options.seed, deadline });
  }

  concluded(conclusion: Conclusion): Verdict {
    const { runs, shrinks } = this.search;
    const ms = Math.round(performance.now() - this.started);
    return { ...conclusion, seed: this.options.seed, runs, shrinks, ms };
  }

  async verdict(): Promise<Verdict> {
    const { problem } = this.loaded;
    const {
      path,
      runs = problem.generated ?? generatedRuns,
      saved = [],
      growing = this.subject,
    } = this.options;
    const failure = await this.subject.load();
    if (failure) return this.concluded({ word: "load-error", failure });
    const known = path === undefined ? await this.search.known(saved) : undefined;
    const found = known ?? (this.search.interrupted ? undefined : await this.search.generated(runs, path));
    if (found) return this.refused(found);
    if (this.search.interrupted) return this.concluded({ word: "undecided" });
    if (growing === false || path !== undefined) return this.concluded({ word: "accepted" });

    if (Object.keys(this.loaded.problem.workloads).length === 0)
      return this.concluded({ word: "accepted", sizeless: true });

    const fastest = this.solution("approaches.ts", fastestOf(this.loaded));
    const measured = await measureGrowth({ problem, subject: growing, fastest, seed: this.options.seed });
    if ("refusal" in measured) return this.named(measured);
    return this.concluded({ word: "accepted", growth: measured.growth });
  }

  /** The verdict for an input that refutes; a wrong answer that a fresh module does not repeat is blamed on what it remembered. */
  private async refused({ refusal, path }: Found): Promise<Verdict> {
    const { word, counterexample } = refusal;
    if (word === "not-implemented") {
      const [example] = this.loaded.problem.examples;
      return this.concluded({
        word,
        counterexample: { ...counterexample, input: example!.input, wanted: example!.output },
      });
    }
    const at = path === undefined ? {} : { path };
    const culprit = await this.remembered(refusal);
    if (culprit === undefined) return this.named({ refusal, ...at });
    const message = `it is right when this is its first input, but wrong after ${culprit}`;
    const check = law("answers a second call as well");
    return this.named({ refusal: { word, counterexample: { ...counterexample, check, message } }, ...at });
  }

  /** Which calls a wrong answer was due to, if it was; modules that have seen nothing yet tell. */
  private async remembered({ word, counterexample: { input, check } }: Refusal): Promise<string | undefined> {
    const { answered } = this.search;
    if (word !== "wrong-answer" || check === law("answers a second call as well")) return undefined;
    const isRightAfter = async (...before: unknown[][]): Promise<boolean> => {
      if (await this.subject.load()) return false;
      const once = { oracle: fastestOf(this.loaded), times: 1 };
      for (const earlier of before) await this.trial.on(earlier, once);
      return (await this.trial.on(input, once)).refusal === undefined;
    };
    if (!(await isRightAfter())) return undefined;
    if (answered === undefined || (await isRightAfter(answered))) return "other calls";
    return `a call with ${notation(answered, 200)}`;
  }

  /** The verdict for an input that refutes, with the known mistake it shows. */
  private async named({ refusal: { word, counterexample }, path }: Found): Promise<Verdict> {
    const mistake = await recognise(this.loaded, word, this.subject, (name) =>
      this.solution("mistakes.ts", name),
    );
    return this.concluded({
      word,
      counterexample,
      ...(mistake !== undefined && { mistake }),
      ...(path !== undefined && { path }),
    });
  }

  /** A reference solution or a mistake, to be run in the child. */
  private solution(file: string, pick: string): Subject {
    return this.options.sandbox.subject({ file: join(this.loaded.folder, file), pick });
  }
}

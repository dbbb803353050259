import fc from "fast-check";
import type { LoadedProblem } from "#lab/catalogue/catalogue.ts";
import { illegal } from "#lab/problem/problem.ts";
import { LabError } from "#lab/sandbox/lab-error.ts";
import type { Refusal } from "./refusal.ts";
import { fastestOf, type Trial } from "./trial.ts";

/** Milliseconds for making a counterexample smaller. */
const shrinkingTime = 1200;

/** An input that refutes a subject, and how it was found. */
export interface Found {
  readonly refusal: Refusal;
  /** Where fast-check found it; left out for a known input. */
  readonly path?: string;
}

interface SearchOptions {
  readonly seed: number;
  /** When to stop, on the clock of `performance.now()`. */
  readonly deadline: number;
  /** Takes the first input that refutes as it is, instead of making it smaller. */
  readonly asFound?: boolean;
}

/** Looks for an input that refutes the subject of a trial, and makes it smaller. */
export class Search {
  /** Inputs tried, and steps by which the failing one was made smaller. */
  runs = 0;
  shrinks = 0;
  /** The deadline came first. */
  interrupted = false;
  /** The last input that was answered rightly. */
  answered: unknown[] | undefined;

  private readonly loaded: LoadedProblem;
  private readonly trial: Trial;
  private readonly options: SearchOptions;
  /** What is known already, by the input's JSON: trying it again would cost the same time again. */
  private readonly refusals = new Map<string, Refusal>();

  constructor(loaded: LoadedProblem, trial: Trial, options: SearchOptions) {
    this.loaded = loaded;
    this.trial = trial;
    this.options = options;
  }

  /**
   * Tries saved cases, then the mistakes' inputs, shortest first, then the examples. Saved cases may come from a large
   * workload, which only the fastest approach can answer.
   */
  async known(saved: readonly unknown[][]): Promise<Found | undefined> {
    const { problem, mistakes } = this.loaded;
    const stillLegal = saved.filter((input) => illegal(problem, input) === undefined);
    const size = (input: unknown[]): number => JSON.stringify(input).length;
    const ofMistakes = Object.values(mistakes).map(({ input }) => input);
    const others = [
      ...ofMistakes.sort((a, b) => size(a) - size(b)),
      ...problem.examples.map(({ input }) => input),
    ];
    return (await this.each(stillLegal, fastestOf(this.loaded))) ?? (await this.each(others));
  }

  /** Tries generated inputs; with a path, only the one found there. */
  async generated(runs: number, path?: string): Promise<Found | undefined> {
    const replay = path === undefined ? undefined : { path, endOnFailure: true };
    const { refusal, details } = await this.check({ numRuns: runs, ...replay });
    this.runs += details.numRuns;
    return (
      refusal && { refusal, ...(details.counterexamplePath !== null && { path: details.counterexamplePath }) }
    );
  }

  private async each(inputs: readonly unknown[][], oracle?: string): Promise<Found | undefined> {
    for (const input of inputs) {
      if (performance.now() > this.options.deadline) this.interrupted = true;
      if (this.interrupted) return undefined;
      this.runs++;
      const refusal = await this.verify(input, oracle);
      if (!refusal) continue;
      const smaller = await this.check({ examples: [[input]], numRuns: 1 }, oracle);
      return { refusal: smaller.refusal ?? refusal };
    }
    return undefined;
  }

  private async check(parameters: fc.Parameters<[unknown[]]>, oracle?: string) {
    const { problem } = this.loaded;
    const { seed, deadline, asFound = false } = this.options;
    let refusal: Refusal | undefined;
    let shrinkUntil = Infinity;
    const property = fc.asyncProperty(problem.inputs, async (input) => {
      fc.pre(illegal(problem, input) === undefined);
      if (performance.now() > shrinkUntil) return;
      const found = await this.verify(input, oracle);
      if (!found) return;
      refusal = found;
      shrinkUntil = Math.min(shrinkUntil, performance.now() + shrinkingTime);
      throw new Error(found.word);
    });
    const details = await fc.check(property, {
      seed,
      interruptAfterTimeLimit: Math.max(1, deadline - performance.now()),
      markInterruptAsFailure: true,
      endOnFailure: asFound,
      ...parameters,
    });
    if (details.failed && !refusal) {
      if (!details.interrupted)
        throw new LabError(`generated inputs are hardly ever legal: ${details.numSkips} broke a constraint`);
      this.interrupted = true;
    }
    this.shrinks += details.numShrinks;
    return { refusal, details };
  }

  private async verify(input: unknown[], oracle?: string): Promise<Refusal | undefined> {
    const json = JSON.stringify(input);
    const refusal = this.refusals.get(json) ?? (await this.trial.on(input, { oracle })).refusal;
    if (refusal) this.refusals.set(json, refusal);
    else this.answered = input;
    return refusal;
  }
}

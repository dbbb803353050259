import type { Random } from "#lab/problem/random.ts";

/**
 * Ways to the same answer, to be compared: what every `*.bench.ts` declares, and what a problem's approaches become.
 * `I` is an input of one size, which contenders read and do not change; `A` is an answer.
 */
// eslint-disable-next-line @typescript-eslint/no-explicit-any -- a list of comparisons mixes inputs and answers
export interface Comparison<I = any, A = any> {
  /** What is done: "push and pop with 1 000 live keys". */
  readonly title: string;
  /** Sizes to measure at, ascending; those at which a contender needs too long are left out for it. */
  readonly sizes: readonly number[];
  /** An input of size n. Made once for each process and size; its making is not timed. */
  readonly input: (n: number, random: Random) => I;
  /** Ours first. A contender named as an npm package, such as "flatqueue", is that package's. */
  readonly contenders: Readonly<Record<string, Contender<I, A>>>;
  /** Whether an answer agrees with that of the first contender. Left out: they are deeply equal. */
  readonly agree?: (answer: A, expected: A, input: I) => boolean;
  /** A copy for each call, made outside the measured time, where contenders change their input. */
  readonly copy?: (input: I) => I;
  /** What the first contender has to reach. */
  readonly bars?: readonly Bar[];
}

/** From an input to the answer, or with `holds`, what is kept in memory: a structure filled from the input. */
export type Contender<I, A> =
  ((input: I) => A) | { readonly run: (input: I) => A; readonly holds: (input: I) => unknown };

/** How much faster than another contender the first one must be. */
export interface Bar {
  readonly against: string;
  /** The other's time divided by ours. */
  readonly atLeast: number;
  /** At this size; the largest when left out. */
  readonly at?: number;
}

/** Declares a comparison; the types of contenders and answers follow from the input and the first contender. */
export function comparison<I, A>(parts: Comparison<I, A>): Comparison<I, A> {
  return parts;
}

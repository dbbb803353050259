import type { Growth } from "#lab/problem/growth.ts";
import type { LoadFailure } from "#lab/sandbox/outcome.ts";

/** The judge's word on a subject. */
export type Word =
  | "accepted"
  | "wrong-answer"
  /** It threw, rejected, exited, was killed or overflowed the stack. */
  | "runtime-error"
  | "time-limit"
  | "memory-limit"
  | "input-modified"
  /** The untouched stub. */
  | "not-implemented"
  /** The file does not parse, throws or loops while it is loaded, or lacks the entry point. */
  | "load-error"
  /** The lab ran out of its own time. */
  | "undecided"
  /** A fault of the lab's own. */
  | "lab-error";

export interface Verdict {
  readonly word: Word;
  readonly counterexample?: Counterexample;
  /** The known mistake whose answers it gives. */
  readonly mistake?: string;
  readonly growth?: MeasuredGrowth;
  /** The problem has no size that a growth could be judged over. */
  readonly sizeless?: true;
  /** Why it could not be loaded. */
  readonly failure?: LoadFailure;
  /** What went wrong in the lab. */
  readonly fault?: string;
  readonly seed: number;
  /** Where fast-check found the counterexample; left out when it came from a known input. */
  readonly path?: string;
  /** Inputs that were tried, and steps by which the failing one was made smaller. */
  readonly runs: number;
  readonly shrinks: number;
  readonly ms: number;
}

/** An input that the subject does not answer, and what became of it. */
export interface Counterexample {
  readonly input: unknown[];
  /** What came back, if anything did. */
  readonly output?: unknown;
  /** What a reference answers. */
  readonly wanted?: unknown;
  /** The law that is broken. */
  readonly check: string;
  /** One sentence: what happened. */
  readonly message: string;
  readonly stack?: string;
  /** What the subject printed during this call. */
  readonly printed?: string;
}

export interface MeasuredGrowth {
  readonly wanted: Growth;
  /** The slowest class that bounds what was measured. */
  readonly measured: string;
  /** No worse than wanted. */
  readonly ok: boolean;
  /** The workload on which it grew fastest. */
  readonly workload: string;
  /** The size at which no answer came in time any more, if that happened. */
  readonly unanswered?: number;
}

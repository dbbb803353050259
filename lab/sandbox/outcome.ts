/** What came of one call of a subject. */
export type Outcome = Ending & {
  /** Loop turns, function entries and the work inside built-ins; 0 where they are not counted. */
  readonly steps: number;
  /** Calls of an API that `call` counts. */
  readonly uses: number;
  /** Milliseconds in the subject: of the processor in a child, by the clock in this process. */
  readonly ms: number;
  /** What it printed, cut after some thousand characters. */
  readonly printed: string;
};

export type Ending =
  | { readonly kind: "returned"; readonly output: unknown }
  /** Something came back that is no plain data: a promise, a function, a list with a cycle. */
  | { readonly kind: "not-plain"; readonly what: string }
  /** What was to be kept, in LeetCode's notation, or a description of what cannot be written so. */
  | { readonly kind: "changed-input"; readonly before: string; readonly after: string }
  | { readonly kind: "threw"; readonly message: string; readonly stack: string; readonly during?: string }
  | { readonly kind: "out-of-steps"; readonly budget: number }
  | { readonly kind: "no-answer"; readonly seconds: number }
  | { readonly kind: "out-of-memory"; readonly what: string }
  | { readonly kind: "died"; readonly how: string };

/** Why a subject could not be loaded; the position is in the learner's file. */
export interface LoadFailure {
  readonly message: string;
  readonly file: string;
  readonly line?: number;
  readonly column?: number;
  /** The names that the file does define at its top level. */
  readonly found: readonly string[];
}

export interface Call {
  readonly input: unknown[];
  /** Seeds `Math.random`. */
  readonly seed: number;
  /** Steps after which to give up. */
  readonly budget: number;
  /** How often to call with a fresh copy of the input. */
  readonly times: number;
  /** Seconds of computing, or of waiting idly, after which to give up. */
  readonly seconds: number;
  /** Prints nothing, so that printing is not measured. */
  readonly quiet?: boolean;
}

/**
 * What is being judged: an attempt in a process of its own, or an approach or mistake in this one.
 * One outcome for each call, fewer when one of them did not return.
 */
export interface Subject {
  /** Undefined when the subject is ready to be called. */
  load(): Promise<LoadFailure | undefined>;
  run(call: Call): Promise<Outcome[]>;
}

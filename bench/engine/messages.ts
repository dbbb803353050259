import type { Memory } from "./memory.ts";

/** What is asked of a contender's process, one thing at a time. */
export type Request =
  | { readonly type: "prepare"; readonly n: number; readonly warmMs: number }
  | { readonly type: "sample"; readonly ms: number }
  | { readonly type: "memory"; readonly n: number }
  | { readonly type: "steps"; readonly n: number }
  /** Does its answer agree with the first contender's? Patterns only: a problem's solutions are judged. */
  | { readonly type: "agree"; readonly n: number };

export type Reply =
  | { readonly type: "ready" }
  /** Milliseconds of one call: an estimate after "prepare", a median after "sample". */
  | { readonly type: "time"; readonly ms: number }
  | ({ readonly type: "memory" } & Memory)
  | { readonly type: "steps"; readonly steps: number }
  /** Milliseconds of its first call, and both answers where they differ. */
  | { readonly type: "agreement"; readonly ms: number; readonly wrong?: string }
  /** The contender, or its loading, threw. */
  | { readonly type: "failed"; readonly message: string };

import type { Code } from "#lab/sandbox/program.ts";
import type { Ending } from "#lab/sandbox/outcome.ts";
import type { CpuProfile, HeapProfile } from "../../patterns/performance/profiling/v8-profile.ts";

export type Kind = "cpu" | "heap";

/** What a process is to profile. */
export interface Task {
  readonly problemFile: string;
  readonly code: Code;
  /** A solution inside the default export, as in approaches.ts. */
  readonly pick: string | undefined;
  readonly kind: Kind;
  /** One of these, the one that takes longest. */
  readonly workloads: readonly string[];
  /** One of these, ascending: the first at which a call takes long enough, or else the last. */
  readonly sizes: readonly number[];
  /** Milliseconds to spend in its calls. */
  readonly spend: number;
}

/** An input of a workload. */
export interface Chosen {
  readonly workload: string;
  readonly n: number;
}

/** What the process tells, in this order; whoever waits knows by it where an endless subject was. */
export type Report =
  | { readonly type: "loading" }
  | ({ readonly type: "calling" } & Chosen)
  /** The last one is one of these. */
  | { readonly type: "not-loaded"; readonly ending: Ending }
  | { readonly type: "missing"; readonly name: string }
  | ({ readonly type: "illegal"; readonly why: string } & Chosen)
  | ({ readonly type: "failed"; readonly ending: Ending } & Chosen)
  | ({ readonly type: "profiled"; readonly profile: Recorded } & Chosen & Calls)
  | { readonly type: "lab-error"; readonly stack: string };

/** How often a subject was called, and the milliseconds from the first call to the end of the last. */
export interface Calls {
  readonly calls: number;
  readonly ms: number;
}

/** What V8 hands over, as its kind says. */
export type Recorded = CpuProfile | HeapProfile;

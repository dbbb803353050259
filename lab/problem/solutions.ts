import type { Growth } from "./growth.ts";
import type { Module, Problem } from "./problem.ts";

/** Reference solutions by name, the obvious one first. */
export type Approaches<M extends Module> = Readonly<Record<string, Approach<M>>>;

/** A reference solution: the stub's entry points, and how its cost grows on the worst workload. */
export type Approach<M extends Module = Module> = M & { readonly growth: Growth };

/** Plausible wrong solutions, each named by what it does. */
export type Mistakes<P> =
  P extends Problem<infer M, infer I, infer _O, infer L> ? Readonly<Record<string, Mistake<M, I, L>>> : never;

export type Mistake<M extends Module = Module, I = unknown[], L extends string = string> = M & {
  /** The law that must refuse it: one of the problem's checks, or of the contract every problem has. */
  readonly law: L | ContractLaw;
  /** The smallest input that shows it. */
  readonly input: I;
  /** It never ends, or keeps something in a variable of its module: run it in a process of its own. */
  readonly inChild?: true;
};

/** What every problem asks of a solution beside its own checks. */
export type ContractLaw =
  | "returns a value of the right kind"
  | "does not throw"
  | "finishes"
  | "leaves its input as it was"
  | "answers a second call as well";

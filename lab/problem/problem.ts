import fc from "fast-check";
import type { Growth } from "./growth.ts";
import type { Random } from "./random.ts";
import { misfit, type Shape } from "./shape.ts";

// By default fast-check stops at some ten elements, whatever maxLength says.
fc.configureGlobal({ defaultSizeToMaxWhenMaxSpecified: true });

/**
 * What a right answer is: the one declaration that judging, tests and benchmarks are derived from.
 *
 * Inputs (`I`, the list of arguments) and outputs (`O`) are plain data: numbers, strings, booleans, null and
 * arrays of them. That is what is printed, stored and typed in by hand; only `call` knows lists and trees.
 */
export interface Problem<
  M extends Module = Module,
  I extends unknown[] = unknown[],
  O = unknown,
  L extends string = string,
> extends Parts<M, I, O, L> {
  /** What the learner starts from. Its names are the entry points, its types those of every solution. */
  readonly stub: M;
}

interface Parts<M extends Module, I extends unknown[], O, L extends string> {
  /** Each argument's name and shape, in order. */
  readonly takes: Readonly<Record<string, Shape>>;
  /** The shape of what `call` returns; a record of shapes where it returns several named things. */
  readonly returns: Shape | Readonly<Record<string, Shape>>;
  /** The statement's examples. They are judged by the checks like any input, never compared for equality. */
  readonly examples: readonly Example<NoInfer<I>, NoInfer<O>>[];
  /** What makes an input legal. Every input is tested against these, wherever it comes from. */
  readonly constraints: Readonly<Record<string, (input: I) => boolean>>;
  /** Legal inputs only, small first, biased to the edges. */
  readonly inputs: fc.Arbitrary<I>;
  /** Applies a solution to an input. It runs on the solution's side of the wall. */
  readonly call: (module: M, input: I, tools: Tools<M>) => O;
  /** Named laws, in the order in which to blame them. They get outputs of the right shape only. */
  // eslint-disable-next-line @typescript-eslint/consistent-indexed-object-style -- from a Record, L is not inferred
  readonly checks: { readonly [K in L]: Check<I, O> };
  /** Hard legal inputs of size n. Growth is judged on the worst of them; where there are none, as for a growth of "1" that has no size to grow with, not at all. */
  readonly workloads: Readonly<Record<string, (n: number, random: Random) => I>>;
  /** The growth to reach: of steps, or of calls where `call` counts the calls of an API. */
  readonly growth: Growth;
  /** Generated inputs to try, where each is tried in many ways; 300 unless said otherwise. */
  readonly generated?: number;
  /** The largest n a workload can make, where the constraints end before the growth is clear. */
  readonly largest?: number;
  /** Names that solutions find as globals beside those every problem has, such as LeetCode's `Node`. */
  readonly globals?: Readonly<Record<string, unknown>>;
  /** Modules by their path that solutions share with `call`: imported there, they are these and no copies. */
  readonly shares?: Readonly<Record<string, unknown>>;
  /** What of an output tells one mistake from another. Left out: all of it. */
  readonly symptoms?: (output: NoInfer<O>) => unknown;
  /** Several answers may be right, and the obvious approach's is one of them. */
  readonly severalAnswers?: boolean;
  /** Where an input is a script of method calls: what each method returns, "void" for nothing. See `design`. */
  readonly methods?: Readonly<Record<string, Shape>>;
}

/** The entry points of a solution by name: functions or classes. */
// eslint-disable-next-line @typescript-eslint/no-explicit-any -- the stub's own types say what they take
export type Module = Readonly<Record<string, any>>;

export interface Example<I, O> {
  readonly input: I;
  readonly output: O;
}

/** Does `output` answer `input`? `wanted` is a reference's answer: the obvious approach's, or the fastest's on large inputs. */
export type Check<I, O> = (output: O, input: I, wanted: O) => boolean;

export interface Tools<M> {
  /** A fresh instance of the subject's module, which shares no variable with the first. */
  readonly fresh: () => M;
  /** An API to hand to the subject. The growth of the number of its calls is then judged, not of steps. */
  readonly counted: <A extends unknown[], R>(api: (...args: A) => R) => (...args: A) => R;
  /** What `read` returns now it must return after the call too, or the verdict is `input-modified`. */
  readonly keeps: (read: () => unknown) => void;
  /** Says which part of the input is being played, for the message should it fail. */
  readonly during: (part: string) => void;
}

/** Declares a problem; the types of its parts follow from the stub, the inputs and `call`. */
export function problem<M extends Module, I extends unknown[] | [], O, L extends string>(
  stub: M,
  parts: Parts<M, I, O, L>,
): Problem<M, I, O, L> {
  return { stub, ...parts };
}

/** Why an input is not legal ("nums: element 1 is a string", "breaks the constraint …"); undefined when it is. */
export function illegal(problem: Problem, input: unknown[]): string | undefined {
  const names = Object.keys(problem.takes);
  if (input.length !== names.length) {
    return `takes ${names.length} argument${names.length === 1 ? "" : "s"} (${names.join(", ")}), not ${input.length}`;
  }
  for (const [i, name] of names.entries()) {
    const shape = problem.takes[name]!;
    const wrong = misfit(shape, input[i]);
    if (wrong !== undefined) return `${name} is to be ${shape}, but ${wrong}`;
  }
  const broken = Object.entries(problem.constraints).find(([, holds]) => !holds(input));
  return broken && `breaks the constraint "${broken[0]}"`;
}

import { pathToFileURL } from "node:url";
import { inspect, isDeepStrictEqual } from "node:util";
import type { Comparison } from "#bench/comparison.ts";
import type { Module, Problem, Tools } from "#lab/problem/problem.ts";
import { seededRandom } from "#lab/problem/random.ts";
import { copied, seed } from "./inputs.ts";
import { loadUninstrumented } from "./uninstrumented.ts";

/** Where a contender's code is. It crosses to the process that runs it. */
export type Source =
  | {
      readonly kind: "pattern";
      readonly file: string;
      readonly comparison: number;
      readonly contender: string;
    }
  | {
      readonly kind: "solution";
      readonly problemFile: string;
      readonly workload: string;
      readonly file: string;
      readonly pick?: string;
    }
  | { readonly kind: "yardstick" };

/** A contender with its code loaded, in the process that measures it. */
export interface Entrant {
  readonly input: (n: number) => unknown;
  /** A copy for each call, where calls may change it. */
  readonly copy?: (input: unknown) => unknown;
  readonly run: (input: unknown) => unknown;
  readonly holds?: (input: unknown) => unknown;
  /** What is wrong with an answer, beside the first contender's. */
  readonly fault?: (answer: unknown, n: number) => string | undefined;
}

export async function load(source: Source): Promise<Entrant> {
  if (source.kind === "yardstick") return yardstick;
  if (source.kind === "solution") return solution(source);
  const chosen = (await comparisonsIn(source.file))[source.comparison]!;
  const { input, copy, contenders, agree = (a: unknown, b: unknown) => isDeepStrictEqual(a, b) } = chosen;
  const parts = (name: string): Pick<Entrant, "run" | "holds"> => {
    const contender = contenders[name]!;
    return typeof contender === "function" ? { run: contender } : contender;
  };
  const first = Object.keys(contenders)[0]!;
  const inputOf = (n: number): unknown => input(n, seededRandom(seed + n));
  return {
    input: inputOf,
    ...(copy && { copy }),
    ...parts(source.contender),
    fault: (answer, n) => {
      const expected: unknown = parts(first).run(inputOf(n));
      if (agree(answer, expected, inputOf(n))) return undefined;
      return `answers ${shown(answer)} at n = ${n}, where ${first} answers ${shown(expected)}`;
    },
  };
}

function shown(answer: unknown): string {
  return inspect(answer, { breakLength: Infinity, maxArrayLength: 5, maxStringLength: 40 });
}

export async function comparisonsIn(file: string): Promise<readonly Comparison[]> {
  return ((await import(pathToFileURL(file).href)) as { default: Comparison[] }).default;
}

async function solution({ problemFile, workload, ...file }: Source & { kind: "solution" }): Promise<Entrant> {
  const { default: problem } = (await import(pathToFileURL(problemFile).href)) as { default: Problem };
  const { module, fresh } = await loadUninstrumented(problem, file);
  const tools: Tools<Module> = {
    fresh,
    counted: (api) => api,
    keeps: () => undefined,
    during: () => undefined,
  };
  return {
    input: (n) => problem.workloads[workload]!(n, seededRandom(seed + n)),
    copy: copied,
    run: (input) => problem.call(module, input as unknown[], tools),
  };
}

/**
 * A fixed piece of work whose time tells how fast the machine is at the moment: arithmetic, a walk through memory,
 * a map and some garbage. Recorded results of another hour are compared by it.
 */
const yardstick: Entrant = {
  input: () => Uint32Array.from({ length: 4096 }, (_, i) => Math.imul(i + 1, 2_654_435_761)),
  run: (input) => {
    const values = input as Uint32Array;
    const seen = new Map<number, number[]>();
    let sum = 0;
    for (const value of values) {
      const key = value >>> 24;
      const others = seen.get(key);
      if (others) others.push(value);
      else seen.set(key, [value]);
      sum = (sum * 31 + values[value & 4095]!) | 0;
    }
    return sum + seen.size;
  },
};

import type { Module, Problem } from "#lab/problem/problem.ts";
import { seededRandom } from "#lab/problem/random.ts";
import { leetcodeNodes } from "./leetcode.ts";
import type { Call, Outcome, Subject } from "./outcome.ts";
import { perform } from "./perform.ts";

/**
 * An approach or a mistake, run in this process so that debuggers and coverage see it. Nothing guards it:
 * what may not end, or keeps something in its module, is run in a child.
 */
export function inProcess(problem: Problem, module: Module): Subject {
  return {
    load: () => Promise.resolve(undefined),
    run: (call) => Promise.resolve(runHere(problem, module, call)),
  };
}

/** As `inProcess`, without a promise around it. */
export function runHere(
  problem: Problem,
  module: Module,
  { input, seed, times }: Omit<Call, "budget" | "seconds">,
): Outcome[] {
  const outcomes: Outcome[] = [];

  const { random } = Math;
  Object.assign(globalThis, leetcodeNodes(problem));
  try {
    for (let i = 0; i < times; i++) {
      Math.random = seededRandom(seed).next;
      const start = performance.now();
      const { ending, uses } = perform(problem, module, structuredClone(input), () => module);
      outcomes.push({ ...ending, uses, steps: 0, ms: performance.now() - start, printed: "" });
      if (ending.kind !== "returned") break;
    }
  } finally {
    Math.random = random;
  }
  return outcomes;
}

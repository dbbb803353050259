import type { Module, Problem } from "#lab/problem/problem.ts";
import { seededRandom } from "#lab/problem/random.ts";
import { endingOf } from "#lab/sandbox/ending.ts";
import { withDefault } from "#lab/sandbox/entry-points.ts";
import { leetcodeNodes } from "#lab/sandbox/leetcode.ts";
import type { Ending, LoadFailure, Outcome } from "#lab/sandbox/outcome.ts";
import { perform } from "#lab/sandbox/perform.ts";
import type { Program } from "#lab/sandbox/program.ts";
import { newRealm } from "#lab/sandbox/realm.ts";
import { inSource, loadFailure } from "#lab/sandbox/stack.ts";
import { Steps } from "#lab/sandbox/steps.ts";

/**
 * Loads an attempt in this process, in the realm it is judged in, where a debugger sees it and nothing stops it. What it
 * prints goes to the terminal as it comes. Returns what calls it, each time with a fresh copy of the input.
 */
export function inThisProcess(
  problem: Problem,
  program: Program,
): LoadFailure | ((input: unknown[]) => Outcome) {
  const file = program.code.entry;
  const { next } = seededRandom(0);
  const realm = newRealm({
    globals: leetcodeNodes(problem),
    console,
    random: next,
    steps: new Steps(),
    ...(problem.shares && { shares: problem.shares }),
  });
  const start = (): Module => withDefault(problem, realm.start(program.code));
  let module: Module;
  try {
    module = start();
  } catch (thrown) {
    return loadFailure(outcome(endingOf(thrown)), program, file);
  }
  const missing = Object.keys(problem.stub).find((name) => typeof module[name] !== "function");
  if (missing !== undefined)
    return { message: `there is no function or class ${missing}`, file, found: program.names };
  return (input) => {
    const { ending } = perform(problem, module, realm.parse(JSON.stringify(input)) as unknown[], start);
    return inSource(outcome(ending), program);
  };
}

/** Nothing is measured here: whoever looks on takes their time. */
function outcome(ending: Ending): Outcome {
  return { ...ending, steps: 0, uses: 0, ms: 0, printed: "" };
}

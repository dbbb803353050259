import { equal } from "#lab/problem/compare.ts";
import { notation } from "#lab/problem/notation.ts";
import { NotPlain } from "#lab/problem/plain.ts";
import type { Module, Problem, Tools } from "#lab/problem/problem.ts";
import { endingOf, isPromise, plain, type Plain } from "./ending.ts";
import type { Ending } from "./outcome.ts";

/** One call of a subject, seen from the process it runs in. */
export interface Performed {
  readonly ending: Ending;
  readonly uses: number;
}

/** Calls `module` with `input` the problem's way, and turns whatever happens into an ending. */
export function perform(problem: Problem, module: Module, input: unknown[], fresh: () => Module): Performed {
  let uses = 0;
  let part: string | undefined;
  const kept: Kept[] = [];
  const tools: Tools<Module> = {
    fresh,
    counted:
      (api) =>
      (...args) => {
        uses++;
        return api(...args);
      },
    keeps: (read) => kept.push({ read, before: structuredClone(read()) }),
    during: (what) => (part = what),
  };
  let ending: Ending;
  try {
    const output = problem.call(module, input, tools);
    ending = isPromise(output) ? { kind: "not-plain", what: "a promise" } : plain(output);
  } catch (thrown) {
    ending = thrown instanceof NotPlain ? { kind: "not-plain", what: thrown.message } : endingOf(thrown);
    if (ending.kind === "threw" && part !== undefined) ending = { ...ending, during: part };
  }
  // What it threw comes before what it may have left half done.
  if (ending.kind === "returned" || ending.kind === "not-plain") ending = changed(kept) ?? ending;
  return { ending, uses };
}

interface Kept {
  readonly read: () => unknown;
  readonly before: unknown;
}

/** The first thing that was to be kept and reads otherwise now, or cannot be read any more. */
function changed(kept: readonly Kept[]): Ending | undefined {
  for (const { read, before } of kept) {
    const again = readAgain(read);
    if (again.kind === "returned" && equal(again.output, before)) continue;
    const after = again.kind === "returned" ? notation(again.output, shown) : again.what;
    return { kind: "changed-input", before: notation(before, shown), after };
  }
  return undefined;
}

const shown = 500;

function readAgain(read: () => unknown): Plain {
  try {
    return plain(read());
  } catch (thrown) {
    return {
      kind: "not-plain",
      what: thrown instanceof NotPlain ? thrown.message : "something that throws when it is read",
    };
  }
}

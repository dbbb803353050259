import { inspect } from "node:util";
import { equal } from "#lab/problem/compare.ts";
import { isObject, NotPlain } from "#lab/problem/plain.ts";
import type { Module, Problem, Tools } from "#lab/problem/problem.ts";
import type { Ending } from "./outcome.ts";

/** One call of a subject, seen from the process it runs in. */
export interface Performance {
  readonly ending: Ending;
  readonly uses: number;
}

/** Calls `module` with `input` the problem's way, and turns whatever happens into an ending. */
export function perform(
  problem: Problem,
  module: Module,
  input: unknown[],
  fresh: () => Module,
): Performance {
  let uses = 0;
  const kept: { read: () => unknown; before: unknown }[] = [];
  const tools: Tools<Module> = {
    fresh,
    counted:
      (api) =>
      (...args) => {
        uses++;
        return api(...args);
      },
    keeps: (read) => kept.push({ read, before: structuredClone(read()) }),
  };
  try {
    const output = problem.call(module, input, tools);
    if (isPromise(output)) return { ending: { kind: "not-plain", what: "a promise" }, uses };
    for (const { read, before } of kept) {
      const after = structuredClone(read());
      if (!equal(after, before)) return { ending: { kind: "changed-input", before, after }, uses };
    }
    return { ending: plain(output), uses };
  } catch (thrown) {
    return {
      ending: thrown instanceof NotPlain ? { kind: "not-plain", what: thrown.message } : endingOf(thrown),
      uses,
    };
  }
}

/** A copy of the output as plain data; running its getters and proxies is the subject's own affair. */
function plain(output: unknown): Ending {
  try {
    const copy = structuredClone(output);
    if (isDeep(copy)) return { kind: "not-plain", what: `something nested more than ${deepest} levels deep` };
    return { kind: "returned", output: copy };
  } catch (error) {
    const refused = error instanceof DOMException && error.name === "DataCloneError";
    return { kind: "not-plain", what: refused ? unclonable : "something that throws when it is read" };
  }
}

const unclonable = "something that is no plain data, such as a function or a promise, or has that in it";

/** No problem asks for more, and what is nested too deeply cannot be read on the parent's ordinary stack. */
const deepest = 500;

function isDeep(value: unknown): boolean {
  const seen = new Set<unknown>();
  let level = [value];
  for (let depth = 0; level.length > 0; depth++) {
    if (depth > deepest) return true;
    const next: unknown[] = [];
    for (const outer of level) {
      if (!isObject(outer) || seen.has(outer)) continue;
      seen.add(outer);
      for (const inner of Object.values(outer)) if (isObject(inner)) next.push(inner);
    }
    level = next;
  }
  return false;
}

function isPromise(value: unknown): boolean {
  try {
    return Object.prototype.toString.call(value) === "[object Promise]";
  } catch {
    return false;
  }
}

/** V8's words for a block that is larger than it can ever give. */
const tooLarge =
  /^(Array buffer allocation failed|Invalid string length|(Map|Set) maximum size exceeded|Maximum BigInt size exceeded|Invalid typed array length)/;

/** What to make of a thrown value, which may be anything and may throw again when looked at. */
export function endingOf(thrown: unknown): Ending {
  try {
    const { name, message, stack, code } = (thrown ?? {}) as Record<string, unknown>;
    if (typeof name !== "string" || typeof message !== "string")
      return threw(`threw ${inspect(thrown, { customInspect: false })}`);
    if (name === "RangeError" && (tooLarge.test(message) || code === "ERR_OUT_OF_RANGE"))
      return { kind: "out-of-memory", what: message };
    return threw(`${name}: ${message}`, typeof stack === "string" ? stack : "");
  } catch {
    return threw("threw something that throws when it is read");
  }
}

function threw(message: string, stack = ""): Ending {
  return { kind: "threw", message, stack };
}

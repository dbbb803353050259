import { inspect } from "node:util";
import { isObject } from "#lab/problem/plain.ts";
import type { Ending } from "./outcome.ts";

export type Plain = Extract<Ending, { kind: "returned" | "not-plain" }>;

/** A copy of the output as plain data; running its getters and proxies is the subject's own affair. */
export function plain(output: unknown): Plain {
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

export function isPromise(value: unknown): boolean {
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

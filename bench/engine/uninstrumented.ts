import { createRequire } from "node:module";
import { dirname, isAbsolute } from "node:path";
import vm from "node:vm";
import { debugProgram } from "#lab/debug/debug-program.ts";
import type { Module, Problem } from "#lab/problem/problem.ts";
import { UsageError } from "#lab/problem/usage-error.ts";
import { withDefault } from "#lab/sandbox/entry-points.ts";
import { defineLeetcodePackages, leetcodeNodes } from "#lab/sandbox/leetcode.ts";
import type { Code } from "#lab/sandbox/program.ts";
import type { SandboxedFile } from "#lab/sandbox/sandbox.ts";

/** A solution as it was written, and a way to start its file anew. */
export interface Solution {
  readonly module: Module;
  readonly fresh: () => Module;
}

/**
 * Loads a solution into this very process, with nothing counted, charged or guarded: for a process of its own, which
 * measures it. Attempts and approaches come the same way, so that neither is at an advantage.
 */
export async function loadUninstrumented(problem: Problem, { file, pick }: SandboxedFile): Promise<Solution> {
  const entries = pick === undefined ? Object.keys(problem.stub) : [];
  const program = await debugProgram(file, entries);
  if ("message" in program) throw new UsageError(`${file} cannot be loaded: ${program.message}`);
  const start = starter(problem, program.code, pick);
  const module = start();
  const missing = Object.keys(problem.stub).find((name) => typeof module[name] !== "function");
  if (missing !== undefined) throw new UsageError(`${file} has no function or class ${missing}`);
  return { module, fresh: start };
}

/** Gives this process what solutions find in it, and returns what runs the program's files anew: its entry points. */
export function starter(problem: Problem, code: Code, pick: string | undefined): () => Module {
  Object.assign(globalThis, leetcodeNodes(problem));
  const load = createRequire(import.meta.url);
  defineLeetcodePackages(globalThis, code.olderQueues, load);
  return () => {
    const module = evaluate(code);
    return pick === undefined ? withDefault(problem, module) : ((module.default as Module)[pick] as Module);
  };
}

/** Runs the files of a program as CommonJS modules of this realm. */
function evaluate({ entry, modules, resolved }: Code): Module {
  const loaded = new Map<string, { exports: unknown }>();
  let entries: Module = {};
  const load = (path: string): unknown => {
    const known = loaded.get(path);
    if (known) return known.exports;
    const module = { exports: {} };
    loaded.set(path, module);
    const requireFrom = (name: string): unknown => {
      const target = resolved[path]?.[name] ?? name;
      return isAbsolute(target) && modules[target] !== undefined ? load(target) : createRequire(path)(target);
    };
    const found = (names: Module): Module => (path === entry ? (entries = names) : names);
    const head = "(function (exports, require, module, __filename, __dirname, __entries) {";
    const script = new vm.Script(`${head}${modules[path]!}\n})`, {
      filename: path,
      columnOffset: -head.length,
    });
    const body = script.runInThisContext() as (...values: unknown[]) => void;
    body(module.exports, requireFrom, module, path, dirname(path), found);
    return module.exports;
  };
  const exported = load(entry) as Module | (() => unknown);
  return {
    ...(typeof exported === "function" ? { default: exported } : exported),
    ...Object.fromEntries(Object.entries(entries).filter(([, value]) => value !== undefined)),
  };
}

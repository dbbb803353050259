import type { Module, Problem } from "#lab/problem/problem.ts";

/** A module's entry points; a default export without a name stands for the only one there is. */
export function withDefault({ stub }: Problem, module: Module): Module {
  const [only, ...others] = Object.keys(stub);
  if (others.length > 0 || module[only!] !== undefined || typeof module.default !== "function") return module;
  return { ...module, [only!]: module.default as unknown };
}

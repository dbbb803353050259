import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { dirname, isAbsolute, resolve } from "node:path";
import { existsSync, statSync } from "node:fs";
import { compile, type Compiled, type Position, SourceError } from "./compile.ts";
import { usesOlderQueues } from "./leetcode.ts";
import type { LoadFailure } from "./outcome.ts";

/** A learner's file with all TypeScript files it imports, ready to be run in a realm. */
export interface Program {
  readonly code: Code;
  /** Names defined at the top level of the entry file. */
  readonly names: readonly string[];
  /** Where a position in compiled code was written. */
  locate(path: string, line: number, column: number): Position | undefined;
}

/** The part of a program that crosses to the process which runs it. */
export interface Code {
  readonly entry: string;
  readonly modules: Readonly<Record<string, string>>;
  /** Path of each import, by importing file and by the name it is imported under. */
  readonly resolved: Readonly<Record<string, Readonly<Record<string, string>>>>;
  readonly olderQueues: boolean;
}

/** Compiles the file at `entry` and the files it imports, but for those that are shared, or says why that cannot be done. */
export async function compileProgram(
  entry: string,
  entries: readonly string[],
  shares: Readonly<Record<string, unknown>> = {},
): Promise<Program | LoadFailure> {
  const compiled = new Map<string, Compiled>();
  const resolved: Record<string, Record<string, string>> = {};
  let olderQueues = false;
  const add = async (path: string): Promise<void> => {
    const source = await readFile(path, "utf8");
    if (path === entry && /^\s*$/.test(source)) throw new SourceError("the file is empty", path);
    olderQueues ||= usesOlderQueues(source);
    const file = await compile(source, path, path === entry ? entries : []);
    compiled.set(path, file);
    for (const name of file.imports) {
      const target = resolveImport(name, path);
      if (target === undefined) continue;
      const isShared = Object.hasOwn(shares, target);
      (resolved[path] ??= {})[name] = target;
      if (target.endsWith(".ts") && !target.includes("/node_modules/") && !isShared && !compiled.has(target))
        await add(target);
    }
  };
  try {
    await add(entry);
  } catch (error) {
    if (!(error instanceof SourceError)) throw error;
    return { message: error.message, file: error.path, found: [], ...error.position };
  }
  return {
    code: {
      entry,
      modules: Object.fromEntries([...compiled].map(([path, { code }]) => [path, code])),
      resolved,
      olderQueues,
    },
    names: compiled.get(entry)!.names,
    locate: (path, line, column) => compiled.get(path)?.locate(line, column),
  };
}

/**
 * Node's resolution and TypeScript's habit of leaving the ending out; packages are also found beside the lab, for
 * files that live elsewhere. Undefined: the import will fail when it is run.
 */
function resolveImport(name: string, from: string): string | undefined {
  if (name.startsWith(".") || isAbsolute(name)) {
    const path = resolve(dirname(from), name);
    return [path, `${path}.ts`, `${path}.js`, `${path}/index.ts`, path.replace(/\.js$/, ".ts")].find(isFile);
  }
  for (const place of [from, import.meta.filename]) {
    try {
      return createRequire(place).resolve(name);
    } catch {
      continue;
    }
  }
  return undefined;
}

function isFile(path: string): boolean {
  return existsSync(path) && statSync(path).isFile();
}

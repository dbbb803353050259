import { readFile } from "node:fs/promises";
import { originalPositionFor, TraceMap } from "@jridgewell/trace-mapping";
import { transform } from "esbuild";
import { handingOver, typeScript } from "#lab/sandbox/compile.ts";
import type { LoadFailure } from "#lab/sandbox/outcome.ts";
import { compileProgram, type Program } from "#lab/sandbox/program.ts";

/**
 * A learner's program as it is written, but for its types: no steps are counted, and every file carries its source map, so
 * that a debugger stops where a breakpoint is set.
 */
export async function debugProgram(file: string, entries: readonly string[]): Promise<Program | LoadFailure> {
  const program = await compileProgram(file, entries);
  if ("message" in program) return program;
  const modules: Record<string, string> = {};
  const maps = new Map<string, TraceMap>();
  for (const path of Object.keys(program.code.modules)) {
    const source = await readFile(path, "utf8");
    const { code, map } = await transform(source, { ...typeScript, sourcefile: path });
    maps.set(path, new TraceMap(map));
    const url = `data:application/json;base64,${Buffer.from(map).toString("base64")}`;
    modules[path] = `${code}${path === file ? handingOver(entries) : ""}\n//# sourceMappingURL=${url}`;
  }
  return {
    ...program,
    code: { ...program.code, modules },
    locate: (path, line, column) => {
      const map = maps.get(path);
      const found = map && originalPositionFor(map, { line, column: column - 1 });
      return found?.line == null ? undefined : { line: found.line, column: found.column + 1 };
    },
  };
}

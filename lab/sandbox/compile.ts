import { originalPositionFor, TraceMap } from "@jridgewell/trace-mapping";
import { transform, type TransformFailure } from "esbuild";
import { countSteps } from "./count-steps.ts";

/** A TypeScript file as a script that counts its steps. */
export interface Compiled {
  readonly code: string;
  /** Names defined at the top level. */
  readonly names: readonly string[];
  /** Modules it asks for. */
  readonly imports: readonly string[];
  /** From a 1-based line and column of `code` to the source's. */
  readonly locate: (line: number, column: number) => Position | undefined;
}

export interface Position {
  readonly line: number;
  readonly column: number;
}

/** A source does not parse. */
export class SourceError extends Error {
  readonly path: string;
  readonly position: Position | undefined;

  constructor(message: string, path: string, position?: Position) {
    super(message);
    this.path = path;
    this.position = position;
  }
}

/** How a learner's TypeScript, of any kind, becomes a script. */
export const typeScript = {
  loader: "ts",
  format: "cjs",
  target: "esnext",
  sourcemap: "external",
  logLevel: "silent",
  tsconfigRaw: { compilerOptions: { experimentalDecorators: true, useDefineForClassFields: true } },
} as const;

/** The statement at the end of a script that gives the realm its entry points, those there are. */
export function handingOver(entries: readonly string[]): string {
  const list = entries.map((name) => `${name}: typeof ${name} === "undefined" ? undefined : ${name}`);
  return `__entries({ ${list.join(", ")} });`;
}

/** Strips the types and has the steps counted. */
export async function compile(source: string, path: string, entries: readonly string[]): Promise<Compiled> {
  const plain = await transform(source, { ...typeScript, sourcefile: path }).catch((error: unknown) => {
    const first = (error as Partial<TransformFailure>).errors?.[0];
    if (!first) throw error;
    const { text, location } = first;
    throw new SourceError(
      text,
      path,
      location ? { line: location.line, column: location.column + 1 } : undefined,
    );
  });
  const types = new TraceMap(plain.map);
  const toSource = (line: number, column: number): Position | undefined => {
    const { line: l, column: c } = originalPositionFor(types, { line, column: column - 1 });
    return l === null ? undefined : { line: l, column: c + 1 };
  };

  let counted;
  try {
    counted = countSteps(plain.code);
  } catch (error) {
    const { message, loc } = error as { message: string; loc?: { line: number; column: number } };
    const position = loc && toSource(loc.line, loc.column + 1);
    throw new SourceError(message.replace(/ \(\d+:\d+\)$/, ""), path, position);
  }
  const { text, names, imports } = counted;
  text.append(`\n${handingOver(entries)}`);
  const counting = new TraceMap(text.generateMap({ hires: "boundary" }) as never);
  return {
    code: text.toString(),
    names,
    imports,
    locate: (line, column) => {
      const { line: l, column: c } = originalPositionFor(counting, { line, column: column - 1 });
      return l === null ? undefined : toSource(l, c + 1);
    },
  };
}

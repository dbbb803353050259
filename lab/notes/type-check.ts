import { dirname, join } from "node:path";
import ts from "typescript";
import { root } from "#lab/catalogue/catalogue.ts";

export interface TypeError {
  readonly path: string;
  /** From 1. */
  readonly line: number;
  readonly message: string;
}

/**
 * What the compiler says of sources that need not be on the disk, under the project's own settings; imports are looked
 * up from where their paths say they are. About two seconds, however many there are.
 */
export function typeErrors(sources: ReadonlyMap<string, string>): TypeError[] {
  const path = join(root, "tsconfig.json");
  const { config } = ts.readConfigFile(path, (file) => ts.sys.readFile(file)) as { config: object };
  const { options } = ts.parseJsonConfigFileContent(config, ts.sys, root, {
    incremental: false,
    noEmit: true,
  });
  const host = ts.createCompilerHost(options);
  const onDisk = { ...host };
  const folders = new Set([...sources.keys()].map((source) => dirname(source)));
  host.fileExists = (file) => sources.has(file) || onDisk.fileExists(file);
  host.readFile = (file) => sources.get(file) ?? onDisk.readFile(file);
  host.directoryExists = (folder) => folders.has(folder) || ts.sys.directoryExists(folder);
  const ambient = join(root, "lab/problem/leetcode.d.ts");
  const program = ts.createProgram([ambient, ...sources.keys()], options, host);
  return [...sources.keys()].flatMap((source) => {
    const file = program.getSourceFile(source)!;
    const found = [...program.getSyntacticDiagnostics(file), ...program.getSemanticDiagnostics(file)];
    return found.map(({ start, messageText }) => ({
      path: source,
      line: file.getLineAndCharacterOfPosition(start ?? 0).line + 1,
      message: ts.flattenDiagnosticMessageText(messageText, " "),
    }));
  });
}

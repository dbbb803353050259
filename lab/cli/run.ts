import { resolve } from "node:path";
import { ran } from "#lab/attempt/call-attempt.ts";
import { approachNamed, findEntry } from "#lab/catalogue/find.ts";
import { attemptPath } from "#lab/journal/attempts.ts";
import { mustExist } from "./check.ts";

/** Calls an attempt with the given arguments and shows what comes back beside what is wanted. */
export async function run(name: string, args: readonly string[], options: { file?: string }): Promise<void> {
  const entry = findEntry(name);
  const file = resolve(options.file ?? attemptPath(entry, approachNamed(name)));
  mustExist(file, entry, options.file === undefined);
  const { lines, right } = await ran(entry, file, args);
  console.log(lines.join("\n"));
  if (!right) process.exitCode = 1;
}

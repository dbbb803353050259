import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { type Entry, root } from "#lab/catalogue/catalogue.ts";
import { UsageError } from "#lab/problem/usage-error.ts";

/** Where the learner's files live. The environment variable is for tests. */
export const attemptsFolder = process.env.LAB_ATTEMPTS ?? join(root, "attempts");

/** What the lab itself keeps there. */
export const recordsFolder = join(attemptsFolder, ".lab");

export function attemptPath({ slug }: Entry): string {
  return join(attemptsFolder, `${slug}.ts`);
}

/** Lays the stub as an attempt. False, and nothing changed, when there is one. */
export function layAttempt(entry: Entry): boolean {
  const path = attemptPath(entry);
  if (existsSync(path)) return false;
  // LeetCode's editor takes and gives files without export.
  const stub = readFileSync(join(entry.folder, "stub.ts"), "utf8").replaceAll(/^export /gm, "");
  writing(path, () => writeFileSync(path, stub, { flag: "wx" }));
  const settings = join(attemptsFolder, "tsconfig.json");
  if (!existsSync(settings)) writing(settings, () => writeFileSync(settings, compilerSettings));
  return true;
}

/** attempts/tsconfig.json as git has it, for the case that somebody deletes the folder. */
const compilerSettings = `{
  "extends": "../lab/attempt.tsconfig.json",
  "include": ["*.ts", "../lab/problem/leetcode.d.ts", "../lab/attempt-globals.d.ts"]
}
`;

/** Creates the folder and writes, or says in one sentence why that cannot be. */
export function writing(path: string, write: () => void): void {
  try {
    mkdirSync(join(path, ".."), { recursive: true });
    write();
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === undefined) throw error;
    throw new UsageError(`${path} cannot be written (${code}); make the folder writable and try again`);
  }
}

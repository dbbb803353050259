import {
  existsSync,
  linkSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { basename, dirname, join } from "node:path";
import { type Entry, root } from "#lab/catalogue/catalogue.ts";
import { UsageError } from "#lab/problem/usage-error.ts";

/** Where the learner's files live. The environment variable is for tests. */
export const attemptsFolder = process.env.LAB_ATTEMPTS ?? join(root, "attempts");

/** What the lab itself keeps there. */
export const recordsFolder = join(attemptsFolder, ".lab");

/** The file of an attempt; `as` names a second approach beside the first. Under a former name of the problem where it lies there. */
export function attemptPath({ slug, formerly }: Entry, as?: string): string {
  const paths = [slug, ...formerly].map((name) =>
    join(attemptsFolder, `${name}${as === undefined ? "" : `.${as}`}.ts`),
  );
  return paths.find((path) => existsSync(path)) ?? paths[0]!;
}

/** The approaches there are attempts of, the first one (undefined) before those with a name. */
export function attemptedApproaches({ slug, formerly }: Entry): (string | undefined)[] {
  let files: string[];
  try {
    files = readdirSync(attemptsFolder);
  } catch {
    return [];
  }
  const names = files.flatMap((file) => {
    const [, name = "", as] = /^([^.]+)(?:\.([^.]+))?\.ts$/.exec(file) ?? [];
    return [slug, ...formerly].includes(name) ? [as ?? ""] : [];
  });
  return [...new Set(names)].sort().map((as) => (as === "" ? undefined : as));
}

/** Lays the stub as an attempt. False, and nothing changed, when there is one. */
export function layAttempt(entry: Entry, as?: string): boolean {
  if (as !== undefined && !/^[a-z0-9][a-z0-9-]*$/i.test(as))
    throw new UsageError(`"${as}" cannot be part of a file's name; use letters, digits and hyphens`);
  if (existsSync(attemptPath(entry, as))) return false;
  layStub(entry, as);
  return true;
}

/** Lays the stub under the problem's present name, where no file of that name is. */
function layStub(entry: Entry, as?: string): void {
  const path = join(attemptsFolder, `${entry.slug}${as === undefined ? "" : `.${as}`}.ts`);
  // LeetCode's editor takes and gives files without export.
  // Types that it imports are known to attempts by themselves.
  const stub = readFileSync(join(entry.folder, "stub.ts"), "utf8").replaceAll(
    /^(export |import type .*\n\n?)/gm,
    "",
  );
  layWhole(path, stub);
  for (const [name, text] of Object.entries(settings)) {
    const file = join(attemptsFolder, name);
    if (!existsSync(file)) layWhole(file, text);
  }
}

/**
 * Moves an attempt to the archive, where there is one, and lays a fresh stub under the problem's present name; returns where
 * the old one is.
 */
export function renewAttempt(entry: Entry, as?: string, now = new Date()): string | undefined {
  const archived = archiveAttempt(entry, as, now);
  layStub(entry, as);
  return archived;
}

/** Moves an attempt to the archive, from where nothing is ever removed; undefined when there is none. */
function archiveAttempt(entry: Entry, as: string | undefined, now: Date): string | undefined {
  const path = attemptPath(entry, as);
  if (!existsSync(path)) return undefined;
  const stamp = now.toISOString().replaceAll(/[:.]/g, "-");
  const archived = join(recordsFolder, "archive", `${basename(path, ".ts")}.${stamp}.ts`);
  writing(archived, () => renameSync(path, archived));
  return archived;
}

/** What lies beside the attempts, as git has it, for the case that somebody deletes the folder. */
const settings: Readonly<Record<string, string>> = {
  "tsconfig.json": `{
  "extends": "../lab/attempt.tsconfig.json",
  "include": ["*.ts", "../lab/problem/leetcode.d.ts", "../lab/attempt-globals.d.ts", "../lab/attempt-go-globals.d.ts"]
}
`,
  // For those who keep their attempts in a repository of their own: two machines' journals are put together.
  ".gitattributes": ".lab/**/*.jsonl merge=union\n",
};

/** Creates the folder and writes, or says in one sentence why that cannot be. */
export function writing(path: string, write: () => void): void {
  try {
    mkdirSync(dirname(path), { recursive: true });
    write();
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === undefined) throw error;
    throw new UsageError(`${path} cannot be written (${code}); make the folder writable and try again`);
  }
}

/** Writes a file so that it is there whole or not at all, whenever the lab is killed. */
export function writeWhole(path: string, text: string): void {
  writing(path, () => {
    const draft = `${path}.${process.pid}.tmp`;
    writeFileSync(draft, text);
    renameSync(draft, path);
  });
}

/** As `writeWhole`, but a file that is there already stays: linking, unlike renaming, never replaces. */
function layWhole(path: string, text: string): void {
  writing(path, () => {
    const draft = `${path}.${process.pid}.tmp`;
    writeFileSync(draft, text);
    try {
      linkSync(draft, path);
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== "EEXIST") throw error;
    } finally {
      rmSync(draft);
    }
  });
}

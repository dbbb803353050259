import { existsSync, readdirSync, readFileSync } from "node:fs";
import { basename, join } from "node:path";
import { pathToFileURL } from "node:url";
import type { Problem } from "#lab/problem/problem.ts";
import type { Approach, Mistake } from "#lab/problem/solutions.ts";
import { root } from "./checkout.ts";
import { frontMatter } from "./front-matter.ts";

export { root };

/** A problem as its README's front matter tells it; none of its code has been run. */
export interface Entry {
  readonly slug: string;
  readonly topic: string;
  readonly folder: string;
  readonly title: string;
  readonly difficulty: "easy" | "medium" | "hard";
  /** LeetCode's number, where the problem is one of theirs. */
  readonly leetcode: number | undefined;
  /** Folders below patterns/ that it practises. */
  readonly patterns: readonly string[];
  /** Slugs it had before; attempts and the journal may still use them. */
  readonly formerly: readonly string[];
}

/** A problem with its code imported. */
export interface LoadedProblem {
  readonly folder: string;
  readonly problem: Problem;
  readonly approaches: Readonly<Record<string, Approach>>;
  readonly mistakes: Readonly<Record<string, Mistake>>;
}

/** Every folder problems/<topic>/<slug> with a README, by topic and LeetCode number. */
export function entries(at = root): Entry[] {
  const problems = join(at, "problems");
  const found = foldersIn(problems).flatMap((topic) =>
    foldersIn(join(problems, topic)).flatMap((slug) => {
      const entry = readEntry(join(problems, topic, slug));
      return entry ? [entry] : [];
    }),
  );
  return found.sort(
    (a, b) => a.topic.localeCompare(b.topic) || (a.leetcode ?? Infinity) - (b.leetcode ?? Infinity),
  );
}

export async function loadProblem(folder: string): Promise<LoadedProblem> {
  const load = async (file: string): Promise<unknown> =>
    ((await import(pathToFileURL(join(folder, file)).href)) as { default: unknown }).default;
  const [problem, approaches, mistakes] = await Promise.all(
    ["problem.ts", "approaches.ts", "mistakes.ts"].map(load),
  );
  return { folder, problem, approaches, mistakes } as LoadedProblem;
}

function readEntry(folder: string): Entry | undefined {
  let markdown: string;
  try {
    markdown = readFileSync(join(folder, "README.md"), "utf8");
  } catch {
    return undefined;
  }
  const { data } = frontMatter(markdown);
  return {
    slug: basename(folder),
    topic: basename(join(folder, "..")),
    folder,
    title: String(data.title),
    difficulty: data.difficulty as Entry["difficulty"],
    leetcode: data.leetcode as number | undefined,
    patterns: (data.patterns ?? []) as string[],
    formerly: (data.formerly ?? []) as string[],
  };
}

/** Names of the folders in a folder; none where it is missing. */
export function foldersIn(folder: string): string[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { withFileTypes: true })
    .filter((child) => child.isDirectory())
    .map(({ name }) => name);
}

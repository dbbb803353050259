import { readdirSync, readFileSync } from "node:fs";
import { basename, join } from "node:path";
import { type Entry, root } from "./catalogue.ts";
import { frontMatter } from "./front-matter.ts";

/** A topic as its page's front matter tells it. */
export interface Topic {
  readonly name: string;
  readonly title: string;
  /** Topics a learner should have met before. */
  readonly after: readonly string[];
}

/** The topics that have a page. */
export function topics(at = root): Topic[] {
  const problems = join(at, "problems");
  return readdirSync(problems).flatMap((name) => {
    try {
      const { data } = frontMatter(readFileSync(join(problems, name, "README.md"), "utf8"));
      return [
        {
          name: basename(name),
          title: typeof data.title === "string" ? data.title : name,
          after: (data.after ?? []) as string[],
        },
      ];
    } catch {
      return [];
    }
  });
}

const steps = { easy: 0, medium: 1, hard: 3 } as const;

/**
 * The order in which to learn: a topic begins after those it builds on, and harder problems of a topic come beside the
 * easier ones of those that follow.
 */
export function learningPath(entries: readonly Entry[], known: readonly Topic[] = topics()): Entry[] {
  const depths = new Map<string, number>();
  const depth = (name: string, seen: readonly string[] = []): number => {
    const cached = depths.get(name);
    if (cached !== undefined) return cached;
    const before = known.find((topic) => topic.name === name)?.after ?? [];
    const result = seen.includes(name)
      ? 0
      : Math.max(-1, ...before.map((other) => depth(other, [...seen, name]))) + 1;
    depths.set(name, result);
    return result;
  };
  const place = ({ topic, difficulty }: Entry): number => depth(topic) + steps[difficulty];
  return [...entries].sort(
    (a, b) =>
      place(a) - place(b) ||
      depth(a.topic) - depth(b.topic) ||
      a.topic.localeCompare(b.topic) ||
      (a.leetcode ?? Infinity) - (b.leetcode ?? Infinity),
  );
}

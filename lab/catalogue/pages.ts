import { readFileSync } from "node:fs";
import { join } from "node:path";
import { type Entry, foldersIn, root } from "#lab/catalogue/catalogue.ts";
import { frontMatter } from "#lab/catalogue/front-matter.ts";
import { topics } from "#lab/catalogue/topics.ts";
import { UsageError } from "#lab/problem/usage-error.ts";
import { nearest } from "#lab/terminal/nearest.ts";

/** A page that asks questions: the notes of a problem, the page of a topic or that of a pattern. */
export interface Source {
  readonly kind: "problem" | "topic" | "pattern";
  /** How the journal names it: a problem's slug, the topic, or "family/name". */
  readonly name: string;
  readonly title: string;
  readonly path: string;
  /** What somebody may call to be asked by it. */
  readonly topics: readonly string[];
}

/** Every page that may ask questions; none of them has been parsed. */
export function sources(all: readonly Entry[], at = root): Source[] {
  const problems = all.map(({ slug, title, topic, folder }): Source => {
    return { kind: "problem", name: slug, title, path: join(folder, "NOTES.md"), topics: [topic] };
  });
  const pages = topics(at).map(({ name, title }): Source => {
    return { kind: "topic", name, title, path: join(at, "problems", name, "README.md"), topics: [name] };
  });
  return [...problems, ...pages, ...patternPages(all, join(at, "patterns"))];
}

/** Those of one topic: a folder below problems/, or a family of patterns. */
export function about(all: readonly Source[], topic: string): Source[] {
  const chosen = all.filter(({ topics }) => topics.includes(topic));
  if (chosen.length > 0) return chosen;
  const names = [...new Set(all.flatMap(({ topics }) => topics))].sort();
  const [near] = nearest(topic, names, 1);
  throw new UsageError(
    `there is no topic "${topic}"; ${near === undefined ? `the topics are ${names.join(", ")}` : `did you mean ${near}?`}`,
  );
}

/** A pattern belongs to its family, and to the topics in which it is practised. */
function patternPages(all: readonly Entry[], folder: string): Source[] {
  return foldersIn(folder).flatMap((family) =>
    foldersIn(join(folder, family)).flatMap((pattern): Source[] => {
      const name = `${family}/${pattern}`;
      const path = join(folder, name, "README.md");
      const practised = all.filter(({ patterns }) => patterns.includes(name)).map(({ topic }) => topic);
      try {
        const { title } = frontMatter(readFileSync(path, "utf8")).data;
        const topics = [...new Set([family, ...practised])];
        return [{ kind: "pattern", name, title: typeof title === "string" ? title : name, path, topics }];
      } catch {
        return [];
      }
    }),
  );
}

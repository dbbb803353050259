import { entries, type Entry } from "#lab/catalogue/catalogue.ts";
import { plain } from "#lab/catalogue/find.ts";
import { history } from "#lab/journal/history.ts";
import { isDue, problemReviews } from "#lab/journal/reviews.ts";
import { standings, type Standing } from "#lab/journal/standings.ts";
import { UsageError } from "#lab/problem/usage-error.ts";
import { borderlessTable } from "#lab/terminal/table.ts";
import { bold, dim, green, yellow } from "#lab/terminal/style.ts";

const marks: Readonly<Record<Standing, string>> = {
  untouched: "",
  "in progress": "in progress",
  solved: yellow("solved, slow"),
  "solved at the target growth": green("solved"),
};

export interface ListOptions {
  readonly unsolved?: true;
  readonly due?: true;
  readonly pattern?: string;
  readonly hideDifficulty?: true;
  readonly json?: true;
}

/** Prints the catalogue by topic, each problem with your standing. */
export function list(
  asked: string | undefined,
  { unsolved, due: onlyDue, pattern, hideDifficulty, json }: ListOptions,
): void {
  const all = entries();
  const topics = [...new Set(all.map((entry) => entry.topic))];
  const topic = asked === undefined ? undefined : topicNamed(asked, topics);
  const happened = history(all);
  const reached = standings(happened);
  const reviews = problemReviews(all, happened);
  const now = new Date();
  const due = ({ slug }: Entry): boolean => isDue(reviews.get(slug), now);
  const standing = ({ slug }: Entry): Standing => reached.get(slug) ?? "untouched";
  const shown = all
    .filter((entry) => topic === undefined || entry.topic === topic)
    .filter((entry) => !unsolved || !standing(entry).startsWith("solved"))
    .filter((entry) => !onlyDue || due(entry))
    .filter((entry) => pattern === undefined || entry.patterns.some((name) => name.includes(pattern)));
  if (json) {
    const fields = shown.map((entry) => {
      const { slug, title, difficulty, leetcode } = entry;
      const review = reviews.get(slug)?.toISOString();
      return { slug, topic: entry.topic, title, difficulty, leetcode, standing: standing(entry), review };
    });
    console.log(JSON.stringify(fields, undefined, 2));
    return;
  }
  const rows = topics.flatMap((name) => {
    const ofTopic = shown.filter((entry) => entry.topic === name);
    if (ofTopic.length === 0) return [];
    const lines = ofTopic.map((entry) => [
      dim(String(entry.leetcode ?? "")),
      entry.slug,
      hideDifficulty ? "" : dim(entry.difficulty),
      `${marks[standing(entry)]}${due(entry) ? yellow("  due") : ""}`,
    ]);
    return [[{ content: bold(name), colSpan: 4 }], ...lines];
  });
  console.log(rows.length === 0 ? "No problem fits." : borderlessTable(rows).join("\n"));
}

/** A topic by its name or a part that no other has. */
function topicNamed(name: string, topics: readonly string[]): string {
  const fitting = topics.filter((topic) => plain(topic).includes(plain(name)));
  const [only] = topics.includes(name) ? [name] : fitting.length === 1 ? fitting : [];
  if (only !== undefined) return only;
  throw new UsageError(`there is no topic "${name}"; the topics are ${topics.join(", ")}`);
}

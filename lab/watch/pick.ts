import type { Entry } from "#lab/catalogue/catalogue.ts";
import { history } from "#lab/journal/history.ts";
import { isDue, problemReviews } from "#lab/journal/reviews.ts";
import { standings } from "#lab/journal/standings.ts";
import { asked } from "#lab/terminal/question.ts";
import { dim } from "#lab/terminal/style.ts";

/** Lets somebody type parts of a name, a topic, a difficulty or a state ("unsolved", "due") and choose; undefined when they leave. */
export async function pickProblem(all: readonly Entry[], pageSize: number): Promise<Entry | undefined> {
  const { search } = await import("@inquirer/prompts");
  const happened = history(all);
  const reached = standings(happened);
  const reviews = problemReviews(all, happened);
  const now = new Date();
  const choices = all.map((entry) => {
    const standing = reached.get(entry.slug) ?? "untouched";
    const due = isDue(reviews.get(entry.slug), now) ? "due" : "";
    const state = [standing === "untouched" ? "" : standing, due].filter((word) => word !== "").join(", ");
    const words = [
      entry.title,
      entry.slug,
      entry.topic,
      entry.difficulty,
      String(entry.leetcode ?? ""),
      standing,
      due,
    ];
    if (!standing.startsWith("solved")) words.push("unsolved");
    const name = `${entry.title} ${dim([entry.topic, entry.difficulty, state].filter((word) => word !== "").join(" · "))}`;
    return { value: entry, name, short: entry.title, words: words.join(" ").toLowerCase() };
  });
  const config = {
    message: "Type a name, topic, easy, medium, hard, unsolved or due (Esc: back):",
    pageSize,
    source: (term: string | undefined = "") =>
      choices.filter(({ words }) =>
        term
          .toLowerCase()
          .split(/\s+/)
          .every((part) => words.includes(part)),
      ),
  };
  return asked((context) => search<Entry>(config, context));
}

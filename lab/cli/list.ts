import Table from "cli-table3";
import { entries, type Entry } from "#lab/catalogue/catalogue.ts";
import { history } from "#lab/journal/history.ts";
import { standings, type Standing } from "#lab/journal/standings.ts";
import { UsageError } from "#lab/problem/usage-error.ts";
import { bold, dim, green, yellow } from "#lab/terminal/style.ts";

const marks: Readonly<Record<Standing, string>> = {
  untouched: "",
  "in progress": "in progress",
  solved: yellow("solved, slow"),
  "solved at the target growth": green("solved"),
};

/** Prints the catalogue by topic, each problem with your standing. */
export function list(topic: string | undefined, { unsolved, json }: { unsolved?: true; json?: true }): void {
  const all = entries();
  const topics = [...new Set(all.map((entry) => entry.topic))];
  if (topic !== undefined && !topics.includes(topic)) {
    throw new UsageError(`there is no topic "${topic}"; the topics are ${topics.join(", ")}`);
  }
  const reached = standings(history(all));
  const standing = ({ slug }: Entry): Standing => reached.get(slug) ?? "untouched";
  const shown = all
    .filter((entry) => topic === undefined || entry.topic === topic)
    .filter((entry) => !unsolved || !standing(entry).startsWith("solved"));
  if (json) {
    const fields = shown.map((entry) => {
      const { slug, title, difficulty, leetcode } = entry;
      return { slug, topic: entry.topic, title, difficulty, leetcode, standing: standing(entry) };
    });
    console.log(JSON.stringify(fields, undefined, 2));
    return;
  }
  const table = new Table({ chars: borderless, style: { "padding-left": 2, "padding-right": 0, head: [] } });
  for (const name of topics) {
    const rows = shown.filter((entry) => entry.topic === name);
    if (rows.length === 0) continue;
    table.push([{ content: bold(name), colSpan: 4 }]);
    for (const entry of rows) {
      table.push([
        dim(String(entry.leetcode ?? "")),
        entry.slug,
        dim(entry.difficulty),
        marks[standing(entry)],
      ]);
    }
  }
  console.log(table.toString().replaceAll(/ +$/gm, ""));
}

const parts = [
  "top",
  "top-mid",
  "top-left",
  "top-right",
  "bottom",
  "bottom-mid",
  "bottom-left",
  "bottom-right",
];
const inner = ["left", "left-mid", "mid", "mid-mid", "right", "right-mid", "middle"];
const borderless = Object.fromEntries([...parts, ...inner].map((part) => [part, ""]));

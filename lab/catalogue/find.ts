import { nearest } from "#lab/terminal/nearest.ts";
import { UsageError } from "#lab/problem/usage-error.ts";
import { entries, type Entry } from "./catalogue.ts";

/** The problem meant by a slug, a LeetCode number, or a part that only one slug has. */
export function findEntry(name: string): Entry {
  const all = entries();
  const wanted = name.toLowerCase().trim();
  const exact = all.find(({ slug, leetcode }) => slug === wanted || String(leetcode) === wanted);
  if (exact) return exact;
  const partial =
    wanted === ""
      ? []
      : all.filter(({ slug, title }) => slug.includes(wanted) || title.toLowerCase().includes(wanted));
  if (partial.length === 1) return partial[0]!;
  const near =
    partial.length > 0
      ? partial.map(({ slug }) => slug)
      : nearest(
          wanted,
          all.map(({ slug }) => slug),
        );
  throw new UsageError(
    `there is no problem "${name}"; ${partial.length > 0 ? "it may be" : "did you mean"} ${listed(near.slice(0, 5))}?`,
  );
}

function listed(names: readonly string[]): string {
  const last = names.at(-1) ?? "none";
  return names.length > 1 ? `${names.slice(0, -1).join(", ")} or ${last}` : last;
}

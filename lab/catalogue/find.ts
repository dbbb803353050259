import { basename } from "node:path";
import { nearest } from "#lab/terminal/nearest.ts";
import { UsageError } from "#lab/problem/usage-error.ts";
import { entries, type Entry } from "./catalogue.ts";

/** The problem meant by a slug, a LeetCode number, a part that only one slug has, or the file of an attempt. */
export function findEntry(name: string): Entry {
  const all = entries();
  // attempts/two-sum.heap.ts is a second approach to two-sum.
  const [file = ""] = basename(name).split(".");
  const wanted = plain(file);
  const named = ({ slug, formerly }: Entry): boolean =>
    [slug, ...formerly].some((each) => plain(each) === wanted);
  const exact = all.find((entry) => named(entry) || String(entry.leetcode) === wanted);
  if (exact) return exact;
  const partial = wanted === "" ? [] : all.filter(({ slug }) => plain(slug).includes(wanted));
  if (partial.length === 1) return partial[0]!;
  if (partial.length > 1)
    throw new UsageError(`"${name}" may be ${listed(partial.map(({ slug }) => slug))}; say more of it`);
  const near = nearest(
    name,
    all.map(({ slug }) => slug),
  );
  throw new UsageError(
    `there is no problem "${name}"; ${near.length > 0 ? `did you mean ${listed(near)}?` : "npx lab list shows them all"}`,
  );
}

/** "heap" where the name is that of a file such as attempts/two-sum.heap.ts: a second approach. */
export function approachNamed(name: string): string | undefined {
  return /^[^.]+\.([^.]+)\.ts$/.exec(basename(name))?.[1];
}

/** Letters and digits only: "Two Sum", "two-sum" and "twosum" are the same. */
export function plain(name: string): string {
  return name.toLowerCase().replaceAll(/[^a-z0-9]/g, "");
}

function listed(names: readonly string[]): string {
  const some = names.slice(0, 5);
  return some.length > 1 ? `${some.slice(0, -1).join(", ")} or ${some.at(-1)!}` : some.join();
}

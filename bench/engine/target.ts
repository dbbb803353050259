import { basename } from "node:path";
import { benchFile, type Pattern, patterns } from "#lab/catalogue/patterns.ts";
import { type Entry, entries } from "#lab/catalogue/catalogue.ts";
import { findEntry, plain } from "#lab/catalogue/find.ts";
import { UsageError } from "#lab/problem/usage-error.ts";
import { nearest } from "#lab/terminal/nearest.ts";

export type Target = { readonly pattern: Pattern; readonly file: string } | { readonly entry: Entry };

/**
 * The pattern or problem meant by a name. Where both bear it, the pattern is meant, and "problems/design/lru-cache" calls
 * the problem.
 */
export function findTarget(name: string): Target {
  const all = patterns();
  const wanted = plain(name);
  const exact = all.find((pattern) => namesOf(pattern).some((each) => plain(each) === wanted));
  if (exact) return withFile(exact);
  const problems = entries().map(({ slug }) => slug);
  if (wanted !== "" && !problems.some((slug) => plain(slug).includes(wanted)) && !/^\d+$/.test(name)) {
    const partial = all.filter((pattern) => plain(pattern.name).includes(wanted));
    if (partial.length === 1) return withFile(partial[0]!);
    const [near] = nearest(name, [...problems, ...all.map((pattern) => basename(pattern.name))], 1);
    if (near !== undefined && !problems.includes(near))
      throw new UsageError(`there is no problem or pattern "${name}"; did you mean ${near}?`);
  }
  return { entry: findEntry(name) };
}

function withFile(pattern: Pattern): Target {
  const file = benchFile(pattern);
  if (file === undefined) throw new UsageError(`${pattern.name} has no benchmark`);
  return { pattern, file };
}

function namesOf({ name }: Pattern): string[] {
  return [basename(name), name, `patterns/${name}`];
}

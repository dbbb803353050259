import { basename, relative } from "node:path";
import { type Entry, entries, root } from "#lab/catalogue/catalogue.ts";
import { findEntry, plain } from "#lab/catalogue/find.ts";
import { UsageError } from "#lab/problem/usage-error.ts";
import { type Source, sources } from "#lab/catalogue/pages.ts";
import { nearest } from "#lab/terminal/nearest.ts";

export type Found = { readonly entry: Entry } | { readonly page: Source };

/**
 * The problem, topic or pattern meant by a name. The name of a whole page comes before a part of a problem's name; where
 * two bear the same one, the folder tells them apart.
 */
export function findNote(name: string, at = root): Found {
  const all = entries(at);
  const pages = sources(all, at).filter(({ kind }) => kind !== "problem");
  const wanted = plain(name);
  const called = pages.filter((page) => namesOf(page).some((each) => plain(each) === wanted));
  const folders = called.map(({ path }) => relative(at, path).replace(/[\\/]README\.md$/, ""));
  const problem = all.find(({ slug }) => plain(slug) === wanted);
  if (problem) folders.unshift(relative(at, problem.folder));
  if (folders.length > 1)
    throw new UsageError(`"${name}" may be ${folders.join(" or ")}; say which of these`);
  if (called[0]) return { page: called[0] };
  if (wanted !== "" && !all.some(({ slug }) => plain(slug).includes(wanted))) {
    const partial = pages.filter((page) => plain(basename(page.name)).includes(wanted));
    if (partial.length === 1) return { page: partial[0]! };
    const [near] = nearest(
      name,
      [...all.map(({ slug }) => slug), ...pages.map(({ name }) => basename(name))],
      1,
    );
    if (pages.some((page) => basename(page.name) === near))
      throw new UsageError(`there is no problem, topic or pattern "${name}"; did you mean ${near!}?`);
  }
  return { entry: findEntry(name) };
}

/** "two-pointers", "techniques/two-pointers" and "patterns/techniques/two-pointers" call the same page. */
function namesOf({ kind, name }: Source): string[] {
  return [basename(name), name, `${kind === "topic" ? "problems" : "patterns"}/${name}`];
}

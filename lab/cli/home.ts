import { entries } from "#lab/catalogue/catalogue.ts";
import { history } from "#lab/journal/history.ts";
import { standings } from "#lab/journal/standings.ts";
import { bold, dim } from "#lab/terminal/style.ts";

/** Where you stand, and what to do next. */
export function home(): void {
  const all = entries();
  const reached = standings(history(all));
  const solved = all.filter(({ slug }) => reached.get(slug)?.startsWith("solved"));
  const best = solved.filter(({ slug }) => reached.get(slug) === "solved at the target growth");
  const begun = all.filter(({ slug }) => reached.get(slug) === "in progress");
  const next = all.find(({ slug }) => !reached.has(slug));
  const command = (text: string): string => bold(`npx lab ${text}`);
  console.log(
    `Solved ${solved.length} of ${all.length} problems, ${best.length} of them at the target growth.`,
  );
  for (const { slug, title } of begun) console.log(`In progress: ${title}   ${command(`check ${slug}`)}`);
  if (next) console.log(`Next: ${next.title}   ${command(`start ${next.slug}`)}`);
  console.log(dim("All problems: npx lab list      All commands: npx lab --help"));
}

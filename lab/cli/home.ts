import { entries } from "#lab/catalogue/catalogue.ts";
import { topics } from "#lab/catalogue/topics.ts";
import { history } from "#lab/journal/history.ts";
import { chosenNext, dueEntries } from "#lab/journal/next.ts";
import { outdated } from "#lab/journal/outdated.ts";
import { standings } from "#lab/journal/standings.ts";
import { bold, dim, yellow } from "#lab/terminal/style.ts";
import { borderlessTable } from "#lab/terminal/table.ts";

/** Where you stand, by topic, and what to do next; in a terminal, a problem to pick. */
export async function home(): Promise<void> {
  const now = new Date();
  const all = entries();
  const happened = history(all);
  const reached = standings(happened);
  const due = dueEntries(all, happened, now);
  const is = (standing: string) => (slug: string) => reached.get(slug)?.startsWith(standing) === true;
  const count = (slugs: readonly string[], standing: string): number => slugs.filter(is(standing)).length;
  const slugs = all.map(({ slug }) => slug);
  const best = count(slugs, "solved at the target growth");
  console.log(
    `Solved ${count(slugs, "solved")} of ${all.length} problems, ${best} of them at the target growth.\n`,
  );
  const rows = topics().flatMap(({ name, title }) => {
    const ofTopic = all.filter(({ topic }) => topic === name).map(({ slug }) => slug);
    if (ofTopic.length === 0) return [];
    const dueHere = due.filter(({ topic }) => topic === name).length;
    const shares = [`${count(ofTopic, "solved")} of ${ofTopic.length} solved`];
    const atGrowth = count(ofTopic, "solved at the target growth");
    shares.push(atGrowth > 0 ? `${atGrowth} at the target growth` : "");
    return [[title, ...shares.map((share) => dim(share)), dueHere > 0 ? yellow(`${dueHere} due`) : ""]];
  });
  for (const line of borderlessTable(rows)) console.log(line);
  const command = (text: string): string => bold(`npx lab ${text}`);
  console.log("");
  if (due.length > 0) console.log(`Due for review: ${due.length}   ${command("review")}`);
  for (const { slug, title } of all.filter(({ slug }) => is("in progress")(slug)))
    console.log(`In progress: ${title}   ${command(`start ${slug}`)}`);
  if (slugs.some((slug) => !reached.has(slug) || is("in progress")(slug)) || due.length > 0) {
    const { entry } = chosenNext(undefined, now, all, happened);
    console.log(`Next: ${entry.title}   ${command("next")}`);
  }
  const old = outdated(all, happened).length;
  if (old > 0) console.log(`Checks have changed since you solved ${old}: ${command("check --solved")}`);
  console.log(dim("All problems: npx lab list      All commands: npx lab --help"));
  if (!process.stdin.isTTY || !process.stdout.isTTY) return;
  const { pickProblem } = await import("#lab/watch/pick.ts");
  const { begun } = await import("./start.ts");
  console.log("");
  // Few at a time, so that what is above stays in view.
  const picked = await pickProblem(all, 5);
  if (picked) await begun(picked, {});
}

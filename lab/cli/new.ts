import { existsSync, mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { format, resolveConfig } from "prettier";
import { root } from "#lab/catalogue/catalogue.ts";
import { planned } from "#lab/catalogue/planned.ts";
import { UsageError } from "#lab/problem/usage-error.ts";
import { problemFolder } from "#lab/scaffold/problem-folder.ts";
import { nearest } from "#lab/terminal/nearest.ts";
import { shortened } from "#lab/terminal/path.ts";
import { bold } from "#lab/terminal/style.ts";

/** Lays the folder of a problem in the catalogue, for its author to fill. */
export async function newProblem(name: string): Promise<void> {
  const all = planned();
  const names = all.map(({ topic, slug }) => `${topic}/${slug}`);
  const plan = all[names.indexOf(name)];
  if (!plan) {
    const same = names.find((each) => each.endsWith(`/${name}`));
    const near = same === undefined ? nearest(name, names, 3) : [same];
    throw new UsageError(
      `the catalogue has no "${name}"; ${near.length > 0 ? `did you mean ${near.join(" or ")}?` : "name it as <topic>/<slug>, such as arrays/two-sum"}`,
    );
  }
  const folder = join(root, "problems", plan.topic, plan.slug);
  if (existsSync(folder))
    throw new UsageError(
      `${shortened(folder)} is there already and stays as it is; take another, or remove it first`,
    );
  mkdirSync(folder, { recursive: true });
  for (const [file, text] of Object.entries(problemFolder(plan))) {
    const path = join(folder, file);
    const options = { ...(await resolveConfig(path)), filepath: path };
    writeFileSync(path, file.endsWith(".ts") ? await format(text, options) : text);
  }
  console.log(`${shortened(folder)}: ${plan.title}, ready to be written.`);
  console.log(
    `Next: docs/writing-a-problem.md, ${bold("npx lab doctor")}, ${bold(`npm test -- ${plan.slug}`)}`,
  );
}

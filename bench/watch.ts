/**
 * How quick the day is, through a pseudo-terminal: a save until its verdict is on the screen, a key until it is answered
 * while an endless loop runs, and the list of a full catalogue. Usage: npm run figures:watch
 */
import { spawnSync } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { cpus, tmpdir } from "node:os";
import { join } from "node:path";
import { root } from "#lab/catalogue/catalogue.ts";
import { planned } from "#lab/catalogue/planned.ts";
import { PseudoTerminal } from "#lab/watch/pseudo-terminal.ts";

const runs = 21;
const signature = "function twoSum(nums: number[], target: number): number[]";
const right = `${signature} {\n  const seen = new Map<number, number>();\n  for (const [i, x] of nums.entries()) {\n    const partner = seen.get(target - x);\n    if (partner !== undefined) return [partner, i];\n    seen.set(x, i);\n  }\n  return [];\n}\n`;
const wrong = `${signature} {\n  return [0, 0];\n}\n`;
/** No step is counted in it: it computes until the parent kills it. */
const endless = `${signature} {\n  /(a+)+$/.test("a".repeat(40) + "b");\n  return [];\n}\n`;

const folder = mkdtempSync(join(tmpdir(), "lab-watch-figures-"));
const file = join(folder, "two-sum.ts");
writeFileSync(file, right);
console.log(`Node ${process.version}, ${cpus().length} × ${cpus()[0]!.model}, medians of ${runs}\n`);
console.log("| what | at most | median | slowest |\n| --- | --- | --- | --- |");

const screen = new PseudoTerminal(["watch", "two-sum"], { env: { LAB_ATTEMPTS: folder } });
await screen.shows(/accepted/);
const saves: number[] = [];
const keys: number[] = [];
for (let i = 0; i < runs; i++) {
  writeFileSync(file, wrong);
  await screen.shows(/wrong answer/);
  saves.push(
    await timed(async () => {
      writeFileSync(file, right);
      await screen.shows(/accepted/);
    }),
  );
}
for (let i = 0; i < runs; i++) {
  writeFileSync(file, `${endless}// ${i}\n`);
  await screen.shows(/judging/);
  keys.push(
    await timed(async () => {
      screen.type("?");
      await screen.shows(/show this/);
    }),
  );
  screen.type("\u001b");
  await screen.shows(/^(?![^]*show this)/);
}
screen.kill("SIGKILL");
row("save until the verdict shows, right two-sum", 150, saves);
row("key until it is answered, during an endless loop", 50, keys);

const full = fullCatalogue();
const lists: number[] = [];
for (let i = 0; i < runs; i++)
  lists.push(
    await timed(() => {
      const { status } = spawnSync(process.execPath, ["lab/cli/lab.ts", "list"], { cwd: full });
      if (status !== 0) throw new Error(`lab list ended with ${status}`);
    }),
  );
row(`lab list with ${planned().length} problems (without npx)`, 300, lists);
for (const made of [folder, full]) rmSync(made, { recursive: true });
process.exit(0);

/** A clone whose problems are made up of nothing but front matter. */
function fullCatalogue(): string {
  const clone = mkdtempSync(join(tmpdir(), "lab-full-"));
  cpSync(join(root, "lab"), join(clone, "lab"), { recursive: true });
  for (const shared of ["package.json", "node_modules"]) symlinkSync(join(root, shared), join(clone, shared));
  for (const { topic, slug, title, difficulty, leetcode } of planned()) {
    const problem = join(clone, "problems", topic, slug);
    mkdirSync(problem, { recursive: true });
    const matter = `---\ntitle: ${title}\ndifficulty: ${difficulty}\nleetcode: ${leetcode}\npatterns: []\n---\n`;
    writeFileSync(join(problem, "README.md"), `${matter}\n# ${title}\n`);
  }
  return clone;
}

async function timed(task: () => unknown): Promise<number> {
  const start = performance.now();
  await task();
  return performance.now() - start;
}

function row(what: string, most: number, values: number[]): void {
  const sorted = values.sort((a, b) => a - b);
  const ms = (value: number): string => `${value.toFixed(0)} ms`;
  console.log(`| ${what} | ${ms(most)} | ${ms(sorted[sorted.length >> 1]!)} | ${ms(sorted.at(-1)!)} |`);
}

/**
 * How long the command takes, as somebody sees it who waits for it. Usage: npm run figures [-- --quick]
 * Whole commands through npx: the median of 9 runs, and one run of each named mistake and of each hazard.
 */
import { spawn } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { cpus, tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { entries, loadProblem, root } from "#lab/catalogue/catalogue.ts";
import { hazards } from "#lab/judge/hazards.ts";

const { values } = parseArgs({ options: { quick: { type: "boolean", default: false } } });
const runs = values.quick ? 1 : 9;
const scratch = mkdtempSync(join(tmpdir(), "lab-figures-"));
let files = 0;

console.log(`Node ${process.version}, ${cpus().length} × ${cpus()[0]!.model}, medians of ${runs}\n`);
console.log("| what | at most | measured |\n| --- | --- | --- |");

const right = `export function twoSum(nums: number[], target: number): number[] {
  const seen = new Map<number, number>();
  for (const [i, x] of nums.entries()) {
    const partner = seen.get(target - x);
    if (partner !== undefined) return [partner, i];
    seen.set(x, i);
  }
  return [];
}
`;
row("a right two-sum until its verdict shows", "1.0 s", await medianOf("two-sum", right, /accepted/));

const mistakes: number[] = [];
let slowest = { name: "", seconds: 0 };
for (const { slug, folder } of entries()) {
  const { mistakes: known, problem } = await loadProblem(folder);
  for (const name of Object.keys(known)) {
    const exports = Object.keys(problem.stub).map((entry) => `export const ${entry} = mistake.${entry};`);
    const source = `import mistakes from ${JSON.stringify(join(folder, "mistakes.ts"))};\nconst mistake: any = mistakes[${JSON.stringify(name)}];\n${exports.join("\n")}\n`;
    const seconds = await timed(slug, source);
    mistakes.push(seconds);
    if (seconds > slowest.seconds) slowest = { name: `${slug}, ${name}`, seconds };
  }
}
row(
  `a wrong solution until the command ends, median over ${mistakes.length} named mistakes`,
  "1.2 s",
  median(mistakes),
);
row(`the slowest of them (${slowest.name})`, "", slowest.seconds);

const hazardous: { name: string; seconds: number }[] = [];
for (const [name, { source }] of Object.entries(hazards)) {
  hazardous.push({ name, seconds: await timed("two-sum", source) });
}
const worst = hazardous.sort((a, b) => b.seconds - a.seconds).slice(0, 3);
for (const { name } of worst) {
  row(
    `among the worst of ${hazardous.length} hazards: ${name}`,
    "4 s",
    await medianOf("two-sum", hazards[name]!.source),
  );
}
rmSync(scratch, { recursive: true });

async function medianOf(slug: string, source: string, until?: RegExp): Promise<number> {
  const seconds: number[] = [];
  for (let i = 0; i < runs; i++) seconds.push(await timed(slug, source, until));
  return median(seconds);
}

/** Seconds until the command ends, or until it has printed what is waited for. */
async function timed(slug: string, source: string, until?: RegExp): Promise<number> {
  const file = join(scratch, `attempt-${files++}.ts`);
  writeFileSync(file, source);
  const start = performance.now();
  const elapsed = (): number => (performance.now() - start) / 1000;
  const command = spawn("npx", ["lab", "check", slug, "--file", file], {
    cwd: root,
    stdio: ["ignore", "pipe", "inherit"],
  });
  let shown: number | undefined;
  let text = "";
  command.stdout.on("data", (chunk: Buffer) => {
    text += chunk.toString();
    if (until?.test(text)) shown ??= elapsed();
  });
  await new Promise((resolve) => command.on("close", resolve));
  if (until && shown === undefined) throw new Error(`waited in vain for ${until.source} in:\n${text}`);
  return shown ?? elapsed();
}

function row(what: string, most: string, seconds: number): void {
  console.log(`| ${what} | ${most} | ${seconds.toFixed(2)} s |`);
}

function median(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[values.length >> 1]!;
}

/**
 * How far the engine can be trusted on this machine: `npm run trust`, or `npm run trust -- same | slower | ratios [--busy]`.
 * The same function beside itself must show no difference, one that does half as much again must, and ratios must repeat.
 */
import { spawn } from "node:child_process";
import { fileURLToPath } from "node:url";
import { comparisonsIn } from "./engine/entrant.ts";
import { type Ratio, ratioOf } from "./engine/ratio.ts";
import { type Effort, measured, quick, thorough } from "./engine/schedule.ts";

const file = fileURLToPath(new URL("trust-pairs.ts", import.meta.url));
const comparisons = await comparisonsIn(file);
const parts = process.argv.slice(2).filter((argument) => !argument.startsWith("-"));
const asked = (part: string): boolean => parts.length === 0 || parts.includes(part);

const busy = process.argv.includes("--busy")
  ? spawn(process.execPath, ["-e", "for (;;);"], { stdio: "ignore" })
  : undefined;
try {
  if (asked("same")) await claims("the same function against itself", "first", 0);
  if (asked("slower")) await claims("the same function, and half as much again", "slower", 20);
  if (asked("ratios")) await ratios();
} finally {
  busy?.kill();
}

/** Twenty quick runs of each function; says how often a difference was shown. */
async function claims(title: string, contender: "first" | "slower", wanted: number): Promise<void> {
  console.log(`\n${title}, differences shown in twenty quick runs (wanted: ${wanted})`);
  for (const [i, { title: pair }] of comparisons.entries()) {
    const all: Ratio[] = [];
    for (let run = 0; run < 20; run++) all.push(await ratio(i, contender, "first", quick));
    const shown = all.filter((one) => one.shown && (contender === "first" || one.median > 1)).length;
    console.log(`  ${String(shown).padStart(2)} of 20, ratios ${range(all)}: ${pair}`);
  }
}

/** Ten thorough runs of each pair; says how far apart their ratios are. */
async function ratios(): Promise<void> {
  console.log(`\nratios of ten thorough runs${busy ? ", beside a busy loop" : ""} (wanted: within a tenth)`);
  for (const [i, { title }] of comparisons.entries()) {
    const all: Ratio[] = [];
    for (let run = 0; run < 10; run++) all.push(await ratio(i, "other", "first", thorough));
    const medians = all.map(({ median }) => median);
    const apart = (100 * (Math.max(...medians) / Math.min(...medians) - 1)).toFixed(1);
    console.log(`  ${apart} % apart, ${range(all)}: ${title}`);
  }
}

async function ratio(comparison: number, a: string, b: string, effort: Effort): Promise<Ratio> {
  const source = (contender: string) => ({ kind: "pattern", file, comparison, contender }) as const;
  const lanes = [
    { name: "a", source: source(a) },
    { name: "b", source: source(b) },
  ];
  const [n] = comparisons[comparison]!.sizes;
  const quiet = { signal: new AbortController().signal, tell: () => undefined };
  const [left, right] = await measured(lanes, [n!], effort, quiet);
  return ratioOf(left!.samples.get(n!)!, right!.samples.get(n!)!);
}

function range(ratios: readonly Ratio[]): string {
  const medians = ratios.map(({ median }) => median);
  return `${Math.min(...medians).toFixed(3)} to ${Math.max(...medians).toFixed(3)}`;
}

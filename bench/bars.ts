/**
 * Measures every pattern that has a bar beside the peers it names, thoroughly and in one go: `npm run bars`, or
 * `npm run bars -- union-find trie`. Results are recorded in bench/results/; exit code 1 where a bar is missed.
 */
import { patterns, benchFile } from "#lab/catalogue/patterns.ts";
import { baselinePath, writeResult } from "./engine/baseline.ts";
import { compare } from "./engine/compare.ts";
import type { Prepare } from "./engine/contest.ts";
import { comparisonsIn } from "./engine/entrant.ts";
import { patternContest } from "./engine/pattern-contest.ts";
import { changingLine } from "./report/progress.ts";
import { barLine } from "./report/sentences.ts";

const asked = process.argv.slice(2);
const line = changingLine();
const stopping = new AbortController();
process.once("SIGINT", () => stopping.abort());
const options = { thorough: true, yardstick: true, signal: stopping.signal, tell: line.show };
let all = 0;
let missed = 0;

for (const pattern of patterns()) {
  const file = benchFile(pattern);
  if (file === undefined || (asked.length > 0 && !asked.some((name) => pattern.name.includes(name))))
    continue;
  const contests = [...(await comparisonsIn(file)).entries()].flatMap(([number, comparison]) => {
    const { bars = [], sizes: every, contenders } = comparison;
    if (bars.length === 0) return [];
    const [ours] = Object.keys(contenders);
    const named = [ours!, ...bars.map(({ against }) => against)];
    const few = Object.fromEntries(Object.entries(contenders).filter(([name]) => named.includes(name)));
    const sizes = [...new Set(bars.map(({ at = every.at(-1)! }) => at))].sort((a, b) => a - b);
    return [
      (wanted: Parameters<Prepare>[0]) =>
        patternContest(file, [number, { ...comparison, contenders: few }], { ...wanted, sizes }),
    ];
  });
  if (contests.length === 0 || stopping.signal.aborted) continue;
  const result = await compare(pattern.name, contests, options);
  line.clear();
  if (!result.made.interrupted) writeResult(baselinePath(pattern.name), result);
  for (const { title, bars } of result.comparisons)
    for (const bar of bars) {
      if (!bar.met) missed++;
      all++;
      console.log(`${pattern.name}, ${title}\n  ${barLine(bar)}`);
    }
}
console.log(missed === 0 ? `\nAll ${all} bars are met.` : `\n${missed} of ${all} bars are missed.`);
process.exitCode = missed === 0 && !stopping.signal.aborted ? 0 : 1;

import { basename, join, relative, resolve } from "node:path";
import { entries, root } from "#lab/catalogue/catalogue.ts";
import { recordsFolder } from "#lab/journal/attempts.ts";
import { record } from "#lab/journal/journal.ts";
import { UsageError } from "#lab/problem/usage-error.ts";
import { shortened } from "#lab/terminal/path.ts";
import { dim } from "#lab/terminal/style.ts";
import { baselinePath, changes, readBaseline, writeResult } from "../../bench/engine/baseline.ts";
import { compare } from "../../bench/engine/compare.ts";
import type { Prepare } from "../../bench/engine/contest.ts";
import { comparisonsIn } from "../../bench/engine/entrant.ts";
import { entryContest } from "../../bench/engine/entry-contest.ts";
import { patternContest } from "../../bench/engine/pattern-contest.ts";
import type { Result } from "../../bench/engine/result.ts";
import { findTarget, type Target } from "../../bench/engine/target.ts";
import { changeLines, otherMachine } from "../../bench/report/changes.ts";
import { changingLine } from "../../bench/report/progress.ts";
import { resultLines } from "../../bench/report/terminal.ts";

export interface BenchOptions {
  readonly thorough?: true;
  readonly size?: readonly number[];
  readonly workload?: string;
  readonly against?: readonly string[];
  readonly html?: string | true;
  readonly json?: true;
  readonly record?: true;
  readonly compare?: string | true;
}

/** Compares the approaches to a problem, or a pattern with its peers, and prints what it found; also when it is interrupted. */
export async function bench(name: string | undefined, options: BenchOptions): Promise<void> {
  const baseline = typeof options.compare === "string" ? readBaseline(options.compare) : undefined;
  const called = name ?? baseline?.name;
  if (called === undefined)
    throw new UsageError("compare what? npx lab bench two-sum, or npx lab bench union-find, for example");
  const target = findTarget(called);
  const then = options.compare === true ? readBaseline(resultName(target)) : baseline;
  const result = await measuredResult(target, options, then !== undefined);
  if ("entry" in target && !result.made.interrupted) record({ event: "benched", problem: target.entry.slug });
  if (options.json) console.log(JSON.stringify(result, null, 1));
  else {
    for (const line of resultLines(result)) console.log(line);
    const twin = "pattern" in target ? problemCalled(called) : undefined;
    if (twin) console.log(dim(`  The problem of this name: npx lab bench ${twin}`));
  }
  if (options.html !== undefined) {
    const { writePage } = await import("../../bench/report/html.ts");
    const path = options.html === true ? pagePath(result.name) : resolve(options.html);
    writePage(path, result);
    console.error(`The page: ${shortened(path)}`);
  }
  if (options.record && !result.made.interrupted) {
    writeResult(baselinePath(result.name), result);
    console.error(`Recorded in ${shortened(baselinePath(result.name))}`);
  }
  const changed = then ? changes(then, result) : [];
  if (then && !options.json) {
    for (const line of [...otherMachine(then, result), ...changeLines(then, changed)]) console.log(line);
  }
  const refused = result.comparisons.some(({ contenders }) =>
    contenders.some(({ own, wrong }) => own && wrong !== undefined),
  );
  const slower = changed.some(({ ratio, shown }) => shown && ratio > 1);
  process.exitCode = refused || slower || result.made.interrupted ? 1 : 0;
}

async function measuredResult(target: Target, options: BenchOptions, comparing: boolean): Promise<Result> {
  const stopping = new AbortController();
  const stop = (): void => stopping.abort();
  process.once("SIGINT", stop);
  const line = changingLine();
  try {
    return await compare(resultName(target), await contests(target, options), {
      thorough: options.thorough ?? false,
      yardstick: comparing || options.record === true,
      signal: stopping.signal,
      tell: line.show,
    });
  } finally {
    line.clear();
    process.off("SIGINT", stop);
  }
}

function resultName(target: Target): string {
  return "pattern" in target ? target.pattern.name : target.entry.slug;
}

async function contests(target: Target, options: BenchOptions): Promise<Prepare[]> {
  const { size: sizes, workload } = options;
  if ("pattern" in target) {
    for (const option of ["workload", "against"] as const)
      if (options[option] !== undefined)
        throw new UsageError(`--${option} is for problems, and ${target.pattern.name} is a pattern`);
    const comparisons = await comparisonsIn(target.file);
    return [...comparisons.entries()].map(
      (one) => (wanted) => patternContest(target.file, one, { ...wanted, sizes }),
    );
  }
  return [await entryContest(target.entry, { against: options.against ?? [], sizes, workload })];
}

function problemCalled(name: string): string | undefined {
  const same = entries().find(({ slug }) => slug === basename(name));
  return same && relative(root, same.folder);
}

function pagePath(name: string): string {
  return join(recordsFolder, "bench", `${name.replaceAll("/", "-")}.html`);
}

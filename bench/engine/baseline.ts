import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { root } from "#lab/catalogue/checkout.ts";
import { UsageError } from "#lab/problem/usage-error.ts";
import { medianOf, rangeOf } from "./ratio.ts";
import type { Compared, Measured, Result } from "./result.ts";

/** Results that are kept: bench/results/<name>.json, with the machine and the versions they came from. */

const folder = join(root, "bench", "results");

export function baselinePath(name: string): string {
  return join(folder, `${name.replaceAll("/", "-")}.json`);
}

export function writeResult(path: string, result: Result): void {
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, `${JSON.stringify(result, rounded, 1)}\n`);
}

/** A recorded result, by its path or by the name of what it is of. */
export function readBaseline(given: string): Result {
  const path = existsSync(given) ? resolve(given) : baselinePath(given);
  if (!existsSync(path))
    throw new UsageError(`there is no recorded result ${given}; --record writes one to bench/results`);
  try {
    const result = JSON.parse(readFileSync(path, "utf8")) as Partial<Result>;
    if (Array.isArray(result.comparisons) && typeof result.name === "string") return result as Result;
  } catch {
    // What is no JSON is no result either.
  }
  throw new UsageError(`${given} is no recorded result; --record writes one to bench/results`);
}

/** Six digits are more than any clock gives. */
function rounded(_key: string, value: unknown): unknown {
  return typeof value === "number" && !Number.isInteger(value) ? Number(value.toPrecision(6)) : value;
}

/** How one contender's time at one size has changed since the baseline, both taken by the yardstick. */
export interface Change {
  readonly title: string;
  readonly contender: string;
  readonly n: number;
  /** Time now by time then. */
  readonly ratio: number;
  /** Beyond a tenth, and beyond what the processes of either run differ among themselves. */
  readonly shown: boolean;
}

/** What both results have measured, slower first. */
export function changes(then: Result, now: Result): Change[] {
  return now.comparisons
    .flatMap((after) => {
      const before = then.comparisons.find(({ title }) => title === after.title);
      return before ? changesOf(before, after) : [];
    })
    .sort((a, b) => b.ratio - a.ratio);
}

function changesOf(before: Compared, after: Compared): Change[] {
  const pace = paceOf(before, after);
  return after.contenders.flatMap(({ name, points }) => {
    const earlier = before.contenders.find((one) => one.name === name)?.points ?? [];
    return points.flatMap((point): Change[] => {
      const known = earlier.find(({ n }) => n === point.n);
      if (!known) return [];
      const ratio = point.ms / known.ms / pace;
      const noise = Math.max(1.1, spread(point) * spread(known));
      return [
        { title: after.title, contender: name, n: point.n, ratio, shown: Math.max(ratio, 1 / ratio) > noise },
      ];
    });
  });
}

/** How many times as long the yardstick takes now. */
function paceOf(before: Compared, after: Compared): number {
  const pairs = (after.yardstick ?? []).flatMap(({ n, ms }) => {
    const known = before.yardstick?.find((one) => one.n === n);
    return known ? [ms / known.ms] : [];
  });
  return pairs.length > 0 ? medianOf(pairs) : 1;
}

/** The slowest process by the fastest, without the outermost. */
function spread({ processes }: Measured): number {
  const [fastest, slowest] = rangeOf(processes);
  return slowest / fastest;
}

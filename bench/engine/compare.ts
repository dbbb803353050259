import type { Prepare } from "./contest.ts";
import { madeNow } from "./machine.ts";
import { compared, type Compared, type Result, yardstickName } from "./result.ts";
import { type Effort, measured, quick, thorough } from "./schedule.ts";

export interface Asked {
  readonly thorough: boolean;
  /** Measures the yardstick beside the contenders, for comparisons with another hour's result. */
  readonly yardstick: boolean;
  readonly signal: AbortSignal;
  /** What is being done, for a line that changes. */
  readonly tell: (what: string) => void;
}

/** Prepares and measures one contest after the other; what is there when `signal` is aborted is the result. */
export async function compare(name: string, contests: readonly Prepare[], asked: Asked): Promise<Result> {
  const effort: Effort = asked.thorough ? thorough : quick;
  const { signal, tell } = asked;
  const comparisons: Compared[] = [];
  for (const prepare of contests) {
    if (signal.aborted) break;
    const contest = await prepare({ callMs: effort.callMs, signal, tell });
    const right = contest.contenders.filter(({ wrong }) => wrong === undefined);
    const lanes = asked.yardstick
      ? [...right, { name: yardstickName, source: { kind: "yardstick" } as const }]
      : right;
    const series = await measured(lanes, contest.sizes, effort, {
      signal,
      tell: ({ set, sets, n, name }) =>
        tell(`${contest.title}: n = ${n}, ${name}, process ${set} of ${sets}`),
    });
    comparisons.push(compared(contest, series));
  }
  const names = comparisons.flatMap(({ contenders }) => contenders.map(({ name }) => name));
  const made = madeNow([...new Set(names)], { thorough: asked.thorough, processes: effort.sets });
  return { name, made: { ...made, ...(signal.aborted && { interrupted: true as const }) }, comparisons };
}

import { duration } from "#bench/report/numbers.ts";
import { ContenderProcess, type Loss } from "./contender.ts";
import type { Source } from "./entrant.ts";
import type { Memory } from "./memory.ts";
import type { Reply } from "./messages.ts";
import { prediction } from "./prediction.ts";

export interface Entered {
  readonly name: string;
  readonly source: Source;
  /** It is not asked for more than this. */
  readonly largest?: number;
  /** By size, where they were counted. */
  readonly steps?: ReadonlyMap<number, number>;
}

/** How much is measured. */
export interface Effort {
  /** Times that every contender gets a fresh process. */
  readonly sets: number;
  /** Times that everybody's turn comes for each size and set, at most. */
  readonly rounds: number;
  readonly sampleMs: number;
  readonly warmMs: number;
  /** A size is left out when a call takes longer. */
  readonly callMs: number;
  /** For one size and set, all contenders together, when calls take long. */
  readonly sizeMs: number;
}

export const quick: Effort = { sets: 5, rounds: 6, sampleMs: 4, warmMs: 30, callMs: 400, sizeMs: 700 };
export const thorough: Effort = { sets: 7, rounds: 16, sampleMs: 8, warmMs: 150, callMs: 4000, sizeMs: 3000 };

/** Milliseconds of a call by set and round; what a set has of one size, of one contender. */
export type Samples = readonly (readonly number[])[];

export interface Series {
  readonly name: string;
  /** By size; only sizes that were measured. */
  readonly samples: Map<number, number[][]>;
  readonly memory: Map<number, Memory>;
  /** The first size that was left out, and why. */
  leftOut?: { readonly n: number; readonly why: string };
}

export interface Progress {
  readonly set: number;
  readonly sets: number;
  readonly n: number;
  readonly name: string;
}

/**
 * Measures all contenders at all sizes: in every set each has a fresh process, and the processes take turns, forwards and
 * backwards, so that whatever slows the machine for a while slows all of them alike. Returns what there is when `signal`
 * is aborted.
 */
export async function measured(
  contenders: readonly Entered[],
  sizes: readonly number[],
  effort: Effort,
  { signal, tell }: { readonly signal: AbortSignal; readonly tell: (progress: Progress) => void },
): Promise<Series[]> {
  const series = contenders.map(({ name }): Series => ({ name, samples: new Map(), memory: new Map() }));
  for (let set = 0; set < effort.sets && !signal.aborted; set++) {
    const processes = contenders.map(({ source }) => new ContenderProcess(source));
    const stop = (): void => processes.forEach((process) => process.end());
    signal.addEventListener("abort", stop);
    for (const n of sizes) {
      const lanes = contenders.flatMap(({ name, largest = Infinity, steps }, i): Lane[] =>
        n > largest || (series[i]!.leftOut?.n ?? Infinity) <= n
          ? []
          : [{ name, process: processes[i]!, series: series[i]!, steps }],
      );
      await oneSize(lanes, n, effort, signal, (name) => tell({ set: set + 1, sets: effort.sets, n, name }));
      // eslint-disable-next-line @typescript-eslint/no-unnecessary-condition -- it may have been aborted meanwhile
      if (signal.aborted) break;
      for (const lane of lanes) if (!lane.series.memory.has(n)) await weigh(lane, n);
    }
    signal.removeEventListener("abort", stop);
    stop();
  }
  return series;
}

interface Lane {
  readonly name: string;
  readonly process: ContenderProcess;
  readonly series: Series;
  readonly steps: Entered["steps"];
}

/** One call may take that many times longer than expected before its process is ended. */
const patience = 25;

async function oneSize(
  lanes: readonly Lane[],
  n: number,
  effort: Effort,
  signal: AbortSignal,
  tell: (name: string) => void,
): Promise<void> {
  const { sampleMs, warmMs, callMs, sizeMs } = effort;
  const seconds = Math.max(10, (patience * callMs) / 1000);
  const ready: { lane: Lane; taken: number[] }[] = [];
  let turnMs = 0;
  for (const lane of lanes) {
    const expected = prediction(lane.series.samples, n, lane.steps);
    if (expected > callMs) {
      lane.series.leftOut ??= { n, why: `a call would take about ${duration(expected)}` };
      continue;
    }
    tell(lane.name);
    const ms = timeIn(lane, n, await lane.process.ask({ type: "prepare", n, warmMs }, seconds), signal);
    if (ms === undefined) continue;
    turnMs += Math.max(sampleMs, ms);
    ready.push({ lane, taken: [] });
  }
  const rounds = Math.max(2, Math.min(effort.rounds, Math.round(sizeMs / turnMs)));
  for (let round = 0; round < rounds; round++) {
    for (const { lane, taken } of turns(ready, round)) {
      if (signal.aborted) return;
      tell(lane.name);
      const ms = timeIn(lane, n, await lane.process.ask({ type: "sample", ms: sampleMs }, seconds), signal);
      if (ms !== undefined) taken.push(ms);
    }
  }
  for (const { lane, taken } of ready)
    if (taken.length === rounds) lane.series.samples.set(n, [...(lane.series.samples.get(n) ?? []), taken]);
}

/** Everybody's turn, begun by another each round, and backwards every second round. */
function turns<T>(lanes: readonly T[], round: number): T[] {
  const start = (round >> 1) % Math.max(1, lanes.length);
  const rotated = [...lanes.slice(start), ...lanes.slice(0, start)];
  return round % 2 === 0 ? rotated : rotated.reverse();
}

function timeIn({ series }: Lane, n: number, reply: Reply | Loss, signal: AbortSignal): number | undefined {
  if (reply.type === "time") return reply.ms;
  if (signal.aborted) return undefined;
  const why = reply.type === "failed" ? reply.message : reply.type === "lost" ? reply.why : reply.type;
  series.leftOut = { n, why };
  return undefined;
}

async function weigh({ process, series }: Lane, n: number): Promise<void> {
  if (!series.samples.has(n)) return;
  const reply = await process.ask({ type: "memory", n }, 60);
  if (reply.type === "memory") series.memory.set(n, reply);
}

import type { Bar } from "#bench/comparison.ts";
import type { Contender, Contest } from "./contest.ts";
import type { Made } from "./machine.ts";
import { medianOf, type Ratio, ratioOf } from "./ratio.ts";
import type { Samples, Series } from "./schedule.ts";

/** What a run has found: it is printed, plotted, and recorded as JSON as it stands. */
export interface Result {
  /** A problem's slug, or a pattern's "family/name". */
  readonly name: string;
  readonly made: Made;
  readonly comparisons: readonly Compared[];
}

export interface Compared {
  readonly title: string;
  readonly contenders: readonly Standing[];
  readonly crossings: readonly Crossing[];
  readonly bars: readonly BarResult[];
  readonly otherWorkloads?: readonly string[];
  /** By size, how long the yardstick took: what tells one hour's machine from another's. */
  readonly yardstick?: readonly { readonly n: number; readonly ms: number }[];
}

export interface Standing {
  readonly name: string;
  readonly own?: true;
  readonly wrong?: string;
  readonly growth?: string;
  /** The first size it was not measured at, and why. */
  readonly leftOut?: { readonly n: number; readonly why: string };
  readonly points: readonly Measured[];
}

/** One contender at one size. */
export interface Measured {
  readonly n: number;
  /** Milliseconds of a call: median over the processes, and each process's own median. */
  readonly ms: number;
  readonly processes: readonly number[];
  /** How many times as long as the fastest takes. */
  readonly ratio: Ratio;
  readonly steps?: number;
  /** Bytes that one call allocates. */
  readonly allocated?: number;
  /** Bytes that the filled structure keeps. */
  readonly held?: number;
}

/** From about this size on, `winner` is faster than `loser`, which is faster below. */
export interface Crossing {
  readonly winner: string;
  readonly loser: string;
  readonly n: number;
}

export interface BarResult extends Bar {
  readonly at: number;
  /** The other's time by ours; undefined where one of them was not measured. */
  readonly ratio?: Ratio;
  readonly met: boolean;
}

export const yardstickName = "yardstick";

/** Puts together what was counted and what was measured. */
export function compared(contest: Contest, series: readonly Series[]): Compared {
  const byName = new Map(series.map((one) => [one.name, one]));
  const names = contest.contenders.map(({ name }) => name);
  const samples = (name: string, n: number): Samples | undefined => byName.get(name)?.samples.get(n);
  const fastest = new Map(contest.sizes.map((n) => [n, fastestAt(names, n, samples)]));
  const contenders = contest.contenders.map((contender): Standing => {
    const points = contest.sizes.flatMap((n): Measured[] => {
      const own = samples(contender.name, n);
      if (!own) return [];
      const processes = own.map(medianOf);
      const steps = contender.steps.get(n);
      const memory = byName.get(contender.name)!.memory.get(n);
      const ratio = ratioOf(own, samples(fastest.get(n)!, n)!);
      return [
        { n, ms: medianOf(processes), processes, ratio, ...(steps !== undefined && { steps }), ...memory },
      ];
    });
    return { ...standing(contender, contest.sizes), ...leftOut(byName.get(contender.name)), points };
  });
  const yardstick = byName.get(yardstickName);
  return {
    title: contest.title,
    contenders,
    crossings: crossings(contenders),
    bars: contest.bars.map((bar) => barResult(bar, names[0]!, contest.sizes, samples)),
    ...(contest.otherWorkloads && { otherWorkloads: contest.otherWorkloads }),
    ...(yardstick && {
      yardstick: [...yardstick.samples].map(([n, sets]) => ({ n, ms: medianOf(sets.map(medianOf)) })),
    }),
  };
}

type SamplesOf = (name: string, n: number) => Samples | undefined;

function standing(
  { name, own, wrong, growth, largest = Infinity }: Contender,
  sizes: readonly number[],
): Omit<Standing, "points"> {
  const beyond = sizes.find((n) => n > largest);
  return {
    name,
    ...(own && { own }),
    ...(wrong !== undefined && { wrong }),
    ...(growth !== undefined && { growth }),
    ...(beyond !== undefined && { leftOut: { n: beyond, why: "it takes too long" } }),
  };
}

function leftOut(series: Series | undefined): Pick<Standing, "leftOut"> {
  return series?.leftOut ? { leftOut: series.leftOut } : {};
}

function fastestAt(names: readonly string[], n: number, samples: SamplesOf): string | undefined {
  const known = names.filter((name) => samples(name, n) !== undefined);
  const ms = (name: string): number => medianOf(samples(name, n)!.map(medianOf));
  return known.toSorted((a, b) => ms(a) - ms(b))[0];
}

/** Where the one that is fastest in the end comes to be faster than another. */
function crossings(contenders: readonly Standing[]): Crossing[] {
  const largest = Math.max(...contenders.flatMap(({ points }) => points.map(({ n }) => n)));
  const at = ({ points }: Standing, n: number): Measured | undefined => points.find((point) => point.n === n);
  const winner = contenders.find((one) => at(one, largest)?.ratio.median === 1);
  if (!winner) return [];
  return contenders.flatMap((loser): Crossing[] => {
    if (loser === winner) return [];
    const shared = winner.points.flatMap(({ n, ms }) => {
      const other = at(loser, n);
      return other ? [{ n, advantage: Math.log(other.ms / ms) }] : [];
    });
    const before = shared.findLastIndex(({ advantage }) => advantage < 0);
    const [a, b] = [shared[before], shared[before + 1]];
    // A lead within the noise is no crossing.
    const wasBehind = shared.some(({ advantage }) => advantage < -noise);
    if (!a || !b || !wasBehind || !shared.some(({ n, advantage }) => n >= b.n && advantage > noise))
      return [];
    const share = a.advantage / (a.advantage - b.advantage);
    const n = Math.exp(Math.log(a.n) + share * Math.log(b.n / a.n));
    return [{ winner: winner.name, loser: loser.name, n: Number(n.toPrecision(1 + Number(n >= 100))) }];
  });
}

const noise = Math.log(1.1);

function barResult(bar: Bar, ours: string, sizes: readonly number[], samples: SamplesOf): BarResult {
  const at = bar.at ?? sizes.at(-1)!;
  const [other, own] = [samples(bar.against, at), samples(ours, at)];
  if (!other || !own) return { ...bar, at, met: false };
  const ratio = ratioOf(other, own);
  // A tie at 1 is "no difference shown", and a difference below a tenth is none.
  const met = ratio.median >= bar.atLeast || (bar.atLeast === 1 && !ratio.shown);
  return { ...bar, at, ratio, met };
}

import { exponential, type Growth, growthClasses, growths } from "#lab/problem/growth.ts";

/** Cost at one size. */
export interface Point {
  readonly n: number;
  readonly cost: number;
}

/**
 * How fast the ratio of two quantities may seem to rise before we say that one outgrows the other: as a power
 * of n. Linear cost measured in steps stays below 0.01, a factor of log n shows as 0.05 or more.
 */
const tolerance = 0.04;
/**
 * The same for exponential classes, by each step of n: n² · 2ⁿ stays below it where n is 6 or more, 3ⁿ rises by 0.41.
 */
const exponentialTolerance = 0.35;
/** The least share of steps from one size to the next at which the ratio must rise. */
const risingShare = 0.75;

/**
 * Do the costs outgrow the class? Asks only for an upper bound, and needs both a trend (the median slope over
 * all pairs of sizes, after Theil and Sen) and that the ratio rises at most sizes, so that one odd point never accuses.
 */
export function outgrows(points: readonly Point[], growth: Growth): boolean {
  const relevant = points.slice(-Math.max(4, Math.ceil(points.length / 2)));
  const isExponential = exponential.includes(growth);
  const ratios = relevant.map(({ n, cost }) => ({
    x: isExponential ? n : Math.log(n),
    y: Math.log(Math.max(1, cost)) - Math.log(growthClasses[growth](n)),
  }));
  const slopes: number[] = [];
  let rising = 0;
  for (let i = 0; i < ratios.length; i++) {
    for (let j = i + 1; j < ratios.length; j++) {
      const slope = (ratios[j]!.y - ratios[i]!.y) / (ratios[j]!.x - ratios[i]!.x);
      slopes.push(slope);
      if (j === i + 1 && slope > 0) rising++;
    }
  }
  if (slopes.length === 0) return false;
  return (
    median(slopes) > (isExponential ? exponentialTolerance : tolerance) &&
    rising >= risingShare * (ratios.length - 1)
  );
}

/** The slowest growing class that the costs do not outgrow, or "more than" the last one that was asked. */
export function classify(points: readonly Point[]): Growth | `more than ${Growth}` {
  const oneByOne = points.length > 1 && points[1]!.n === points[0]!.n + 1;
  // At sizes that double, what is exponential would have run out long before.
  const candidates = growths.filter((growth) => oneByOne || !exponential.includes(growth));
  return candidates.find((growth) => !outgrows(points, growth)) ?? `more than ${candidates.at(-1)!}`;
}

/** The sizes to measure at, and by how much they rise: doubling, or one by one where the class is exponential. */
export function sizesFor(growth: Growth, largest = Infinity): number[] {
  const oneByOne = { "2ⁿ": 18, "n!": 10 }[growth as string];
  if (oneByOne !== undefined)
    return Array.from({ length: oneByOne - 2 }, (_, i) => i + 3).filter((n) => n <= largest);
  const most = {
    "1": 2 ** 14,
    "log n": 2 ** 30,
    n: 2 ** 14,
    "n log n": 2 ** 14,
    "n²": 2 ** 11,
    "n² log n": 2 ** 10,
    "n³": 2 ** 8,
  }[growth as Exclude<Growth, "2ⁿ" | "n!">];
  const sizes: number[] = [];
  for (let n = 8; n <= Math.min(most, largest); n *= 2) sizes.push(n);
  // The largest input of all may hold a trap of its own.
  if (largest < most && sizes.at(-1) !== largest) sizes.push(largest);
  return sizes;
}

function median(values: number[]): number {
  const sorted = values.sort((a, b) => a - b);
  const half = sorted.length >> 1;
  return sorted.length % 2 === 1 ? sorted[half]! : (sorted[half - 1]! + sorted[half]!) / 2;
}

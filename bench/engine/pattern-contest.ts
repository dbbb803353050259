import type { Comparison } from "#bench/comparison.ts";
import { classify, type Point } from "#lab/judge/growth.ts";
import { ContenderProcess } from "./contender.ts";
import type { Contender, Contest, Wanted } from "./contest.ts";
import type { Source } from "./entrant.ts";

/** One comparison of a pattern's `*.bench.ts`: answers are compared and steps counted here. */
export async function patternContest(
  file: string,
  [number, comparison]: readonly [number, Comparison],
  wanted: Wanted,
): Promise<Contest> {
  const { title, contenders, bars = [] } = comparison;
  const sizes = wanted.sizes ?? comparison.sizes;
  const found: Contender[] = [];
  for (const name of Object.keys(contenders)) {
    if (wanted.signal.aborted) break;
    const source: Source = { kind: "pattern", file, comparison: number, contender: name };
    wanted.tell(`${title}: comparing the answers of ${name}`);
    const answers = await compared(source, sizes, wanted);
    if ("wrong" in answers || answers.largest === 0) {
      found.push({ name, source, ...answers, steps: new Map() });
      continue;
    }
    wanted.tell(`${title}: counting the steps of ${name}`);
    const doubled = doubling(comparison.sizes);
    const steps = await counted(source, [...sizes, ...doubled], wanted);
    const points = doubled.flatMap((n): Point[] => (steps.has(n) ? [{ n, cost: steps.get(n)! }] : []));
    const growth = points.length >= fewest ? { growth: classify(points) } : {};
    found.push({ name, source, ...answers, ...growth, steps });
  }
  return { title, sizes, contenders: found, bars };
}

/** Compares answers with the first contender's up to the size at which a call takes too long. */
async function compared(
  source: Source,
  sizes: readonly number[],
  { callMs, signal }: Wanted,
): Promise<{ wrong: string } | { largest?: number }> {
  const process = new ContenderProcess(source);
  const stop = (): void => process.end();
  signal.addEventListener("abort", stop);
  try {
    let largest = 0;
    for (const n of sizes) {
      const reply = await process.ask({ type: "agree", n }, patienceFor(callMs));
      if (reply.type === "failed") return { wrong: `throws at n = ${n}: ${reply.message}` };
      // Too long or too much memory is no wrong answer.
      if (reply.type !== "agreement") return { largest };
      if (reply.wrong !== undefined) return { wrong: reply.wrong };
      largest = n;
      // A first call has not been optimized yet.
      if (reply.ms > 3 * callMs) return { largest };
    }
    return {};
  } finally {
    signal.removeEventListener("abort", stop);
    process.end();
  }
}

const fewest = 4;
const enoughSteps = 1e7;
const enoughSizes = 9;
/** Interpreted code is slow, and the growth shows at sizes that it can do. */
const countingSeconds = 5;

/** Seconds for a call that is neither warm nor as quick as it will be. */
function patienceFor(callMs: number): number {
  return 1 + (20 * callMs) / 1000;
}

/** Steps at these sizes, up to where counting takes too long. */
async function counted(
  source: Source,
  sizes: readonly number[],
  wanted: Wanted,
): Promise<Map<number, number>> {
  const process = new ContenderProcess(source, { counting: true });
  const steps = new Map<number, number>();
  const end = performance.now() + 1000 * countingSeconds;
  for (const n of [...new Set(sizes)].sort((a, b) => a - b)) {
    if (wanted.signal.aborted || performance.now() > end) break;
    const reply = await process.ask({ type: "steps", n }, countingSeconds);
    if (reply.type !== "steps") break;
    steps.set(n, reply.steps);
    if (reply.steps > enoughSteps) break;
  }
  process.end();
  return steps;
}

/** Sizes that double from the smallest on: the classes of growth are told apart on these. */
function doubling(sizes: readonly number[]): number[] {
  const [smallest, largest] = [Math.min(...sizes), Math.max(...sizes)];
  const all = Array.from({ length: enoughSizes }, (_, i) => smallest * 2 ** i);
  return all.filter((n) => n <= largest || all[0] === n);
}

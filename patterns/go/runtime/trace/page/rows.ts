/** The rows of the page: Ps above, goroutines below, each with its slices in the order of time. */
import type { Slice, Timeline } from "../timeline.ts";

export interface Row {
  readonly kind: "P" | "goroutine";
  readonly id: number;
  readonly label: string;
  readonly slices: readonly Slice[];
  /** How long slices 0 to i - 1 are drawn as running, and as runnable: sums for what is too narrow to be seen. */
  readonly running: Float64Array;
  readonly runnable: Float64Array;
}

export function rowsOf({ goroutines, procs }: Timeline, titles: ReadonlyMap<number, string>): Row[] {
  return [
    ...[...procs].sort(([a], [b]) => a - b).map(([p, slices]) => row("P", p, `P${p}`, slices)),
    ...[...goroutines].map(([g, slices]) => row("goroutine", g, titles.get(g) ?? `${g}`, slices)),
  ];
}

function row(kind: Row["kind"], id: number, label: string, slices: readonly Slice[]): Row {
  const sums = (state: Slice["state"]): Float64Array => {
    const sum = new Float64Array(slices.length + 1);
    for (const [i, slice] of slices.entries()) {
      sum[i + 1] = sum[i]! + (slice.state === state ? slice.to - slice.from : 0);
    }
    return sum;
  };
  return { kind, id, label, slices, running: sums("running"), runnable: sums("runnable") };
}

/** The first slice, from `low` on, that ends after `time`; the number of slices when there is none. O(log slices). */
export function firstAfter(slices: readonly Slice[], time: number, low = 0): number {
  let high = slices.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (slices[middle]!.to > time) high = middle;
    else low = middle + 1;
  }
  return low;
}

/** The slice at `time`, or the nearest within `slack`. */
export function sliceAt(slices: readonly Slice[], time: number, slack = 0): Slice | undefined {
  const i = firstAfter(slices, time);
  const [before, after] = [slices[i - 1], slices[i]];
  if (after !== undefined && after.from <= time) return after;
  const apart = [
    before === undefined ? Infinity : time - before.to,
    after === undefined ? Infinity : after.from - time,
  ] as const;
  const near = apart[0] < apart[1] ? before : after;
  return Math.min(...apart) <= slack ? near : undefined;
}

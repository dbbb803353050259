/** What the search box finds: a goroutine by its number, goroutines by their function, slices by why they wait. */
import type { Slice } from "../timeline.ts";
import type { Row } from "./rows.ts";

export interface Found {
  readonly goroutines: ReadonlySet<number>;
  readonly slices: number;
  readonly has: (slice: Slice) => boolean;
}

/** Undefined when nothing is looked for. O(slices). */
export function found(text: string, rows: readonly Row[]): Found | undefined {
  const wanted = text.trim().toLowerCase();
  if (wanted === "") return undefined;
  const number = /^(?:g|goroutine )?(\d+)$/.exec(wanted)?.[1];
  const whole = new Set<number>();
  const goroutines = new Set<number>();
  const has = (slice: Slice): boolean =>
    whole.has(slice.g) || (number === undefined && nameOf(slice).toLowerCase().includes(wanted));
  let slices = 0;
  for (const { kind, id, label, slices: all } of rows) {
    if (kind === "P") continue;
    if (number === undefined ? label.toLowerCase().includes(wanted) : id === Number(number)) whole.add(id);
    const count = whole.has(id) ? all.length : all.reduce((n, slice) => n + Number(has(slice)), 0);
    if (count > 0) goroutines.add(id);
    slices += count;
  }
  return { goroutines, slices, has };
}

/** What a slice is called: its state, or why it waits. */
export function nameOf({ state, reason }: Slice): string {
  return state === "waiting" ? reason : state;
}

/** The next slice found after `last` in time, or before it; past the end it begins again. */
export function nextFound(
  { goroutines, has }: Found,
  rows: readonly Row[],
  last: Slice | undefined,
  direction: 1 | -1,
): Slice | undefined {
  const all = rows
    .filter(({ kind, id }) => kind === "goroutine" && goroutines.has(id))
    .flatMap(({ slices }) => slices.filter(has))
    .sort((a, b) => direction * (a.from - b.from || a.g - b.g));
  if (last === undefined) return all[0];
  const after = all.find((slice) => direction * (slice.from - last.from || slice.g - last.g) > 0);
  return after ?? all[0];
}

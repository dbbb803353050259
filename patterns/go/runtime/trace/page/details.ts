/** What the page says about one slice: lines of text and of slices to go to. */
import type { Slice, Timeline } from "../timeline.ts";
import { duration } from "./duration.ts";
import { firstAfter, sliceAt } from "./rows.ts";
import { nameOf } from "./search.ts";

export interface Detail {
  readonly label: string;
  readonly text: string;
  /** Where the text leads. */
  readonly slice?: Slice | undefined;
}

export interface Names {
  readonly titles: ReadonlyMap<number, string>;
  readonly places: ReadonlyMap<number, string>;
}

const mostWoken = 12;

export function details(slice: Slice, { goroutines, arrows, end }: Timeline, names: Names): Detail[] {
  const { g, from, to, began, ended, state } = slice;
  const all = goroutines.get(g)!;
  const i = firstAfter(all, from);
  const [before, after] = [all[i - 1], all[i + 1]];
  const title = (id: number): string => names.titles.get(id) ?? `${id}`;
  const whoRan = (id: number, at: number): Detail["slice"] => sliceAt(goroutines.get(id) ?? [], at);
  const another = (label: string, one: Slice | undefined): Detail[] =>
    one === undefined
      ? []
      : [{ label, text: `${nameOf(one)}, ${duration(one.ended - one.began)}`, slice: one }];
  const first = all[0]!;
  const woken = arrows.slice(indexFrom(arrows, from)).filter(({ by, at }) => by === g && at < to);
  return [
    { label: doing[state], text: `${duration(ended - began)} of virtual time` },
    { label: "from", text: `${duration(began, 6)} to ${duration(ended, 6)}` },
    ...(state === "running" ? [{ label: "on", text: `P${slice.proc}` }] : []),
    { label: "because", text: because(slice, before, title), slice: whoRan(slice.by, from) },
    ...(state === "running" ? [] : [endOf(slice, after, end, title, whoRan)]),
    ...woken.slice(0, mostWoken).map(({ kind, to: other, at }) => ({
      label: kind === "created" ? "started" : "woke",
      text: title(other),
      slice: whoRan(other, at),
    })),
    ...(woken.length > mostWoken ? [{ label: "", text: `and ${woken.length - mostWoken} more` }] : []),
    ...another("before", before),
    ...another("after", after),
    ...(first.by > 0
      ? [{ label: "started by", text: title(first.by), slice: whoRan(first.by, first.from) }]
      : []),
    ...(names.places.get(g) ? [{ label: "started at", text: names.places.get(g)! }] : []),
    { label: "in all", text: totals(all) },
  ];
}

const doing = { running: "ran", runnable: "runnable for", waiting: "waited", syscall: "was away" } as const;

function because(
  { cause, by, reason, proc }: Slice,
  before: Slice | undefined,
  title: (g: number) => string,
): string {
  if (cause === "created") return by > 0 ? `created by ${title(by)}` : "created by a timer or at the start";
  if (cause === "unblocked") {
    if (by > 0) return `woken by ${title(by)}`;
    return before?.state === "syscall" ? "the system call returned" : "woken by a timer or the network";
  }
  const others = {
    resumed: `it was its turn on P${proc}`,
    blocked: reason,
    preempted: "its time was over, or another was let go first",
    yielded: "it let others go first",
    syscall: "it entered a system call",
  };
  return others[cause as keyof typeof others];
}

/** Who ended a time of waiting. */
function endOf(
  { to, state }: Slice,
  after: Slice | undefined,
  end: number,
  title: (g: number) => string,
  whoRan: (g: number, at: number) => Slice | undefined,
): Detail {
  if (after === undefined || to >= end) return { label: "until", text: "the program ended; nobody woke it" };
  if (state === "runnable") return { label: "until", text: `P${after.proc} took it up` };
  if (after.by > 0) return { label: "woken by", text: title(after.by), slice: whoRan(after.by, to) };
  return { label: "woken by", text: state === "syscall" ? "the system" : "a timer or the network" };
}

/** "runnable 1 µs", "chan receive 2 ms" … on lines of their own. */
function totals(all: readonly Slice[]): string {
  const sums = new Map<string, number>();
  for (const slice of all) {
    const name = nameOf(slice);
    sums.set(name, (sums.get(name) ?? 0) + slice.ended - slice.began);
  }
  return [...sums].map(([name, time]) => `${name} ${duration(time)}`).join("\n");
}

function indexFrom(arrows: Timeline["arrows"], from: number): number {
  let [low, high] = [0, arrows.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (arrows[middle]!.at >= from) high = middle;
    else low = middle + 1;
  }
  return low;
}

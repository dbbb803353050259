import type { Entry } from "#lab/catalogue/catalogue.ts";
import { type Recorded, record } from "#lab/journal/journal.ts";
import { standings } from "#lab/journal/standings.ts";
import { UsageError } from "#lab/problem/usage-error.ts";
import { drawTwo } from "./draw.ts";
import { layPapers } from "./papers.ts";

export interface Wish {
  readonly difficulty: string;
  readonly minutes: number;
  /** The same seed draws the same problems from the same journal. */
  readonly seed: number;
}

/** Draws two problems, lays what is needed and starts the clock; returns what there is to say about that. */
export function beginInterview(
  all: readonly Entry[],
  happened: readonly Recorded[],
  { difficulty, minutes, seed }: Wish,
  now: Date,
): { archived: string[]; remark: string | undefined } {
  if (difficulty !== "easy" && difficulty !== "medium" && difficulty !== "hard")
    throw new UsageError(`--difficulty is easy, medium or hard, not ${difficulty}`);
  if (minutes < 1 || minutes > 600) throw new UsageError(`--minutes is from 1 to 600, not ${minutes}`);
  const drawn = drawTwo(all, happened, difficulty, seed);
  const archived = layPapers(drawn, now);
  const reached = standings(happened);
  const touched = drawn.filter(({ slug }) => reached.has(slug));
  for (const entry of drawn) {
    const review = touched.includes(entry) ? { review: true as const } : {};
    record({ event: "started", problem: entry.slug, ...review }, now);
  }
  const began = now.toISOString();
  for (const { slug } of drawn) record({ event: "interviewed", problem: slug, began, minutes }, now);
  return { archived, remark: remarks[touched.length]?.(difficulty) };
}

/** By how many of the two had to be problems that were worked at before. */
const remarks: Readonly<Record<number, (difficulty: string) => string>> = {
  1: (difficulty) =>
    `Only one ${difficulty} problem is left that you have not begun; with it comes one you began longest ago.`,
  2: (difficulty) =>
    `No ${difficulty} problem is left that you have not begun, so here are those you began longest ago.`,
};

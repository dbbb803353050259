import type { Entry } from "#lab/catalogue/catalogue.ts";
import type { Recorded } from "#lab/journal/journal.ts";
import { sittings } from "#lab/journal/sittings.ts";
import { seededRandom } from "#lab/problem/random.ts";
import { UsageError } from "#lab/problem/usage-error.ts";

/**
 * Two problems of a difficulty, of different topics where that can be. They are ones never touched as long as there are two;
 * after that, those come whose last sitting began longest ago.
 */
export function drawTwo(
  all: readonly Entry[],
  happened: readonly Recorded[],
  difficulty: Entry["difficulty"],
  seed: number,
): [Entry, Entry] {
  const fitting = all.filter((entry) => entry.difficulty === difficulty);
  // Whoever has read hints, the solution, or answered questions about a problem has seen it.
  const seen = new Set(happened.map(({ problem }) => problem));
  const untouched = fitting.filter(({ slug }) => !seen.has(slug));
  const shuffled = seededRandom(seed).shuffled(untouched);
  const touched = fitting.filter((entry) => !untouched.includes(entry));
  const candidates = untouched.length >= 2 ? shuffled : [...shuffled, ...longestAgo(touched, happened)];
  const [first, ...others] = candidates;
  const second = others.find(({ topic }) => topic !== first?.topic) ?? others[0];
  if (first === undefined || second === undefined)
    throw new UsageError(
      `an interview takes two problems, and ${fitting.length === 0 ? "none is" : "only one is"} ${difficulty}; choose another --difficulty`,
    );
  return [first, second];
}

function longestAgo(touched: readonly Entry[], happened: readonly Recorded[]): Entry[] {
  const done = sittings(happened);
  const last = ({ slug }: Entry): number => done.get(slug)?.at(-1)?.began.getTime() ?? 0;
  return [...touched].sort((a, b) => last(a) - last(b));
}

import { createRequire } from "node:module";
import fastDiff from "fast-diff";
import { comparison } from "#bench/comparison.ts";
import type { Random } from "#lab/problem/random.ts";
import { commonRuns, lcsLength } from "./longest-common-subsequence.ts";

/** Required, because who imports a package of this kind gets its default export or what holds it, as the loader likes. */
const { default: published } = createRequire(import.meta.url)(
  "diff-sequences",
) as typeof import("diff-sequences");

type Texts = readonly [a: string, b: string];

const letters = "abcdefghijklmnopqrstuvwxyz";

function text(n: number, random: Random): string {
  return Array.from({ length: n }, () => letters[random.integer(0, 25)]!).join("");
}

/** Two texts that have nothing to do with each other. */
function unlike(n: number, random: Random): Texts {
  return [text(n, random), text(n, random)];
}

/** A text, and the same with one letter in a hundred deleted, replaced, or followed by another. */
function edited(n: number, random: Random): Texts {
  const a = text(n, random);
  const b = Array.from(a, (letter) => {
    if (random.integer(1, 100) > 1) return letter;
    return [letter, "", ""][random.integer(0, 2)]! + (random.integer(0, 2) > 0 ? text(1, random) : "");
  });
  return [a, b.join("")];
}

/** The lengths for all pairs of beginnings. */
function table([a, b]: Texts): number[][] {
  const longest = Array.from({ length: a.length + 1 }, () => new Array<number>(b.length + 1).fill(0));
  for (let i = 1; i <= a.length; i++) {
    const [above, row] = [longest[i - 1]!, longest[i]!];
    for (let j = 1; j <= b.length; j++) {
      row[j] = a[i - 1] === b[j - 1] ? above[j - 1]! + 1 : Math.max(above[j]!, row[j - 1]!);
    }
  }
  return longest;
}

function twoRows([a, b]: Texts): number {
  let above = new Int32Array(b.length + 1);
  let row = new Int32Array(b.length + 1);
  for (let i = 0; i < a.length; i++) {
    const letter = a.charCodeAt(i);
    for (let j = 0; j < b.length; j++) {
      row[j + 1] = letter === b.charCodeAt(j) ? above[j]! + 1 : Math.max(above[j + 1]!, row[j]!);
    }
    [above, row] = [row, above];
  }
  return above[b.length]!;
}

/** Runs, each as its place in a, its place in b and its length, one after the other. */
function walkedBack([a, b]: Texts): number[] {
  const longest = table([a, b]);
  const runs: [i: number, j: number, length: number][] = [];
  for (let i = a.length, j = b.length; i > 0 && j > 0;) {
    if (a[i - 1] === b[j - 1]) {
      const last = runs.at(-1);
      i--;
      j--;
      if (last?.[0] === i + 1 && last[1] === j + 1) last.splice(0, 3, i, j, last[2] + 1);
      else runs.push([i, j, 1]);
    } else if (longest[i]![j - 1]! >= longest[i - 1]![j]!) j--;
    else i--;
  }
  return runs.reverse().flat();
}

function byDiffSequences([a, b]: Texts): number[] {
  const runs: number[] = [];
  published(
    a.length,
    b.length,
    (i, j) => a.charCodeAt(i) === b.charCodeAt(j),
    (length, i, j) => runs.push(i, j, length),
  );
  return runs;
}

/**
 * The script that fast-diff finds is not always as short as it can be: within a part of the texts, it cuts at a common
 * stretch of half the length, if there is one. So where others are held to the length, it may miss a little of it.
 */
function byFastDiff([a, b]: Texts): number[] {
  const runs: number[] = [];
  let [i, j] = [0, 0];
  for (const [kind, part] of fastDiff(a, b)) {
    if (kind === fastDiff.EQUAL) runs.push(i, j, part.length);
    if (kind !== fastDiff.INSERT) i += part.length;
    if (kind !== fastDiff.DELETE) j += part.length;
  }
  return runs;
}

/** Whether the runs are common to both texts, and as long together as they can be or, if not, nearly. */
interface Answer {
  readonly runs: readonly number[];
  readonly isLongest: boolean;
}

function size({ runs }: Answer): number {
  let total = 0;
  for (let k = 2; k < runs.length; k += 3) total += runs[k]!;
  return total;
}

function isCommon({ runs }: Answer, [a, b]: Texts): boolean {
  let [i, j] = [0, 0];
  for (let k = 0; k < runs.length; k += 3) {
    const [x, y, length] = runs.slice(k, k + 3) as [number, number, number];
    if (x < i || y < j || a.slice(x, x + length) !== b.slice(y, y + length)) return false;
    [i, j] = [x + length, y + length];
  }
  return true;
}

const isLong = (length: number, expected: number, isLongest: boolean): boolean =>
  isLongest ? length === expected : length <= expected && length >= 0.99 * expected;

const sizes = [100, 1000, 4000, 40_000];

/** The length alone: diff-sequences and fast-diff find the sequence for that, as they have nothing less. */
const lengths = {
  sizes,
  contenders: {
    "ours: 32 cells a step, in a band": ([a, b]: Texts) => ({ length: lcsLength(a, b), isLongest: true }),
    "full table": (texts: Texts) => ({ length: table(texts).at(-1)!.at(-1)!, isLongest: true }),
    "two rows": (texts: Texts) => ({ length: twoRows(texts), isLongest: true }),
    "diff-sequences": (texts: Texts) => ({
      length: size({ runs: byDiffSequences(texts), isLongest: true }),
      isLongest: true,
    }),
    "fast-diff": (texts: Texts) => ({
      length: size({ runs: byFastDiff(texts), isLongest: false }),
      isLongest: false,
    }),
  },
  agree: (
    answer: { length: number; isLongest: boolean },
    expected: { length: number; isLongest: boolean },
  ): boolean => isLong(answer.length, expected.length, answer.isLongest),
};

/** The sequence, as the places in both texts where it stands. */
const sequences = {
  sizes,
  contenders: {
    "ours: rows kept and swept again": ([a, b]: Texts): Answer => ({
      runs: commonRuns(a, b).flatMap((run) => [run.a, run.b, run.length]),
      isLongest: true,
    }),
    "full table, walked back": (texts: Texts): Answer => ({ runs: walkedBack(texts), isLongest: true }),
    "diff-sequences": (texts: Texts): Answer => ({ runs: byDiffSequences(texts), isLongest: true }),
    "fast-diff": (texts: Texts): Answer => ({ runs: byFastDiff(texts), isLongest: false }),
  },
  agree: (answer: Answer, expected: Answer, texts: Texts): boolean =>
    isCommon(answer, texts) && isLong(size(answer), size(expected), answer.isLongest),
};

const unlikeBars = [{ against: "diff-sequences", atLeast: 30, at: 4000 }];
const editedBars = [
  { against: "diff-sequences", atLeast: 0.5, at: 4000 },
  { against: "fast-diff", atLeast: 0.5, at: 4000 },
];

export default [
  comparison({ title: "length, two unlike texts of n letters", input: unlike, ...lengths, bars: unlikeBars }),
  comparison({
    title: "length, a text and the same with 1 % of its letters edited",
    input: edited,
    ...lengths,
    bars: editedBars,
  }),
  comparison({ title: "the sequence, two unlike texts", input: unlike, ...sequences, bars: unlikeBars }),
  comparison({
    title: "the sequence, a text and the same with 1 % of its letters edited",
    input: edited,
    ...sequences,
    bars: editedBars,
  }),
];

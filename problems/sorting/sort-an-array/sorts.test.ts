import fc from "fast-check";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, describe, expect, test, vi } from "vitest";
import { classify, outgrows, type Point } from "#lab/judge/growth.ts";
import { type Growth, type Problem, seededRandom } from "#lab/problem/index.ts";
import { Sandbox } from "#lab/sandbox/sandbox.ts";
import problem from "./problem.ts";
import { bubbleSort } from "./sorts/bubble-sort.ts";
import { countingSort } from "./sorts/counting-sort.ts";
import { heapSort } from "./sorts/heap-sort.ts";
import { insertionSort } from "./sorts/insertion-sort.ts";
import { mergeSort } from "./sorts/merge-sort.ts";
import { quickSort } from "./sorts/quick-sort.ts";
import { radixSort } from "./sorts/radix-sort.ts";
import { selectionSort } from "./sorts/selection-sort.ts";
import { shellSort } from "./sorts/shell-sort.ts";
import { timSort } from "./sorts/tim-sort.ts";

type Sort = <T>(items: T[], key: (item: T) => number) => T[];

/** What is claimed of a sort. Growth is that of the number of times it looks at a key. */
interface Claim {
  readonly sort: Sort;
  readonly best: readonly [input: Input, growth: Claimed];
  readonly average: Claimed;
  readonly worst: readonly [input: Input, growth: Claimed];
  /** The same sort with the worst luck there is, which it takes for the worst. */
  readonly unlucky?: Sort;
  /** True, or keys of which two that are equal change places. */
  readonly stable: true | readonly number[];
  /** Does it sort the array it is given? Or else it returns a new one. */
  readonly inPlace: boolean;
  /** Beside the array it is given. Stated here, not tested. */
  readonly memory: string;
}

/** Classes the lab knows, and two more: k is the span of the keys. */
type Claimed = Growth | "n log² n" | "n + k";
type Input = keyof typeof keys;

const keys = {
  rising: (n: number) => Array.from({ length: n }, (_, i) => i),
  falling: (n: number) => Array.from({ length: n }, (_, i) => -i),
  "all equal": (n: number) => Array.from({ length: n }, () => 0),
  shuffled: (n: number) => seededRandom(n).shuffled(keys.rising(n)),
};

const claims: Readonly<Record<string, Claim>> = {
  "insertion sort": {
    sort: insertionSort,
    best: ["rising", "n"],
    average: "n²",
    worst: ["falling", "n²"],
    stable: true,
    inPlace: true,
    memory: "1",
  },
  "selection sort": {
    sort: selectionSort,
    best: ["rising", "n²"],
    average: "n²",
    worst: ["falling", "n²"],
    stable: [1, 1, 0],
    inPlace: true,
    memory: "1",
  },
  "bubble sort": {
    sort: bubbleSort,
    best: ["rising", "n"],
    average: "n²",
    worst: ["falling", "n²"],
    stable: true,
    inPlace: true,
    memory: "1",
  },
  "shell sort": {
    sort: shellSort,
    best: ["rising", "n log² n"],
    average: "n log² n",
    worst: ["shuffled", "n log² n"],
    stable: [1, 1, 0],
    inPlace: true,
    memory: "1",
  },
  "merge sort": {
    sort: mergeSort,
    best: ["rising", "n log n"],
    average: "n log n",
    worst: ["shuffled", "n log n"],
    stable: true,
    inPlace: false,
    memory: "n",
  },
  "quick sort": {
    sort: (items, key) => quickSort(items, key, seededRandom(1).next),
    best: ["all equal", "n"],
    average: "n log n",
    worst: ["rising", "n²"],
    unlucky: (items, key) => quickSort(items, key, () => 0),
    stable: [1, 1, 0],
    inPlace: true,
    memory: "log n",
  },
  "heap sort": {
    sort: heapSort,
    best: ["all equal", "n"],
    average: "n log n",
    worst: ["rising", "n log n"],
    stable: [0, 0],
    inPlace: true,
    memory: "1",
  },
  "counting sort": {
    sort: countingSort,
    best: ["all equal", "n"],
    average: "n + k",
    worst: ["rising", "n + k"],
    stable: true,
    inPlace: false,
    memory: "n + k",
  },
  "radix sort": {
    sort: radixSort,
    best: ["all equal", "n"],
    average: "n",
    worst: ["rising", "n"],
    stable: true,
    inPlace: false,
    memory: "n",
  },
  "tim sort": {
    sort: timSort,
    best: ["rising", "n"],
    average: "n log n",
    worst: ["shuffled", "n log n"],
    stable: true,
    inPlace: true,
    memory: "n/2",
  },
};

interface Tagged {
  readonly key: number;
  readonly place: number;
}

function tagged(of: readonly number[]): Tagged[] {
  return of.map((key, place) => ({ key, place }));
}

const key = (item: Tagged): number => item.key;
const byKeyThenPlace = (a: Tagged, b: Tagged): number => a.key - b.key || a.place - b.place;

/** How often `sort` looks at a key. */
function looks(sort: Sort, of: readonly number[]): number {
  let count = 0;
  sort([...of], (k) => {
    count++;
    return k;
  });
  return count;
}

/** What it costs to sort inputs of sizes at which the claim can be told from others, and soon. */
function costs(sort: Sort, input: Input, claimed: Claimed): Point[] {
  const smallest = claimed === "n²" ? 16 : 128;
  return Array.from({ length: 7 }, (_, i) => smallest * 2 ** i).map((n) => ({
    n,
    cost: looks(sort, keys[input](n)),
  }));
}

/** The claim in terms of the lab's classes, and what the costs have to be divided by before. */
function known(claimed: Claimed): { growth: Growth; by: (n: number) => number } {
  // In the inputs here, k is n or less.
  if (claimed === "n + k") return { growth: "n", by: () => 1 };
  if (claimed === "n log² n") return { growth: "n log n", by: Math.log2 };
  return { growth: claimed, by: () => 1 };
}

function grows(sort: Sort, input: Input, claimed: Claimed): void {
  const { growth, by } = known(claimed);
  const points = costs(sort, input, claimed).map(({ n, cost }) => ({ n, cost: cost / by(n) }));
  expect(classify(points)).toBe(growth);
}

/** How many calls deep `sort` is at most when it looks at a key. */
function depth(sort: Sort, of: readonly number[]): number {
  const { stackTraceLimit } = Error;
  const prepareStackTrace: unknown = Reflect.get(Error, "prepareStackTrace");
  Object.assign(Error, {
    stackTraceLimit: Infinity,
    prepareStackTrace: (_error: Error, frames: unknown[]) => frames.length,
  });
  const frames = (): number => new Error().stack as unknown as number;
  try {
    const here = frames();
    let deepest = 0;
    sort([...of], (k) => {
      deepest = Math.max(deepest, frames() - here);
      return k;
    });
    return deepest;
  } finally {
    Object.assign(Error, { stackTraceLimit, prepareStackTrace });
  }
}

const few = fc.integer({ min: -2, max: 2 });
const run = fc
  .tuple(fc.array(fc.integer({ min: -50, max: 50 }), { maxLength: 70 }), fc.constantFrom(1, -1))
  .map(([nums, direction]) => nums.sort((a, b) => direction * (a - b)));
const arrays = fc.oneof(
  fc.array(few, { maxLength: 6 }),
  fc.array(few, { maxLength: 150 }),
  fc.array(fc.integer({ min: -4e4, max: 4e4 }), { maxLength: 150 }),
  fc.array(run, { maxLength: 8 }).map((runs) => runs.flat()),
);
const seed = 20_260_101;

describe.each(Object.entries(claims))("%s", (name, claim) => {
  const { sort, best, average, worst, unlucky = sort, stable, inPlace, memory } = claim;

  test("sorts, and loses nothing", () => {
    fc.assert(
      fc.property(arrays, (of) => {
        const items = tagged(of);
        const sorted = sort([...items], key);
        expect(sorted.map(key)).toEqual([...of].sort((a, b) => a - b));
        expect(new Set(sorted)).toEqual(new Set(items));
      }),
      { seed },
    );
  });

  if (stable === true) {
    test("leaves equal keys in their order", () => {
      fc.assert(
        fc.property(arrays, (of) => {
          expect(sort(tagged(of), key)).toEqual(tagged(of).sort(byKeyThenPlace));
        }),
        { seed },
      );
    });
  } else {
    test("does not leave equal keys in their order", () => {
      expect(sort(tagged(stable), key)).not.toEqual(tagged(stable).sort(byKeyThenPlace));
    });
  }

  test(inPlace ? "sorts the array it is given" : "leaves the array it is given as it is", () => {
    const items = [3, 1, 2];
    const sorted = sort(items, (k) => k);
    if (inPlace) expect(sorted).toBe(items);
    else
      expect([items, sorted]).toEqual([
        [3, 1, 2],
        [1, 2, 3],
      ]);
  });

  test(`at best (${best[0]}), ${best[1]}`, () => grows(sort, best[0], best[1]));
  test(`on average, ${average}`, () => grows(sort, "shuffled", average));
  test(`at worst (${worst[0]}), ${worst[1]}`, () => grows(unlucky, worst[0], worst[1]));

  test.each(Object.keys(keys) as Input[])("no worse than that without bad luck: %s", (input) => {
    const most = unlucky === sort ? worst[1] : average;
    const { growth, by } = known(most);
    const points = costs(sort, input, most).map(({ n, cost }) => ({ n, cost: cost / by(n) }));
    expect(outgrows(points, growth)).toBe(false);
  });

  test("is no more than log n calls deep", () => {
    const n = 64;
    const deepest = Math.max(depth(sort, keys.shuffled(n)), depth(unlucky, keys[worst[0]](n)));
    expect(deepest).toBeLessThanOrEqual(Math.log2(n) + 4);
  });

  test("has its line in the notes", () => {
    const cells = [
      name,
      `${best[1]} (${best[0]})`,
      average,
      `${worst[1]} (${worst[0]}${unlucky === sort ? "" : ", unlucky draws"})`,
      stable === true ? "yes" : "no",
      inPlace ? "the given array" : "a new array",
      memory,
    ];
    const notes = readFileSync(join(import.meta.dirname, "NOTES.md"), "utf8");
    expect(notes.replaceAll(/ +/g, " ")).toContain(`| ${cells.join(" | ")} |`);
  });
});

describe("what else is claimed", () => {
  const sandbox = new Sandbox(problem as unknown as Problem, join(import.meta.dirname, "problem.ts"));
  afterAll(() => sandbox.close());

  test("shell sort: after the larger gaps, nothing moves by more than one gap", () => {
    fc.assert(
      fc.property(arrays, (of) => {
        // For each item and gap: its own key, the one that lets it move, and the one that stops it.
        expect(looks(shellSort, of)).toBeLessThanOrEqual(1.5 * looks(shellSort, keys.rising(of.length)));
      }),
      { seed },
    );
  });

  test("tim sort: a few runs are merged in linear time", () => {
    const runs = (n: number): number[] => Array.from({ length: n }, (_, i) => (i % (n / 8)) * 8 + (i % 7));
    const points = [256, 512, 1024, 2048].map((n) => ({ n, cost: looks(timSort, runs(n)) }));
    expect(classify(points)).toBe("n");
  });

  test("quick sort: only the shorter part is sorted by a call of its own", () => {
    const n = 1024;
    expect(depth(claims["quick sort"]!.sort, keys.rising(n))).toBeLessThanOrEqual(Math.log2(n) + 4);
  });

  test.each(["rising", "falling", "all equal"] as const)("tim sort: one run takes one walk, %s", (input) => {
    expect(looks(timSort, keys[input](1000))).toBe(2 * 999);
  });

  test("tim sort: what stands right at the ends of two runs is found by searching", () => {
    const low = keys.rising(1000);
    const high = low.map((k) => k + 990);
    const walks = 2 * 2000;
    expect(looks(timSort, [...low, ...high])).toBeLessThan(walks + 100);
  });

  test("tim sort: copies no more than half of the array", () => {
    const copies = vi.spyOn(Array.prototype, "slice");
    try {
      fc.assert(
        fc.property(arrays, (of) => {
          copies.mockClear();
          timSort([...of], (k) => k);
          for (const { value } of copies.mock.results)
            expect((value as unknown[]).length).toBeLessThanOrEqual(of.length / 2);
        }),
        { seed },
      );
    } finally {
      copies.mockRestore();
    }
  });

  test("counting sort: the span of the keys counts as much as their number", async () => {
    const subject = sandbox.subject({
      file: join(import.meta.dirname, "approaches.ts"),
      pick: "counting sort",
    });
    const points: Point[] = [];
    for (let n = 2 ** 8; n <= 2 ** 15; n *= 2) {
      const [outcome] = await subject.run({ input: [[0, n]], seed, budget: 1e6, times: 1, seconds: 1 });
      points.push({ n, cost: outcome!.steps });
    }
    expect(classify(points)).toBe("n");
  });

  test.each([1, 2, 3, 4])("radix sort: two looks at each key for each of %i bytes", (bytes) => {
    expect(looks(radixSort, [0, 256 ** bytes - 1])).toBe(2 + 2 * 2 * bytes);
    expect(looks(radixSort, [256 ** bytes - 1, 256 ** (bytes - 1)])).toBe(2 + 2 * 2 * bytes);
  });

  test.each([
    { sort: countingSort, widest: 2 ** 20 },
    { sort: radixSort, widest: 2 ** 32 - 1 },
  ])("$sort.name: takes integers that are no more than $widest apart", ({ sort, widest }) => {
    const itself = (k: number): number => k;
    expect(sort([widest - 1, -1], itself)).toEqual([-1, widest - 1]);
    expect(() => sort([widest, -1], itself)).toThrow(
      `keys from -1 to ${widest} are more than ${widest} apart`,
    );
    expect(() => sort([0, 0.5], itself)).toThrow("key 0.5 is not a safe integer");
    expect(() => sort([NaN], itself)).toThrow("key NaN is not a safe integer");
  });
});

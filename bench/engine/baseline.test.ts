import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { baselinePath, changes, readBaseline, writeResult } from "./baseline.ts";
import { madeNow } from "./machine.ts";
import type { Result } from "./result.ts";

const folder = mkdtempSync(join(tmpdir(), "lab-baseline-"));
afterAll(() => rmSync(folder, { recursive: true }));

/** One contender at n = 10, by what its processes took, beside a yardstick. */
function result(processes: readonly number[], yardstick = 1): Result {
  const ms = processes[processes.length >> 1]!;
  const ratio = { median: 1, low: 1, high: 1, shown: false };
  return {
    name: "arrays/made-up",
    made: madeNow(["fast-check", "no such package"], { thorough: false, processes: processes.length }),
    comparisons: [
      {
        title: "t",
        contenders: [{ name: "c", points: [{ n: 10, ms, processes, ratio }] }],
        crossings: [],
        bars: [],
        yardstick: [{ n: 10, ms: yardstick }],
      },
    ],
  };
}

const change = (then: Result, now: Result): [ratio: number, shown: boolean] => {
  const [only] = changes(then, now);
  return [Number(only!.ratio.toFixed(6)), only!.shown];
};

test("what got slower beyond the noise is shown, and what did not is not", () => {
  expect(change(result([1, 1, 1]), result([2, 2, 2]))).toEqual([2, true]);
  expect(change(result([1, 1, 1]), result([1.08, 1.08, 1.08]))).toEqual([1.08, false]);
  expect(change(result([0.8, 1, 1.2]), result([1.3, 1.4, 1.5]))).toEqual([1.4, false]);
  expect(change(result([2, 2, 2]), result([1, 1, 1]))).toEqual([0.5, true]);
});

test("a machine that is slower altogether slows nothing down", () => {
  expect(change(result([1, 1, 1], 1), result([2, 2, 2], 2))).toEqual([1, false]);
  expect(change(result([1, 1, 1], 1), result([2, 2, 2], 1))).toEqual([2, true]);
});

test("what only one of them has measured is no change", () => {
  const other = result([1, 1, 1]);
  const renamed = { ...other, comparisons: other.comparisons.map((one) => ({ ...one, title: "another" })) };
  expect(changes(other, renamed)).toEqual([]);
});

test("a result is read as it was written, but for the seventh digit", () => {
  const path = join(folder, "deep", "result.json");
  const written = result([1 / 3, 2 / 3, 1]);
  writeResult(path, written);
  const read = readBaseline(path);
  expect(read.comparisons[0]!.contenders[0]!.points[0]!.processes).toEqual([0.333333, 0.666667, 1]);
  expect(read.made).toEqual(written.made);
  expect(read.made.packages).toEqual({ "fast-check": expect.stringMatching(/^4\./) as string });
});

test("what is no result is refused by name", () => {
  const broken = join(folder, "broken.json");
  for (const text of ["{", "[]", '{"comparisons": 1}']) {
    writeFileSync(broken, text);
    expect(() => readBaseline(broken)).toThrow(`${broken} is no recorded result; --record writes one`);
  }
  expect(() => readBaseline("nothing")).toThrow("there is no recorded result nothing; --record writes one");
  expect(baselinePath("structures/union-find")).toMatch(/bench.results.structures-union-find\.json$/);
});

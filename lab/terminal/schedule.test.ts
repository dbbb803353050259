import { stripVTControlCharacters } from "node:util";
import { afterEach, expect, test } from "vitest";
import type { Problem } from "#lab/problem/problem.ts";
import { caseLines } from "./input.ts";
import { scheduleLines } from "./schedule.ts";

const { columns } = process.stdout;
afterEach(() => {
  process.stdout.columns = columns;
});

const output = {
  ending: "waits forever: b (chan receive)",
  schedule: [
    ["a", "put(1)", "", ""],
    ["a", "  mu.lock()", "", "7"],
    ["b", "take()", "", ""],
    ["b", "  mu.lock()", "waits: sync.Mutex.Lock", "12"],
    ["a", "  mu.unlock()", "returns", "9"],
  ],
};

function shown(width: number): string[] {
  process.stdout.columns = width;
  return scheduleLines(output)
    .slice(3)
    .map((line) => stripVTControlCharacters(line));
}

test("each goroutine has a column, and what came of a step stands beside it", () => {
  expect(shown(80)).toEqual([
    "       a                         b",
    "       put(1)",
    "   7     mu.lock()",
    "                                 take()",
    "  12                               mu.lock() → waits: sync.Mutex.Lock",
    "   9     mu.unlock() → returns",
  ]);
});

test("where that is too wide, it stands below", () => {
  expect(shown(60)).toEqual([
    "       a               b",
    "       put(1)",
    "   7     mu.lock()",
    "                       take()",
    "  12                     mu.lock()",
    "                         → waits: sync.Mutex.Lock",
    "   9     mu.unlock()",
    "         → returns",
  ]);
});

test("and where columns are too wide, there are rows", () => {
  expect(shown(40)).toEqual([
    "       a   put(1)",
    "   7         mu.lock()",
    "       b   take()",
    "  12         mu.lock() → waits: sync.Mutex.Lock",
    "   9   a     mu.unlock() → returns",
  ]);
});

test("what has no schedule shows none", () => {
  expect(scheduleLines([1, 2])).toEqual([]);
  expect(scheduleLines({ ending: "", schedule: [] })).toEqual([]);
});

test("what is wanted is shown only where it differs from what is shown of the output", async () => {
  const { default: problem } =
    (await import("../../problems/concurrency/print-in-order/problem.ts")) as unknown as { default: Problem };
  const labels = (printed: readonly string[]): string[] => {
    const ending = "all goroutines have ended";
    const wanted = { printed: ["first"], ending, schedule: [] };
    const lines = caseLines(problem, {
      input: [[1, 2, 3]],
      output: { printed, ending, schedule: output.schedule },
      wanted,
    });
    return lines.map((line) => stripVTControlCharacters(line).trim().split(" ")[0]!);
  };
  expect(labels(["second"])).toContain("wanted");
  expect(labels(["first"])).not.toContain("wanted");
});

import { stripVTControlCharacters } from "node:util";
import { afterEach, expect, test } from "vitest";
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

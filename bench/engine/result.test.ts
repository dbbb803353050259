import { describe, expect, test } from "vitest";
import type { Contest } from "./contest.ts";
import { compared, yardstickName } from "./result.ts";
import type { Series } from "./schedule.ts";

const sizes = [10, 100, 1000];

function contest(names: readonly string[], bars: Contest["bars"] = []): Contest {
  const source = { kind: "yardstick" } as const;
  return {
    title: "made up",
    sizes,
    bars,
    contenders: names.map((name) => ({ name, source, steps: new Map() })),
  };
}

/** A contender that takes so long at the sizes, in three processes alike. */
function series(name: string, ...times: number[]): Series {
  const samples = new Map(times.map((ms, i) => [sizes[i]!, Array.from({ length: 3 }, () => [ms, ms, ms])]));
  return { name, samples, memory: new Map() };
}

describe("crossings", () => {
  const crossingsOf = (...all: Series[]): unknown =>
    compared(contest(all.map(({ name }) => name)), all).crossings;

  test("lie where the straight lines between measured points meet", () => {
    // log time: 0, 1, 2 against 1, 1.5, 2 … meet at n = 1000; shifted so that they meet half-way between 10 and 100.
    const linear = series("linear", 1, 10, 100);
    const flat = series("flat", 10 ** 0.5, 10 ** 0.5, 10 ** 0.5);
    expect(crossingsOf(linear, flat)).toEqual([{ winner: "flat", loser: "linear", n: 30 }]);
  });

  test("are none where one is ahead all the way, or never by more than the noise", () => {
    expect(crossingsOf(series("a", 1, 2, 3), series("b", 2, 3, 4))).toEqual([]);
    expect(crossingsOf(series("a", 1, 1, 1), series("b", 1.05, 1, 0.95))).toEqual([]);
  });

  test("are those of the one that is fastest in the end", () => {
    const found = crossingsOf(series("a", 1, 10, 100), series("b", 2, 10, 50), series("c", 5, 6, 7));
    expect(found).toEqual([
      expect.objectContaining({ winner: "c", loser: "a" }),
      expect.objectContaining({ winner: "c", loser: "b" }),
    ]);
  });
});

describe("bars", () => {
  const bar = (atLeast: number, ours: number, theirs: number): boolean => {
    const all = [series("ours", 1, 1, ours), series("theirs", 1, 1, theirs)];
    return compared(contest(["ours", "theirs"], [{ against: "theirs", atLeast }]), all).bars[0]!.met;
  };

  test("are the other's time by ours, at the largest size", () => {
    expect(bar(2, 1, 2.1)).toBe(true);
    expect(bar(2, 1, 1.9)).toBe(false);
  });

  test("of 1 are met when ours is not shown to be slower", () => {
    expect(bar(1, 1.05, 1)).toBe(true);
    expect(bar(1, 1.2, 1)).toBe(false);
  });

  test("are not met by what was not measured", () => {
    const all = [series("ours", 1), series("theirs", 1)];
    const [result] = compared(contest(["ours", "theirs"], [{ against: "theirs", atLeast: 1 }]), all).bars;
    expect(result).toEqual({ against: "theirs", atLeast: 1, at: 1000, met: false });
  });
});

test("the yardstick is no contender", () => {
  const found = compared(contest(["a"]), [series("a", 1, 2, 3), series(yardstickName, 5, 6, 7)]);
  expect(found.contenders.map(({ name }) => name)).toEqual(["a"]);
  expect(found.contenders[0]!.points.map(({ ratio }) => ratio.median)).toEqual([1, 1, 1]);
  expect(found.yardstick).toEqual([
    { n: 10, ms: 5 },
    { n: 100, ms: 6 },
    { n: 1000, ms: 7 },
  ]);
});

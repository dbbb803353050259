import { describe, expect, test } from "vitest";
import { prediction } from "./prediction.ts";

/** One process and round at each size. */
const took = (...times: [n: number, ms: number][]): Map<number, number[][]> =>
  new Map(times.map(([n, ms]) => [n, [[ms]]]));

describe("the time of a call at the next size", () => {
  test("is nothing to worry about where no smaller one is known", () => {
    expect(prediction(took(), 10)).toBe(0);
    expect(prediction(took([100, 5]), 10)).toBe(0);
  });

  test("grows with n after the only one known, unless the steps grow less", () => {
    const only = took([10, 5]);
    const steps = (before: number, after: number): Map<number, number> =>
      new Map([
        [10, before],
        [1000, after],
      ]);
    expect(prediction(only, 1000)).toBe(500);
    expect(prediction(only, 1000, new Map([[10, 7]]))).toBe(500);
    expect(prediction(only, 1000, steps(7, 7))).toBe(5);
    expect(prediction(only, 1000, steps(7, 14))).toBe(10);
    expect(prediction(only, 1000, steps(7, 70_000))).toBe(500);
  });

  test("goes on as between the last two, neither downwards nor more steeply than the cube", () => {
    expect(prediction(took([1, 100], [10, 2], [20, 8]), 40)).toBeCloseTo(32, 9);
    expect(prediction(took([10, 8], [20, 2]), 40)).toBe(2);
    expect(prediction(took([10, 1], [20, 100]), 40)).toBeCloseTo(800, 9);
  });

  test("comes from the quickest round of all processes", () => {
    expect(prediction(new Map([[10, [[9, 5], [7]]]]), 20)).toBe(10);
  });
});

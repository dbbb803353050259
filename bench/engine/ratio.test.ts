import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { medianOf, ratioOf } from "./ratio.ts";

/** A process's rounds that all took so long. */
const steady = (...processes: number[]): number[][] => processes.map((ms) => [ms, ms, ms]);

describe("ratio of two contenders that took turns", () => {
  test("is that of their times", () => {
    const { median, low, high, shown } = ratioOf(steady(3, 3, 3), steady(1, 1, 1));
    expect([median, low, high].map((value) => Number(value.toFixed(9)))).toEqual([3, 3, 3]);
    expect(shown).toBe(true);
  });

  test("does not change when the machine slows down for some rounds, or for a process", () => {
    const pace = fc.array(
      fc.array(fc.double({ min: 0.1, max: 50, noNaN: true }), { minLength: 3, maxLength: 3 }),
      {
        minLength: 3,
        maxLength: 7,
      },
    );
    fc.assert(
      fc.property(pace, fc.double({ min: 1.2, max: 9, noNaN: true }), (machine, times) => {
        const slower = machine.map((rounds) => rounds.map((ms) => ms * times));
        const ratio = ratioOf(slower, machine);
        expect(ratio.median).toBeCloseTo(times, 6);
        expect(ratio.shown).toBe(true);
      }),
    );
  });

  test("is no difference below a tenth, however steady", () => {
    expect(ratioOf(steady(1.09, 1.09, 1.09), steady(1, 1, 1)).shown).toBe(false);
    expect(ratioOf(steady(1.2, 1.2, 1.2), steady(1, 1, 1)).shown).toBe(true);
    expect(ratioOf(steady(1, 1, 1), steady(1.2, 1.2, 1.2)).shown).toBe(true);
    const seven = (ms: number): number[][] => Array.from({ length: 7 }, () => [ms]);
    expect(ratioOf(seven(1.12), seven(1)).shown).toBe(true);
    expect(ratioOf(seven(1.09), seven(1)).shown).toBe(false);
  });

  test("is no difference where the processes disagree by more", () => {
    expect(ratioOf(steady(1.2, 1.5, 1.9), steady(1, 1, 1)).shown).toBe(false);
    expect(ratioOf(steady(0.9, 1.5, 1.6), steady(1, 1, 1)).shown).toBe(false);
    expect(ratioOf(steady(1.4, 1.5, 1.6), steady(1, 1, 1)).shown).toBe(true);
  });

  test("leaves out the outermost processes where there are five or more", () => {
    expect(ratioOf(steady(1.5, 1.5, 1.5, 1.5, 40), steady(1, 1, 1, 1, 1)).shown).toBe(true);
    expect(ratioOf(steady(1.5, 1.5, 1.5, 40), steady(1, 1, 1, 1)).shown).toBe(false);
  });

  test("is a difference if all but the outermost processes say so", () => {
    expect(ratioOf(steady(1.5, 1.5, 1.5, 1.5, 1), steady(1, 1, 1, 1, 1)).shown).toBe(true);
    expect(ratioOf(steady(1.5, 1.5, 1.5, 1, 1), steady(1, 1, 1, 1, 1)).shown).toBe(false);
    const seven = steady(1.5, 1.5, 1.5, 1.5, 1.5, 1.5, 1);
    expect(ratioOf(seven, steady(1, 1, 1, 1, 1, 1, 1)).shown).toBe(true);
    expect(ratioOf(steady(1.5, 1.5, 1.5, 1.5, 1.5, 1, 1), steady(1, 1, 1, 1, 1, 1, 1)).shown).toBe(false);
  });
});

test("the median lies in the middle, and leaves its argument as it was", () => {
  const values = [5, 1, 4, 2];
  expect(medianOf(values)).toBe(3);
  expect(medianOf([5, 1, 4])).toBe(4);
  expect(values).toEqual([5, 1, 4, 2]);
});

import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { equal, sameAsObvious, sameGroups, sameInAnyOrder, sameWithin } from "./compare.ts";

const plain = fc.jsonValue({ maxDepth: 3 });

/** The same elements in another order. */
function rearranged<T>(values: readonly T[], seed: number): T[] {
  const rest = [...values];
  return values.map((_, i) => rest.splice((seed + i * 7) % rest.length, 1)[0]!);
}

describe("equality of plain data", () => {
  test("holds for a copy, and says what JSON says", () => {
    fc.assert(
      fc.property(plain, plain, (a, b) => equal(a, structuredClone(a)) && equal(a, b) === equal(b, a)),
    );
  });

  test.each([
    [
      [1, 2],
      [1, 2, 3],
    ],
    [[1, 2], { 0: 1, 1: 2 }],
    [{ a: 1 }, { b: 1 }],
    [{ a: undefined }, { b: undefined }],
    [NaN, NaN],
    [null, undefined],
    ["1", 1],
    [
      [[1], [2]],
      [[1], [3]],
    ],
  ])("tells %j from %j", (a, b) => {
    expect(equal(a, b)).toBe(false);
  });

  test("takes -0 for 0", () => {
    expect(equal([-0], [0])).toBe(true);
  });
});

describe("laws about the obvious approach's answer", () => {
  const arrays = fc.array(fc.integer({ min: 0, max: 3 }), { minLength: 1, maxLength: 6 });

  test("in any order: every rearrangement passes, and no other multiset", () => {
    fc.assert(
      fc.property(arrays, arrays, fc.nat({ max: 100 }), (a, b, seed) => {
        expect(sameInAnyOrder(rearranged(a, seed), [], a)).toBe(true);
        const sorted = (values: number[]): string => [...values].sort().join();
        expect(sameInAnyOrder(b, [], a)).toBe(sorted(a) === sorted(b));
      }),
    );
  });

  test("groups: neither order counts, the grouping does", () => {
    expect(sameGroups([[2, 1], [3]], [], [[3], [1, 2]])).toBe(true);
    expect(sameGroups([[1], [2, 3]], [], [[1, 2], [3]])).toBe(false);
    expect(
      sameGroups(
        [[1, 2]],
        [],
        [
          [1, 2],
          [1, 2],
        ],
      ),
    ).toBe(false);
  });

  test("within: a small error passes, a larger one and NaN do not", () => {
    const law = sameWithin(1e-5);
    expect(law(1.000001, [], 1)).toBe(true);
    expect(law([1e9 + 1], [], [1e9])).toBe(true);
    expect(law(1.0001, [], 1)).toBe(false);
    expect(law(NaN, [], 1)).toBe(false);
    expect(law([1], [], [1, 1])).toBe(false);
  });

  test("the same: nothing else passes", () => {
    expect(sameAsObvious([1, 2], [], [1, 2])).toBe(true);
    expect(sameAsObvious([2, 1], [], [1, 2])).toBe(false);
  });
});

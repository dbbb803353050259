import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { exponential, type Growth, growthClasses, growths } from "#lab/problem/growth.ts";
import { classify, outgrows, type Point, sizesFor } from "./growth.ts";

const polynomial = growths.filter((growth) => !exponential.includes(growth));

function points(growth: Growth, cost: (n: number) => number): Point[] {
  return sizesFor(growth).map((n) => ({ n, cost: cost(n) }));
}

describe("costs that follow a class exactly", () => {
  test.each(growths)("%s is recognised, whatever its factor and its fixed part", (growth) => {
    const cost = growthClasses[growth];
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 50 }),
        fc.double({ min: 0, max: 1, noNaN: true }),
        (factor, fixed) => {
          expect(classify(points(growth, (n) => factor * (fixed + cost(n))))).toBe(growth);
        },
      ),
    );
  });

  test.each(polynomial.slice(0, -1))("%s is outgrown by the next class", (growth) => {
    const next = polynomial[polynomial.indexOf(growth) + 1]!;
    expect(
      outgrows(
        points(growth, (n) => 5 * growthClasses[next](n)),
        growth,
      ),
    ).toBe(true);
  });
});

test("lower terms and noise of 3 % either way accuse nobody", () => {
  const classes = fc.constantFrom<Growth>("n", "n log n", "n²");
  const noise = fc.array(fc.double({ min: 0.97, max: 1.03, noNaN: true }), { minLength: 20, maxLength: 20 });
  fc.assert(
    fc.property(classes, noise, (growth, factors) => {
      const measured = points(growth, (n) => 3 * growthClasses[growth](n) + 40 * n ** 0.5 + 200);
      return !outgrows(
        measured.map(({ n, cost }, i) => ({ n, cost: cost * factors[i]! })),
        growth,
      );
    }),
  );
});

test("a sort among linear work is found", () => {
  expect(
    outgrows(
      points("n", (n) => n * Math.ceil(Math.log2(n)) + 6 * n),
      "n",
    ),
  ).toBe(true);
});

test.each(exponential)("a power of n beside %s does not count, another base does", (growth) => {
  const cost = growthClasses[growth];
  expect(classify(points(growth, (n) => n ** 2 * cost(n)))).toBe(growth);
  expect(
    outgrows(
      points(growth, (n) => 1.5 ** n * cost(n)),
      growth,
    ),
  ).toBe(true);
});

test("sizes rise to the limit and not beyond it", () => {
  expect(sizesFor("n", 100)).toEqual([8, 16, 32, 64, 100]);
  expect(sizesFor("n", 1e9).at(-1)).toBe(2 ** 14);
  expect(sizesFor("2ⁿ").at(-1)).toBeLessThan(25);
});

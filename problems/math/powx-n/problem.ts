import fc from "fast-check";
import { problem, sameWithin } from "#lab/problem/index.ts";
import * as stub from "./stub.ts";

const least = -(2 ** 31);
const greatest = 2 ** 31 - 1;

function isLegal([x, n]: [x: number, n: number]): boolean {
  return (x !== 0 || n > 0) && Math.abs(x ** n) <= 1e4;
}

/** Does repeated multiplication come to 0, to infinity, to a standstill or to the end within some 2000 steps? */
function isQuick([x, n]: [x: number, n: number]): boolean {
  const size = Math.abs(x);
  return Math.abs(n) <= 2000 || size === 1 || size <= 0.7 || size >= 1.5;
}

function powers(x: fc.Arbitrary<number>, n: fc.Arbitrary<number>): fc.Arbitrary<[x: number, n: number]> {
  return fc.tuple(x, n).filter((input) => isLegal(input) && isQuick(input));
}

function realUpTo(size: number): fc.Arbitrary<number> {
  return fc.double({ min: -size, max: size, minExcluded: true, maxExcluded: true, noNaN: true });
}

const small = fc.integer({ min: -9, max: 9 });
/** Bases whose powers are legal for any exponent of one sign. */
const simple = fc.constantFrom(1, -1, 2, -2, 0, 0.5, -0.5);
const anyExponent = fc.integer({ min: least, max: greatest });
const extreme = fc.constantFrom(least, greatest, least + 1, greatest - 1);

export default problem(stub, {
  takes: { x: "number", n: "number" },
  returns: "number",
  examples: [
    { input: [3, 5], output: 243 },
    { input: [-1.5, 3], output: -3.375 },
    { input: [2, -3], output: 0.125 },
  ],
  constraints: {
    "x lies between -100 and 100": ([x]) => Math.abs(x) < 100,
    "n is an integer from -2³¹ to 2³¹ - 1": ([, n]) => Number.isInteger(n) && n >= least && n <= greatest,
    "x is not 0, or n is positive": ([x, n]) => x !== 0 || n > 0,
    "xⁿ lies from -10⁴ to 10⁴": ([x, n]) => Math.abs(x ** n) <= 1e4,
  },
  inputs: fc.oneof(
    powers(small, fc.integer({ min: -4, max: 4 })),
    powers(realUpTo(100), fc.integer({ min: -6, max: 6 })),
    powers(realUpTo(1.3), fc.integer({ min: -40, max: 40 })),
    powers(simple, fc.oneof(extreme, anyExponent)),
  ),
  call: ({ myPow }, [x, n]) => myPow(x, n),
  checks: {
    "the power 0 is 1": (power, [, n]) => n !== 0 || Math.abs(power - 1) <= 1e-5,
    "negative only if x is negative and n odd": (power, [x, n]) => power >= 0 || (x < 0 && n % 2 !== 0),
    "off by at most 10⁻⁵, or by that share of a large power": sameWithin(1e-5),
  },
  // Exponents up to 2n, so that the largest workload has the greatest, or the least, legal exponent.
  workloads: {
    "1 + 1/n to the 2n - 1": (n) => [1 + 1 / n, 2 * n - 1],
    "1 + 1/n to the -2n": (n) => [1 + 1 / n, -2 * n],
    "-1 to the 1 - 2n": (n) => [-1, 1 - 2 * n],
  },
  growth: "log n",
});

import fc from "fast-check";
import { problem, type Random, sameAsObvious } from "#lab/problem/index.ts";
import * as stub from "./stub.ts";

/** Arrays of up to maxCount strings of minLength to maxLength digits. */
function strings(maxCount: number, maxLength: number, minLength = 1): fc.Arbitrary<string[]> {
  const string = fc.string({ unit: fc.constantFrom("0", "1"), minLength, maxLength });
  return fc.array(string, { minLength: 1, maxLength: maxCount });
}

function limit(max: number): fc.Arbitrary<number> {
  return fc.integer({ min: 1, max });
}

function randomString(maxLength: number, random: Random): string {
  return Array.from({ length: random.integer(1, maxLength) }, () => random.integer(0, 1)).join("");
}

function count(str: string, digit: "0" | "1"): number {
  return str.split(digit).length - 1;
}

/** How many of the costs can be paid out of `budget`, the cheapest first. */
function affordable(costs: number[], budget: number): number {
  let paid = 0;
  for (const cost of costs.sort((a, b) => a - b)) {
    if (cost > budget) break;
    budget -= cost;
    paid++;
  }
  return paid;
}

/** How many strings are taken when the shortest ones that still fit are taken first. */
function shortestFirst(strs: string[], m: number, n: number): number {
  let taken = 0;
  for (const str of [...strs].sort((a, b) => a.length - b.length)) {
    const [zeros, ones] = [count(str, "0"), count(str, "1")];
    if (zeros > m || ones > n) continue;
    m -= zeros;
    n -= ones;
    taken++;
  }
  return taken;
}

export default problem(stub, {
  takes: { strs: "string[]", m: "number", n: "number" },
  returns: "number",
  examples: [
    { input: [["01", "0", "110", "1"], 2, 2], output: 3 },
    { input: [["000", "11", "1"], 2, 3], output: 2 },
    { input: [["00", "11"], 1, 1], output: 0 },
  ],
  constraints: {
    "there are 1 to 600 strings": ([strs]) => strs.length >= 1 && strs.length <= 600,
    "each string has 1 to 100 characters": ([strs]) =>
      strs.every((str) => str.length >= 1 && str.length <= 100),
    "each character is 0 or 1": ([strs]) => strs.every((str) => /^[01]*$/.test(str)),
    "m and n are integers from 1 to 100": ([, m, n]) =>
      [m, n].every((limit) => Number.isInteger(limit) && limit >= 1 && limit <= 100),
  },
  inputs: fc.oneof(
    fc.tuple(strings(3, 2), limit(3), limit(3)),
    fc.tuple(strings(6, 3), limit(6), limit(6)),
    // Where all strings are of one length, length says nothing about which to take.
    fc.noBias(fc.tuple(strings(8, 2, 2), limit(6), limit(6))),
    fc.tuple(strings(9, 5), limit(9), limit(9)),
    fc.tuple(strings(4, 60), limit(100), limit(100)),
  ),
  call: ({ findMaxForm }, [strs, m, n]) => findMaxForm(strs, m, n),
  checks: {
    "a whole number, 0 or more": (output) => Number.isInteger(output) && output >= 0,
    "no more than there are strings": (output, [strs]) => output <= strs.length,
    "no more than the zeros alone allow": (output, [strs, m]) =>
      output <=
      affordable(
        strs.map((str) => count(str, "0")),
        m,
      ),
    "no more than the ones alone allow": (output, [strs, , n]) =>
      output <=
      affordable(
        strs.map((str) => count(str, "1")),
        n,
      ),
    "no fewer than by taking the shortest first": (output, [strs, m, n]) =>
      output >= shortestFirst(strs, m, n),
    "the most there can be": sameAsObvious,
  },
  // n is the number of strings and also either limit.
  workloads: {
    "all of them fit": (n) => [new Array<string>(n).fill("01"), n, n],
    "half of them fit": (n, random) => [Array.from({ length: n }, () => randomString(4, random)), n, n],
    // Where there are many, twice as many: more than a byte with a sign can count, and all of them fit.
    "single digits": (n) => [Array.from({ length: n < 64 ? n : 2 * n }, (_, i) => String(i % 2)), n, n],
  },
  growth: "n³",
  largest: 100,
});

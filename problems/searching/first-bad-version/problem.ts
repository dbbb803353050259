import fc from "fast-check";
import { problem } from "#lab/problem/index.ts";
import * as stub from "./stub.ts";

const greatest = 2 ** 31 - 1;

/** The first bad version is one of the first `latest`; at most `most` versions come after it. */
function early(latest: number, most: number): fc.Arbitrary<[n: number, bad: number]> {
  return fc.tuple(fc.integer({ min: 1, max: latest }), fc.nat({ max: most })).map(
    ([bad, behind]): [number, number] => [bad + behind, bad],
    (input) => {
      const [n, bad] = input as [number, number];
      return [bad, n - bad];
    },
  );
}

/** Any number of versions, and often the greatest. The first bad one is early here too. */
const many = fc
  .tuple(
    fc.oneof({ withCrossShrink: true }, fc.integer({ min: 1, max: greatest }), fc.constant(greatest)),
    fc.integer({ min: 1, max: 2000 }),
  )
  .filter(([n, bad]) => bad <= n);

export default problem(stub, {
  takes: { n: "number", bad: "number" },
  returns: "number",
  examples: [
    { input: [5, 4], output: 4 },
    { input: [1, 1], output: 1 },
    { input: [8, 1], output: 1 },
  ],
  constraints: {
    "n is an integer from 1 to 2³¹ - 1": ([n]) => Number.isInteger(n) && n >= 1 && n <= greatest,
    "bad is one of the versions 1 to n": ([n, bad]) => Number.isInteger(bad) && bad >= 1 && bad <= n,
  },
  // However many versions there are, the first bad one comes early: solutions that scan are to be slow, not stuck.
  inputs: fc.oneof({ withCrossShrink: true }, early(8, 7), early(2000, 2000), many),
  // Solutions may ask for 0 or go past n, which is no error on LeetCode. A negative version comes of an overflow:
  // answered, the search would often end well with an early bad version, and never end with a late one.
  call: ({ solution }, [n, bad], tools) => {
    const isBadVersion = (version: number): boolean => {
      if (version < 0) throw new RangeError(`there is no version ${version}`);
      return version >= bad;
    };
    return solution(tools.counted(isBadVersion))(n);
  },
  checks: {
    "one of the versions 1 to n": (version, [n]) => Number.isInteger(version) && version >= 1 && version <= n,
    "the version is bad": (version, [, bad]) => version >= bad,
    "no version before it is bad": (version, [, bad]) => version <= bad,
  },
  // 2n - 1 versions: the largest workload is the largest legal input, where sums of two versions overflow 32 bits.
  workloads: {
    "only the last of 2n - 1 versions is bad": (n) => [2 * n - 1, 2 * n - 1],
    "the first bad one is two thirds of the way into 2n - 1": (n) => [
      2 * n - 1,
      Math.ceil(((2 * n - 1) * 2) / 3),
    ],
    "all of 2n - 1 versions are bad": (n) => [2 * n - 1, 1],
  },
  growth: "log n",
});

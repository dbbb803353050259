import fc from "fast-check";
import { problem } from "#lab/problem/index.ts";
import * as stub from "./stub.ts";

/** Two lines or more, none taller than `tallest`. */
function lines(tallest: number, maxLength: number): fc.Arbitrary<number[]> {
  return fc.array(fc.nat({ max: tallest }), { minLength: 2, maxLength });
}

export default problem(stub, {
  takes: { height: "number[]" },
  returns: "number",
  examples: [
    { input: [[3, 1, 2, 4, 5]], output: 12 },
    { input: [[1, 6, 2, 6, 1]], output: 12 },
    { input: [[0, 8]], output: 0 },
  ],
  constraints: {
    "height has 2 to 10⁵ elements": ([height]) => height.length >= 2 && height.length <= 1e5,
    "all heights are integers from 0 to 10⁴": ([height]) =>
      height.every((h) => Number.isInteger(h) && h >= 0 && h <= 1e4),
  },
  inputs: fc.tuple(fc.oneof(lines(2, 5), lines(9, 10), lines(1e4, 40))),
  call: ({ maxArea }, [height]) => maxArea(height),
  checks: {
    "some pair of lines holds that much": (water, _input, most) => water <= most,
    "no pair of lines holds more": (water, _input, most) => water >= most,
  },
  // On a steady slope, a search of all pairs that leaves off early still has a constant share of its way to go.
  workloads: {
    "falling from left to right": (n) => [Array.from({ length: n }, (_, i) => n - i)],
    "rising from left to right": (n) => [Array.from({ length: n }, (_, i) => i + 1)],
    "different heights in random order": (n, random) => [
      random.shuffled(Array.from({ length: n }, (_, i) => i + 1)),
    ],
  },
  growth: "n",
  largest: 1e4,
});

import fc from "fast-check";
import { list, listValues, problem, sameInAnyOrder } from "#lab/problem/index.ts";
import * as stub from "./stub.ts";

export default problem(stub, {
  takes: { head: "number[]" },
  returns: "number[]",
  examples: [
    { input: [[1, 2, 3, 4, 5]], output: [5, 4, 3, 2, 1] },
    { input: [[1, 2]], output: [2, 1] },
    { input: [[7]], output: [7] },
    { input: [[]], output: [] },
  ],
  constraints: {
    "the list has at most 5000 nodes": ([head]) => head.length <= 5000,
    "all values are integers from -5000 to 5000": ([head]) =>
      head.every((x) => Number.isInteger(x) && Math.abs(x) <= 5000),
  },
  inputs: fc.tuple(
    fc.oneof(
      fc.array(fc.integer({ min: -1, max: 2 }), { maxLength: 5 }),
      fc.array(fc.integer({ min: -5000, max: 5000 }), { maxLength: 30 }),
    ),
  ),
  call: ({ reverseList }, [head]) => listValues(reverseList(list(head))),
  checks: {
    "no node is lost or added": (output, [head]) => output.length === head.length,
    "the values are those of the list": sameInAnyOrder,
    "the last value comes first, and so on": (output, [head]) =>
      output.every((value, i) => value === head[head.length - 1 - i]),
  },
  workloads: {
    "values that rise": (n) => [Array.from({ length: n }, (_, i) => i)],
    "random values": (n, random) => [Array.from({ length: n }, () => random.integer(-5000, 5000))],
  },
  growth: "n",
  largest: 5000,
});

import fc from "fast-check";
import { problem } from "#lab/problem/index.ts";
import * as stub from "./stub.ts";

/** Up to `most` meetings that start by `latest` and last up to `longest`. */
function meetings(most: number, latest: number, longest: number): fc.Arbitrary<[number[][]]> {
  const meeting = fc.tuple(fc.nat({ max: latest }), fc.integer({ min: 1, max: longest })).map(
    ([start, length]): number[] => [start, start + length],
    (interval) => {
      const [start, end] = interval as [number, number];
      return [start, end - start];
    },
  );
  return fc.tuple(fc.array(meeting, { minLength: 1, maxLength: most }));
}

export default problem(stub, {
  takes: { intervals: "number[][]" },
  returns: "number",
  examples: [
    {
      input: [
        [
          [9, 12],
          [10, 11],
          [11, 13],
        ],
      ],
      output: 2,
    },
    {
      input: [
        [
          [1, 4],
          [4, 6],
        ],
      ],
      output: 1,
    },
    {
      input: [
        [
          [0, 5],
          [0, 5],
          [2, 3],
        ],
      ],
      output: 3,
    },
  ],
  constraints: {
    "there are 1 to 10⁴ meetings": ([intervals]) => intervals.length >= 1 && intervals.length <= 1e4,
    "each meeting has a start and an end": ([intervals]) => intervals.every(({ length }) => length === 2),
    "all times are integers from 0 to 10⁶": ([intervals]) =>
      intervals.flat().every((time) => Number.isInteger(time) && time >= 0 && time <= 1e6),
    "each meeting ends after it starts": ([intervals]) => intervals.every(([start, end]) => start! < end!),
  },
  inputs: fc.oneof(meetings(4, 3, 3), meetings(6, 12, 6), meetings(20, 12, 8), meetings(30, 9e5, 1e5)),
  call: ({ minMeetingRooms }, [intervals]) => minMeetingRooms(intervals),
  checks: {
    "at every moment there is a room for each meeting": (rooms, _input, wanted) => rooms >= wanted,
    "at some moment all rooms are in use": (rooms, _input, wanted) => rooms <= wanted,
  },
  workloads: {
    "all held at one moment": (n, random) => [
      random.shuffled(Array.from({ length: n }, (_, i) => [i, n + random.integer(1, n)])),
    ],
    "half of them held at any moment": (n, random) => [
      Array.from({ length: n }, () => {
        const start = random.integer(0, 9 * n);
        return [start, start + random.integer(1, 9 * n)];
      }),
    ],
    "one after the other": (n, random) => [
      random.shuffled(Array.from({ length: n }, (_, i) => [2 * i, 2 * i + 2])),
    ],
  },
  growth: "n log n",
  largest: 1e4,
});

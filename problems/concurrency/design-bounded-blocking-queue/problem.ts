import fc from "fast-check";
import { join } from "node:path";
import { observedShapes, problem, underSchedules } from "#lab/problem/index.ts";
import * as runtime from "../../../patterns/go/runtime/runtime.ts";
import { capacityKept, firstInFirstOut, giveElements, sum } from "./history.ts";
import * as stub from "./stub.ts";

type Input = [capacity: number, producers: number[], consumers: number[]];

/** Consumers that take what there is, and leave no more than the capacity. */
function fitted([capacity, producers, wanted]: Input): Input {
  let left = sum(producers);
  const consumers = wanted.map((n) => {
    const taken = Math.min(n, left);
    left -= taken;
    return taken;
  });
  if (left > capacity) consumers.push(left - capacity);
  return [capacity, producers, consumers.filter((n) => n > 0)];
}

const few = (most: number, minLength: number) =>
  fc.array(fc.integer({ min: 1, max: most }), { minLength, maxLength: 3 });

export default problem(stub, {
  ...underSchedules(runtime, {
    program: ({ BoundedBlockingQueue }: typeof stub, [capacity, producers, consumers]: Input, call) => {
      const queue = new BoundedBlockingQueue(capacity);
      const calls: (string | number)[][] = [];
      const seen = { calls, size: -1 };
      let time = 0;
      const noted = function* (method: string, ...args: number[]) {
        const row = [method, ...args, time++];
        if (method === "dequeue") row.splice(1, 0, "nothing");
        calls.push(row);
        const value = yield* call(queue, method, ...args);
        if (method === "dequeue") row[1] = typeof value === "number" ? value : String(value);
        row.push(time++);
      };
      let last = 0;
      return {
        seen,
        goroutines: [
          ...producers.map((n, i) => {
            const first = last + 1;
            last += n;
            const producer = function* () {
              for (let element = first; element < first + n; element++) yield* noted("enqueue", element);
            };
            return [`producer ${i + 1}`, producer] as const;
          }),
          ...consumers.map((n, i) => {
            const consumer = function* () {
              for (let k = 0; k < n; k++) yield* noted("dequeue");
            };
            return [`consumer ${i + 1}`, consumer] as const;
          }),
        ],
        after: function* () {
          seen.size = Number(yield* call(queue, "size"));
        },
      };
    },
    isLarge: ([, producers]) => sum(producers) > 30,
    laws: {
      "each dequeue gives an element that was put in, and no other gives it again": ({ calls }) =>
        giveElements(calls),
      "never more elements than its capacity": ({ calls }, [capacity]) => capacityKept(calls, capacity),
      "first in, first out": ({ calls }) => firstInFirstOut(calls),
      "size tells how many are left": ({ size }, [, producers, consumers]) =>
        size === sum(producers) - sum(consumers),
    },
  }),
  takes: { capacity: "number", producers: "number[]", consumers: "number[]" },
  severalAnswers: true,
  returns: { calls: "(string | number)[][]", size: "number", ...observedShapes },
  examples: [
    {
      input: [2, [3], [2]],
      output: {
        calls: [
          ["enqueue", 1, 0, 1],
          ["enqueue", 2, 2, 3],
          ["enqueue", 3, 4, 6],
          ["dequeue", 1, 5, 7],
          ["dequeue", 2, 8, 9],
        ],
        size: 1,
        ending: "all goroutines have ended",
        schedule: [],
      },
    },
    {
      input: [1, [1, 1], [1, 1]],
      output: {
        calls: [
          ["enqueue", 1, 0, 1],
          ["enqueue", 2, 2, 4],
          ["dequeue", 1, 3, 5],
          ["dequeue", 2, 6, 7],
        ],
        size: 0,
        ending: "all goroutines have ended",
        schedule: [],
      },
    },
  ],
  constraints: {
    "capacity is an integer from 1 to 10⁴": ([capacity]) =>
      Number.isInteger(capacity) && capacity >= 1 && capacity <= 1e4,
    "1 to 5 producers, each of at least 1 element, and 10⁴ in all": ([, producers]) =>
      producers.length >= 1 &&
      producers.length <= 5 &&
      producers.every((n) => Number.isInteger(n) && n >= 1) &&
      sum(producers) <= 1e4,
    "at most 5 consumers, each of at least 1 element": ([, , consumers]) =>
      consumers.length <= 5 && consumers.every((n) => Number.isInteger(n) && n >= 1),
    "the consumers take no more than the producers put in, and leave no more than the capacity": ([
      capacity,
      producers,
      consumers,
    ]) => {
      const left = sum(producers) - sum(consumers);
      return left >= 0 && left <= capacity;
    },
  },
  inputs: fc
    .tuple(fc.integer({ min: 1, max: 3 }), few(3, 1), few(6, 0))
    .map(fitted, (input) => input as Input),
  workloads: {
    "through a narrow queue": (n) => [2, [n], [n]],
    "filled, then emptied": (n) => [n, [n], [n]],
  },
  growth: "n",
  largest: 1e4,
  globals: { ...runtime },
  shares: { [join(import.meta.dirname, "../../../patterns/go/runtime/runtime.ts")]: runtime },
});

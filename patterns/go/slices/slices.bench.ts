import { comparison } from "#bench/comparison.ts";
import { int } from "../runtime/types.ts";
import { append, makeSlice, nilSlice, Slice } from "./slices.ts";

type Numbers = readonly number[];

/** Appends one by one, and returns the slice. */
function built(values: Numbers, from: Slice<number>): Slice<number> {
  let s = from;
  for (const value of values) s = append(s, value);
  return s;
}

/** The same with another rule of growth in the place of Go's. */
function builtBy(grownCap: (cap: number) => number): (values: Numbers) => Slice<number> {
  return (values) => {
    let s = nilSlice(int);
    for (const value of values) {
      if (s.len === s.cap) {
        const array = s.array === null ? [] : s.array.slice(0, s.len);
        const cap = grownCap(s.cap);
        while (array.length < cap) array.push(0);
        s = new Slice(int, array, 0, s.len, cap);
      }
      s.array![s.len] = value;
      s = new Slice(int, s.array, 0, s.len + 1, s.cap);
    }
    return s;
  };
}

const byDoubling = builtBy((cap) => Math.max(1, 2 * cap));
const byOne = builtBy((cap) => cap + 1);

function sum(s: Slice<number>): number {
  let total = 0;
  for (let i = 0; i < s.len; i++) total += s.get(i);
  return total;
}

export default [
  comparison({
    title: "n numbers appended one by one to a nil slice, then added up",
    sizes: [100, 1000, 1e4, 1e5, 1e6],
    input: (n, random) => Array.from({ length: n }, () => random.integer(0, 1000)),
    contenders: {
      "ours: Go's growth": {
        run: (values: Numbers): number => sum(built(values, nilSlice(int))),
        holds: (values: Numbers) => built(values, nilSlice(int)),
      },
      "room made at once": {
        run: (values: Numbers): number => sum(built(values, makeSlice(int, 0, values.length))),
        holds: (values: Numbers) => built(values, makeSlice(int, 0, values.length)),
      },
      "growth by doubling": {
        run: (values: Numbers): number => sum(byDoubling(values)),
        holds: byDoubling,
      },
      "growth by one": { run: (values: Numbers): number => sum(byOne(values)), holds: byOne },
      "a plain array's push": {
        run: (values: Numbers): number => {
          const array: number[] = [];
          for (const value of values) array.push(value);
          let total = 0;
          for (const value of array) total += value;
          return total;
        },
        holds: (values: Numbers): number[] => {
          const array: number[] = [];
          for (const value of values) array.push(value);
          return array;
        },
      },
    },
  }),
];

import { comparison } from "#bench/comparison.ts";

/**
 * Pairs whose ratio must come out alike in every run: `npm run trust` says whether it does. Each first contender is also
 * compared with itself, and with itself doing half as much again.
 */

const numbers = (n: number, random: { next: () => number }): number[] =>
  Array.from({ length: n }, () => Math.floor(random.next() * 2 ** 30));

/** Calls the function, and every second time once more. */
function slower<I, A>(run: (input: I) => A): (input: I) => A {
  let odd = false;
  return (input) => {
    odd = !odd;
    if (odd) run(input);
    return run(input);
  };
}

const inLoop = (values: readonly number[]): number => {
  let sum = 0;
  for (const value of values) sum = (sum * 31 + value) | 0;
  return sum;
};

const distinctBySet = (values: readonly number[]): number => new Set(values).size;

const joined = (values: readonly number[]): number => values.map((value) => `${value & 255}`).join("").length;

const sortedTyped = (values: readonly number[]): number =>
  Int32Array.from(values).sort()[values.length >> 1]!;

const wrapped = (values: readonly number[]): number =>
  values.map((value) => ({ value })).reduce((sum, { value }) => (sum + value) | 0, 0);

export default [
  comparison({
    title: "a sum in a loop, or by reduce",
    sizes: [10_000],
    input: numbers,
    contenders: {
      first: inLoop,
      slower: slower(inLoop),
      other: (values) => values.reduce((sum, value) => (sum * 31 + value) | 0, 0),
    },
  }),
  comparison({
    title: "distinct numbers by a set, or by sorting",
    sizes: [2000],
    input: numbers,
    contenders: {
      first: distinctBySet,
      slower: slower(distinctBySet),
      other: (values) => {
        const sorted = Float64Array.from(values).sort();
        return sorted.reduce((count, value, i) => count + Number(i === 0 || value !== sorted[i - 1]), 0);
      },
    },
  }),
  comparison({
    title: "text by join, or by appending",
    sizes: [3000],
    input: numbers,
    contenders: {
      first: joined,
      slower: slower(joined),
      other: (values) => {
        let text = "";
        for (const value of values) text += `${value & 255}`;
        return text.length;
      },
    },
  }),
  comparison({
    title: "the median of a typed array, or of an array with a comparator",
    sizes: [5000],
    input: numbers,
    contenders: {
      first: sortedTyped,
      slower: slower(sortedTyped),
      other: (values) => values.toSorted((a, b) => a - b)[values.length >> 1]!,
    },
  }),
  comparison({
    title: "a sum over objects, or over arrays of one",
    sizes: [5000],
    input: numbers,
    contenders: {
      first: wrapped,
      slower: slower(wrapped),
      other: (values) => values.map((value) => [value]).reduce((sum, [value]) => (sum + value!) | 0, 0),
    },
  }),
];

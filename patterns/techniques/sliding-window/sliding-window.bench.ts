import FlatQueue from "flatqueue";
import { Deque } from "js-sdsl";
import { FixedDeque } from "mnemonist";
import { comparison } from "#bench/comparison.ts";
import {
  countWindows,
  longestWindow,
  SlidingAggregate,
  slidingMaximum,
  type Summary,
} from "./sliding-window.ts";

const slides = 1_000;

interface Stream {
  readonly values: Float64Array;
  readonly length: number;
}

/** The places of the candidates in the order of their entering; their values fall. */
function monotonicDeque({ values, length }: Stream): Float64Array {
  const maxima = new Float64Array(values.length - length + 1);
  const candidates = new Uint32Array(values.length);
  let head = 0;
  let tail = 0;
  for (let i = 0; i < values.length; i++) {
    const entering = values[i]!;
    while (tail > head && values[candidates[tail - 1]!]! <= entering) tail--;
    candidates[tail++] = i;
    if (candidates[head]! + length <= i) head++;
    if (i + 1 >= length) maxima[i + 1 - length] = values[candidates[head]!]!;
  }
  return maxima;
}

const maxima = {
  blocks: ({ values, length }: Stream) => slidingMaximum(values, length),
  "monotonic deque": monotonicDeque,
  "two stacks": ({ values, length }: Stream) => {
    const found = new Float64Array(values.length - length + 1);
    const window = new SlidingAggregate<number>((x, y) => (x > y ? x : y));
    for (let i = 0; i < values.length; i++) {
      window.push(values[i]!);
      if (window.size > length) window.shift();
      if (i + 1 >= length) found[i + 1 - length] = window.value()!;
    }
    return found;
  },
  /** A heap that keeps what has left the window until it comes to the top. */
  flatqueue: ({ values, length }: Stream) => {
    const found = new Float64Array(values.length - length + 1);
    const heap = new FlatQueue<number>();
    for (let i = 0; i < values.length; i++) {
      heap.push(i, -values[i]!);
      while (heap.peek()! + length <= i) heap.pop();
      if (i + 1 >= length) found[i + 1 - length] = -heap.peekValue()!;
    }
    return found;
  },
  "rescan each window": ({ values, length }: Stream) => {
    const found = new Float64Array(values.length - length + 1);
    for (let start = 0; start < found.length; start++) {
      let max = values[start]!;
      for (let i = start + 1; i < start + length; i++) if (values[i]! > max) max = values[i]!;
      found[start] = max;
    }
    return found;
  },
};

export default [
  comparison({
    title: "the maximum of each window of 1000 among n random numbers",
    sizes: [2_000, 10_000, 100_000, 1_000_000],
    input: (n, random) => ({ values: Float64Array.from({ length: n }, () => random.next()), length: 1000 }),
    contenders: maxima,
    bars: [
      { against: "monotonic deque", atLeast: 1.5 },
      { against: "flatqueue", atLeast: 5 },
    ],
  }),

  comparison({
    title: "the maximum of each window of w among 100 000 random numbers, w growing",
    sizes: [3, 10, 30, 100, 1_000, 10_000],
    input: (length, random) => ({
      values: Float64Array.from({ length: 100_000 }, () => random.next()),
      length,
    }),
    contenders: maxima,
    bars: [{ against: "monotonic deque", atLeast: 1, at: 10 }],
  }),

  comparison({
    title: `a queue of n elements, which slides ${slides} times`,
    sizes: [1_000, 3_000, 10_000, 14_000, 20_000, 40_000, 100_000],
    input: (n, random) => Float64Array.from({ length: n + slides }, () => random.integer(0, 1000)),
    contenders: {
      "ring of fixed size": (values) => {
        const ring = new Float64Array(values.length - slides);
        ring.set(values.subarray(0, ring.length));
        let at = 0;
        let gone = 0;
        for (let i = ring.length; i < values.length; i++) {
          gone += ring[at]!;
          ring[at] = values[i]!;
          if (++at === ring.length) at = 0;
        }
        return gone;
      },
      "array with a cursor": (values) => {
        const queue: number[] = [];
        let head = 0;
        let gone = 0;
        for (let i = 0; i < values.length; i++) {
          queue.push(values[i]!);
          if (i < values.length - slides) continue;
          gone += queue[head++]!;
          if (2 * head > queue.length) {
            queue.splice(0, head);
            head = 0;
          }
        }
        return gone;
      },
      "array with shift": (values) => {
        const queue: number[] = [];
        let gone = 0;
        for (let i = 0; i < values.length; i++) {
          queue.push(values[i]!);
          if (i >= values.length - slides) gone += queue.shift()!;
        }
        return gone;
      },
      mnemonist: (values) => {
        const queue = new FixedDeque<number>(Array, values.length - slides + 1);
        let gone = 0;
        for (let i = 0; i < values.length; i++) {
          queue.push(values[i]!);
          if (i >= values.length - slides) gone += queue.shift()!;
        }
        return gone;
      },
      "js-sdsl": (values) => {
        const queue = new Deque<number>();
        let gone = 0;
        for (let i = 0; i < values.length; i++) {
          queue.pushBack(values[i]!);
          if (i >= values.length - slides) gone += queue.popFront()!;
        }
        return gone;
      },
    },
    bars: [{ against: "array with shift", atLeast: 10, at: 40_000 }],
  }),

  comparison({
    title: "the longest stretch of n costs within a budget of about 100 of them",
    sizes: [100, 10_000, 1_000_000],
    input: (n, random) => ({ costs: Array.from({ length: n }, () => random.integer(0, 100)), budget: 5000 }),
    contenders: {
      "sliding window": ({ costs, budget }) => {
        const { start, end } = longestWindow(costs.length, within(costs, budget));
        return end - start;
      },
      "the same, written out": ({ costs, budget }) => {
        let [longest, sum, start] = [0, 0, 0];
        for (let end = 1; end <= costs.length; end++) {
          sum += costs[end - 1]!;
          while (sum > budget) sum -= costs[start++]!;
          longest = Math.max(longest, end - start);
        }
        return longest;
      },
      "from each start": ({ costs, budget }) => {
        let longest = 0;
        for (let start = 0; start < costs.length; start++) {
          let sum = 0;
          let end = start;
          while (end < costs.length && sum + costs[end]! <= budget) sum += costs[end++]!;
          longest = Math.max(longest, end - start);
        }
        return longest;
      },
    },
    bars: [{ against: "from each start", atLeast: 3 }],
  }),

  comparison({
    title: "how many windows of n numbers have at most 50 different values of 200",
    sizes: [100, 10_000, 1_000_000],
    input: (n, random) => Uint8Array.from({ length: n }, () => random.integer(0, 199)),
    contenders: {
      "sliding window": (values) => {
        const counts = new Uint32Array(256);
        let different = 0;
        return countWindows(values.length, {
          add: (i) => (different += +(counts[values[i]!]!++ === 0)),
          remove: (i) => (different -= +(--counts[values[i]!]! === 0)),
          holds: () => different <= 50,
        });
      },
      "with a map of counts": (values) => {
        const counts = new Map<number, number>();
        return countWindows(values.length, {
          add: (i) => counts.set(values[i]!, (counts.get(values[i]!) ?? 0) + 1),
          remove: (i) => {
            const left = counts.get(values[i]!)! - 1;
            if (left === 0) counts.delete(values[i]!);
            else counts.set(values[i]!, left);
          },
          holds: () => counts.size <= 50,
        });
      },
      "from each start": (values) => {
        let windows = 0;
        for (let start = 0; start < values.length; start++) {
          const seen = new Set<number>();
          for (let end = start; end < values.length; end++) {
            seen.add(values[end]!);
            if (seen.size > 50) break;
            windows++;
          }
        }
        return windows;
      },
    },
    bars: [{ against: "from each start", atLeast: 20, at: 10_000 }],
  }),
];

function within(costs: readonly number[], budget: number): Summary {
  let sum = 0;
  return {
    add: (i) => (sum += costs[i]!),
    remove: (i) => (sum -= costs[i]!),
    holds: () => sum <= budget,
  };
}

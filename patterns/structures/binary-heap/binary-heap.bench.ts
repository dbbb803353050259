import FastPriorityQueue from "fastpriorityqueue";
import FlatQueue from "flatqueue";
import { PriorityQueue } from "js-sdsl";
import TinyQueue from "tinyqueue";
import { comparison } from "#bench/comparison.ts";
import type { Random } from "#lab/problem/random.ts";
import { BinaryHeap } from "./binary-heap.ts";
import { NumericHeap } from "./numeric-heap.ts";

interface Job {
  readonly time: number;
  readonly name: string;
}

const byTime = (a: Job, b: Job): number => a.time - b.time;
const earlier = (a: Job, b: Job): boolean => a.time < b.time;
const ascending = (a: number, b: number): number => a - b;
const less = (a: number, b: number): boolean => a < b;

/**
 * What passes through a heap in one call, in lists of n. A thousand elements, the same in every call, would show what the
 * processor's branch prediction can learn by heart: which way each comparison goes.
 */
const passing = 200_000;

function lists<T>(n: number, item: () => T): T[][] {
  return Array.from({ length: Math.max(1, passing / n) }, () => Array.from({ length: n }, item));
}

/** What ours, js-sdsl and tinyqueue have in common. */
interface Queue<T> {
  push(item: T): void;
  pop(): T | undefined;
}

function filled<T, Q extends Queue<T>>(queue: Q, items: readonly T[]): Q {
  for (const item of items) queue.push(item);
  return queue;
}

/** Fills a queue with each list and empties it. The answer is a checksum of the keys in the order in which they came. */
function passed<T>(all: readonly (readonly T[])[], keyOf: (item: T) => number, make: () => Queue<T>): number {
  let sum = 0;
  for (const items of all) {
    const queue = filled(make(), items);
    for (let left = items.length; left > 0; left--) sum = (Math.imul(sum, 31) + keyOf(queue.pop()!)) | 0;
  }
  return sum;
}

const timeOf = ({ time }: Job): number => time;
const itself = (key: number): number => key;

/** fastpriorityqueue asks whether a comes before b, and its methods have other names. */
function fastQueue<T>(before: (a: T, b: T) => boolean, items: readonly T[]): FastPriorityQueue<T> {
  const queue = new FastPriorityQueue(before);
  for (const item of items) queue.add(item);
  return queue;
}

function fastPassed<T>(
  all: readonly (readonly T[])[],
  keyOf: (item: T) => number,
  before: (a: T, b: T) => boolean,
): number {
  let sum = 0;
  for (const items of all) {
    const queue = fastQueue(before, items);
    for (let left = items.length; left > 0; left--) sum = (Math.imul(sum, 31) + keyOf(queue.poll()!)) | 0;
  }
  return sum;
}

/** The naive way: always in order, the least at the end. */
class SortedArray<T> {
  private readonly items: T[] = [];
  private readonly compare: (a: T, b: T) => number;

  constructor(compare: (a: T, b: T) => number) {
    this.compare = compare;
  }

  push(item: T): void {
    let low = 0;
    let high = this.items.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if (this.compare(this.items[middle]!, item) > 0) low = middle + 1;
      else high = middle;
    }
    this.items.splice(low, 0, item);
  }

  pop(): T | undefined {
    return this.items.pop();
  }
}

let taught = false;

/** Shows BinaryHeap, once, that there is more than one comparison in the program. */
function teachOtherComparisons(): void {
  if (taught) return;
  taught = true;
  const numbers = Array.from({ length: 20_000 }, (_, i) => (i * 7919) % 20_011);
  for (const compare of [
    ascending,
    (a: number, b: number) => b - a,
    (a: number, b: number) => (a & 15) - (b & 15),
  ])
    passed([numbers], itself, () => new BinaryHeap(compare));
}

const operations = 1_000_000;

interface Hold {
  /** Of the ids 0, 1, 2, … at the start. */
  readonly keys: Float64Array;
  /** What the i-th popped key grows by before it is pushed again. */
  readonly delays: Float64Array;
}

/** The hold model: `n` events are pending; a million times the first one happens and is due again later. */
function hold(n: number, random: Random): Hold {
  // Of 64 random bits, so that no two keys are equal, and answers the same.
  const delay = (): number => -Math.log(1 - random.next() - random.next() / 2 ** 32);
  return {
    keys: Float64Array.from({ length: n }, delay),
    delays: Float64Array.from({ length: operations }, delay),
  };
}

interface Entry {
  readonly id: number;
  readonly key: number;
}

function numericHeap({ keys }: Hold): NumericHeap {
  const heap = new NumericHeap();
  keys.forEach((key, id) => heap.push(id, key));
  return heap;
}

function flatQueue({ keys }: Hold, queue: FlatQueue): FlatQueue {
  keys.forEach((key, id) => queue.push(id, key));
  return queue;
}

function holdFlatqueue(queue: FlatQueue, { delays }: Hold): number {
  let sum = 0;
  for (let i = 0; i < operations; i++) {
    const key = queue.peekValue()!;
    const id = queue.pop()!;
    sum = (Math.imul(sum, 31) + id) | 0;
    queue.push(id, key + delays[i]!);
  }
  return sum;
}

function heapOfObjects({ keys }: Hold): BinaryHeap<Entry> {
  const heap = new BinaryHeap<Entry>((a, b) => a.key - b.key);
  keys.forEach((key, id) => heap.push({ id, key }));
  return heap;
}

export default [
  comparison({
    title: "a million times the next event, due again later, with n events pending",
    sizes: [10, 20, 100, 1000, 10_000, 100_000, 1_000_000],
    input: hold,
    contenders: {
      NumericHeap: {
        run(input) {
          const heap = numericHeap(input);
          let sum = 0;
          for (let i = 0; i < operations; i++) {
            const key = heap.peekKey()!;
            const id = heap.pop()!;
            sum = (Math.imul(sum, 31) + id) | 0;
            heap.push(id, key + input.delays[i]!);
          }
          return sum;
        },
        holds: numericHeap,
      },
      flatqueue: {
        run: (input) => holdFlatqueue(flatQueue(input, new FlatQueue()), input),
        holds: (input) => flatQueue(input, new FlatQueue()),
      },
      "flatqueue of fixed capacity": {
        run: (input) => holdFlatqueue(flatQueue(input, new FlatQueue(input.keys.length)), input),
        holds: (input) => flatQueue(input, new FlatQueue(input.keys.length)),
      },
      "BinaryHeap of objects": {
        run(input) {
          const heap = heapOfObjects(input);
          let sum = 0;
          for (let i = 0; i < operations; i++) {
            const { id, key } = heap.pop()!;
            sum = (Math.imul(sum, 31) + id) | 0;
            heap.push({ id, key: key + input.delays[i]! });
          }
          return sum;
        },
        holds: heapOfObjects,
      },
    },
    bars: [
      { against: "flatqueue", atLeast: 1, at: 1000 },
      { against: "flatqueue of fixed capacity", atLeast: 1, at: 1000 },
    ],
  }),

  comparison({
    title: `push n jobs and pop them, ${passing} in all, by a comparison`,
    sizes: [100, 200, 2000, 20_000, 200_000, 2_000_000],
    input: (n, random): Job[][] => lists(n, () => ({ time: random.integer(0, 2 ** 30 - 1), name: "a job" })),
    contenders: {
      BinaryHeap: {
        run: (all) => passed(all, timeOf, () => new BinaryHeap(byTime)),
        holds: ([items]) => filled(new BinaryHeap(byTime), items!),
      },
      "BinaryHeap that has seen other comparisons"(all) {
        teachOtherComparisons();
        return passed(all, timeOf, () => new BinaryHeap(byTime));
      },
      "sorted array": (all) => passed(all, timeOf, () => new SortedArray(byTime)),
      "js-sdsl": {
        run: (all) => passed(all, timeOf, () => new PriorityQueue<Job>([], byTime)),
        holds: ([items]) => filled(new PriorityQueue([], byTime), items!),
      },
      tinyqueue: {
        run: (all) => passed(all, timeOf, () => new TinyQueue<Job>([], byTime)),
        holds: ([items]) => filled(new TinyQueue([], byTime), items!),
      },
      fastpriorityqueue: {
        run: (all) => fastPassed(all, timeOf, earlier),
        holds: ([items]) => fastQueue(earlier, items!),
      },
    },
    bars: ["js-sdsl", "tinyqueue", "fastpriorityqueue"].map((against) => ({
      against,
      atLeast: 1,
      at: 200_000,
    })),
  }),

  comparison({
    title: `push n numbers and pop them, ${passing} in all, by a comparison`,
    sizes: [100, 200, 2000, 20_000, 200_000, 2_000_000],
    input: (n, random) => lists(n, () => random.integer(0, 2 ** 30 - 1)),
    contenders: {
      BinaryHeap: (all) => passed(all, itself, () => new BinaryHeap(ascending)),
      "js-sdsl": (all) => passed(all, itself, () => new PriorityQueue<number>([], ascending)),
      tinyqueue: (all) => passed(all, itself, () => new TinyQueue<number>([], ascending)),
      fastpriorityqueue: (all) => fastPassed(all, itself, less),
    },
    bars: ["js-sdsl", "tinyqueue", "fastpriorityqueue"].map((against) => ({
      against,
      atLeast: 1,
      at: 200_000,
    })),
  }),
];

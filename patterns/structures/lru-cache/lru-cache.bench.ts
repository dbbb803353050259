import { LRUCache } from "lru-cache";
import { LRUMap } from "mnemonist";
import type { Random } from "#lab/problem/random.ts";
import { comparison } from "#bench/comparison.ts";
import { LruCache } from "./lru-cache.ts";

interface Requests<K> {
  readonly capacity: number;
  readonly keys: readonly K[];
}

/** What contenders have in common; they are called through a class of their own, each in its own process. */
interface Cache<K> {
  get: (key: K) => number | undefined;
  set: (key: K, value: number) => unknown;
}

/** Asks for every key, and stores it where it is missing. The answer depends on which requests hit. */
function getOrSet<K>(cache: Cache<K>, keys: readonly K[]): number {
  let answer = 0;
  for (let i = 0; i < keys.length; i++) {
    const found = cache.get(keys[i]!);
    if (found === undefined) cache.set(keys[i]!, i);
    else answer = (Math.imul(answer, 31) + found) | 0;
  }
  return answer;
}

/** A Map in insertion order, which looks for its oldest key from the front at each eviction. */
class OldestFromTheFront<K> implements Cache<K> {
  readonly #entries = new Map<K, number>();
  readonly #capacity: number;

  constructor(capacity: number) {
    this.#capacity = capacity;
  }

  get(key: K): number | undefined {
    const value = this.#entries.get(key);
    if (value === undefined) return undefined;
    this.#entries.delete(key);
    this.#entries.set(key, value);
    return value;
  }

  set(key: K, value: number): void {
    this.#entries.delete(key);
    this.#entries.set(key, value);
    if (this.#entries.size > this.#capacity) this.#entries.delete(this.#entries.keys().next().value as K);
  }
}

/** The same with one iterator for all evictions: all that it has passed is gone. */
class OneIteratorKept<K> implements Cache<K> {
  readonly #entries = new Map<K, number>();
  readonly #oldest = this.#entries.keys();
  readonly #capacity: number;

  constructor(capacity: number) {
    this.#capacity = capacity;
  }

  get(key: K): number | undefined {
    const value = this.#entries.get(key);
    if (value === undefined) return undefined;
    this.#entries.delete(key);
    this.#entries.set(key, value);
    return value;
  }

  set(key: K, value: number): void {
    this.#entries.delete(key);
    this.#entries.set(key, value);
    if (this.#entries.size > this.#capacity) this.#entries.delete(this.#oldest.next().value as K);
  }
}

const naive = "Map, keys().next() each time";
const kept = "Map, one keys() iterator kept";

/** Each fills a cache of capacity n, too, so that its memory can be weighed. */
function contenders<K>(keyOf: (i: number) => K) {
  const contender = (make: (capacity: number) => Cache<K>) => ({
    run: ({ capacity, keys }: Requests<K>) => getOrSet(make(capacity), keys),
    holds: ({ keys: { length } }: Requests<K>) => {
      const cache = make(length);
      for (let i = 0; i < length; i++) cache.set(keyOf(i), i);
      return cache;
    },
  });
  return {
    LruCache: contender((capacity) => new LruCache<K, number>(capacity)),
    [naive]: contender((capacity) => new OldestFromTheFront<K>(capacity)),
    [kept]: contender((capacity) => new OneIteratorKept<K>(capacity)),
    mnemonist: contender((capacity) => new LRUMap<K, number>(capacity)),
    "lru-cache": contender((capacity) => new LRUCache<K & {}, number>({ max: capacity }) as Cache<K>),
  };
}

/** For twice as many keys as fit in, those that come early in a random order more often. */
function requests<K>(n: number, random: Random, keyOf: (i: number) => K): Requests<K> {
  const capacity = n / 100;
  const keys = random.shuffled(Array.from({ length: 2 * capacity }, (_, i) => keyOf(i)));
  return {
    capacity,
    keys: Array.from({ length: n }, () => keys[Math.floor(keys.length * random.next() ** 2)]!),
  };
}

const integer = (i: number): number => i;
const string = (i: number): string => `user:${i.toString(36).padStart(5, "0")}`;

const sizes = [1e4, 1e5, 1e6, 1e7];
const bars = [{ against: "mnemonist", atLeast: 1, at: 1e6 }];

export default [
  comparison({
    title: "n requests: get, or set if missing; capacity n / 100, integer keys",
    sizes,
    input: (n, random) => requests(n, random, integer),
    contenders: contenders(integer),
    bars,
  }),
  comparison({
    title: "n requests: get, or set if missing; capacity n / 100, string keys",
    sizes,
    input: (n, random) => requests(n, random, string),
    contenders: contenders(string),
    bars,
  }),
  comparison({
    title: "a scan: n keys, each asked for once, through a cache of capacity n / 10",
    sizes: [1e3, 1e4, 1e5, 1e6],
    input: (n) => ({ capacity: n / 10, keys: Array.from({ length: n }, (_, i) => i) }),
    contenders: contenders(integer),
  }),
];

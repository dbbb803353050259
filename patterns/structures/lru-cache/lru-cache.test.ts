import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import fc from "fast-check";
import { expect, test } from "vitest";
import { LruCache } from "./lru-cache.ts";

/** A list, most recently used first: right by definition, and each method costs n. */
class Twin<K, V> {
  readonly capacity: number;
  entries: [K, V][] = [];

  constructor(capacity: number) {
    this.capacity = capacity;
  }

  private at(key: K): number {
    return this.entries.findIndex(([other]) => [other].includes(key));
  }

  has(key: K): boolean {
    return this.at(key) !== -1;
  }

  peek(key: K): V | undefined {
    return this.entries[this.at(key)]?.[1];
  }

  get(key: K): V | undefined {
    const at = this.at(key);
    if (at !== -1) this.entries.unshift(...this.entries.splice(at, 1));
    return at === -1 ? undefined : this.entries[0]![1];
  }

  set(key: K, value: V): void {
    this.delete(key);
    this.entries.unshift([Object.is(key, -0) ? (0 as K) : key, value]);
    if (this.entries.length > this.capacity) this.entries.pop();
  }

  evict(): [K, V] | undefined {
    return this.entries.pop();
  }

  delete(key: K): boolean {
    const at = this.at(key);
    if (at !== -1) this.entries.splice(at, 1);
    return at !== -1;
  }

  clear(): void {
    this.entries = [];
  }
}

/** One call. The time, its place in the history, serves for values that differ. */
type Step<K, V> = (cache: LruCache<K, V> | Twin<K, V>, time: number) => unknown;

/** Plays a history on both and compares each answer, and in the end everything that can be seen. */
function agreesWithTwin<K, V>(capacity: number, history: readonly Step<K, V>[], keys: readonly K[]): boolean {
  const cache = new LruCache<K, V>(capacity);
  const twin = new Twin<K, V>(capacity);
  if (!history.every((step, time) => same(step(cache, time), step(twin, time)))) return false;
  const seen = keys.every((key) => cache.has(key) === twin.has(key) && same(cache.peek(key), twin.peek(key)));
  return seen && cache.size === twin.entries.length && same([...cache], twin.entries);
}

function same(a: unknown, b: unknown): boolean {
  if (!Array.isArray(a) || !Array.isArray(b)) return Object.is(a, b);
  return a.length === b.length && a.every((element, i) => same(element, b[i]));
}

test("every history of up to four steps on three keys is that of a list kept in order of use", () => {
  const keys = ["a", "b", "c"];
  const steps = keys.flatMap((key): Step<string, number>[] => [
    (cache, time) => cache.set(key, time),
    (cache) => cache.get(key),
    (cache) => cache.delete(key),
  ]);
  steps.push((cache) => cache.evict());
  let histories: Step<string, number>[][] = [[]];
  for (let length = 0; length <= 4; length++) {
    for (const capacity of [1, 2, 3]) {
      const wrong = histories.find((history) => !agreesWithTwin(capacity, history, keys));
      expect(wrong?.map(String)).toBeUndefined();
    }
    if (length < 4) histories = histories.flatMap((history) => steps.map((step) => [...history, step]));
  }
});

const object = {};
const symbol = Symbol("key");
const hostile: readonly unknown[] = [
  ...["constructor", "__proto__", "toString", "", "0"],
  ...[0, -0, NaN, Infinity, 2 ** 31, -1, 0.5, 1n],
  ...[undefined, null, false, true, object, [], symbol],
];

type Call = (
  cache: LruCache<unknown, unknown> | Twin<unknown, unknown>,
  key: unknown,
  value: unknown,
) => unknown;

const calls: readonly { readonly weight: number; readonly call: Call }[] = [
  { weight: 8, call: (cache, key, value) => cache.set(key, value) },
  { weight: 4, call: (cache, key) => cache.get(key) },
  { weight: 2, call: (cache, key) => cache.delete(key) },
  { weight: 1, call: (cache, key) => cache.peek(key) },
  { weight: 1, call: (cache, key) => cache.has(key) },
  { weight: 1, call: (cache) => cache.evict() },
  { weight: 1, call: (cache) => cache.clear() },
];

test("any value is a key and any value can be stored, in random histories with every method", () => {
  const value = fc.constantFrom(...hostile);
  const call = fc.oneof(...calls.map(({ weight, call }) => ({ weight, arbitrary: fc.constant(call) })));
  const step = fc.tuple(call, value, value).map(
    ([call, key, value]): Step<unknown, unknown> =>
      (cache) =>
        call(cache, key, value),
  );
  const histories = fc.array(step, { maxLength: 120, size: "max" });
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 8 }), histories, (capacity, history) =>
      agreesWithTwin(capacity, history, hostile),
    ),
  );
});

test("whether a key is there does not depend on its value or on the key's", () => {
  for (const value of hostile) {
    const cache = new LruCache<unknown, unknown>(2);
    expect([cache.has(value), cache.get(value), cache.peek(value)]).toStrictEqual([
      false,
      undefined,
      undefined,
    ]);
    cache.set(value, value);
    expect([cache.has(value), cache.get(value), cache.peek(value)]).toStrictEqual([true, value, value]);
    expect([cache.delete(value), cache.delete(value), cache.has(value)]).toStrictEqual([true, false, false]);
  }
});

test("-0 and 0 are one key, given back as 0, and NaN is one key", () => {
  const cache = new LruCache<number, string>(3);
  cache.set(-0, "first");
  expect([...cache]).toStrictEqual([[0, "first"]]);
  cache.set(0, "second");
  cache.set(NaN, "first");
  cache.set(NaN, "second");
  expect([...cache]).toStrictEqual([
    [NaN, "second"],
    [0, "second"],
  ]);
});

test("has, peek and a get that finds nothing use nothing", () => {
  const cache = new LruCache<string, number>(2);
  cache.set("a", 1);
  cache.set("b", 2);
  cache.has("a");
  cache.peek("a");
  cache.get("z");
  cache.set("c", 3);
  expect([cache.has("a"), cache.has("b")]).toStrictEqual([false, true]);
});

test("evict takes out the entry that a set would have, even undefined under undefined, until nothing is left", () => {
  const cache = new LruCache<unknown, unknown>(2);
  cache.set(undefined, undefined);
  cache.set("a", 1);
  expect([cache.evict(), cache.size]).toStrictEqual([[undefined, undefined], 1]);
  cache.set("b", 2);
  cache.get("a");
  expect([cache.evict(), cache.evict(), cache.evict()]).toStrictEqual([["b", 2], ["a", 1], undefined]);
});

test("with a capacity of n, a scan of n + 1 keys in a circle never hits", () => {
  const cache = new LruCache<number, number>(5);
  let hits = 0;
  for (let i = 0; i < 60; i++) {
    if (cache.has(i % 6)) hits++;
    cache.set(i % 6, i);
  }
  expect(hits).toBe(0);
});

test("a walk shows the moment at which it began, and the cache may change meanwhile", () => {
  const cache = new LruCache<number, number>(3);
  for (const key of [1, 2, 3]) cache.set(key, key);
  const seen: number[] = [];
  for (const [key] of cache) {
    seen.push(key);
    cache.get(1);
    cache.delete(key);
    cache.set(key + 10, key);
    if (seen.length === 2) cache.clear();
  }
  expect(seen).toStrictEqual([3, 2, 1]);
  expect([...cache]).toStrictEqual([[11, 1]]);
});

test("changing an entry that a walk gave out changes nothing in the cache", () => {
  const cache = new LruCache<string, number>(1);
  cache.set("a", 1);
  for (const entry of cache) entry[1] = 2;
  expect(cache.peek("a")).toBe(1);
});

test("slots that were given back are used again, so there are never more than the capacity", () => {
  const cache = new LruCache<number, number>(4);
  for (let i = 0; i < 1000; i++) {
    cache.set(i, i);
    if (i % 3 === 0) cache.delete(i);
    if (i % 5 === 0) cache.delete(i - 2);
    if (i % 100 === 0) cache.clear();
    expect((cache as unknown as { keys: unknown[] }).keys.length).toBeLessThanOrEqual(5);
  }
});

test("entries go in order of use on both sides of 2^16, where the links get wider", () => {
  for (const capacity of [2 ** 16, 2 ** 16 + 2]) {
    const cache = new LruCache<number, number>(capacity);
    for (let key = 0; key < capacity + 3; key++) cache.set(key, -key);
    cache.get(4);
    expect([cache.evict(), cache.evict()]).toStrictEqual([
      [3, -3],
      [5, -5],
    ]);
    const misplaced = [...cache].findIndex(([key], i) => key !== (i === 0 ? 4 : capacity + 3 - i));
    expect([cache.size, misplaced]).toStrictEqual([capacity - 2, -1]);
  }
});

test("keys and values that left by any way are not kept alive", async () => {
  setFlagsFromString("--expose-gc");
  const collect = runInNewContext("gc") as () => void;
  const cache = new LruCache<object, object>(4);
  const left: WeakRef<object>[] = [];
  const stored = (): object => {
    const [key, value] = [{}, {}];
    left.push(new WeakRef(key), new WeakRef(value));
    cache.set(key, value);
    return key;
  };
  (() => {
    const key = stored();
    left.push(new WeakRef(cache.get(key)!));
    cache.set(key, object);
    cache.delete(key);
    stored();
    cache.clear();
    for (let i = 0; i < 3; i++) stored();
    for (let i = 0; i < 4; i++) cache.set({ i }, object);
    cache.delete(stored());
  })();
  const staying = {};
  cache.set(object, staying);
  await new Promise(setImmediate);
  collect();
  expect(left.map((reference) => reference.deref())).toStrictEqual(left.map(() => undefined));
  expect(cache.get(object)).toBe(staying);
});

/** How often links are read or written while `action` runs. */
function linksTouched(cache: LruCache<number, number>, action: () => unknown): number {
  let touched = 0;
  const fields = cache as unknown as { links: Int32Array };
  const { links } = fields;
  fields.links = new Proxy(links, {
    get(target, key) {
      touched++;
      return Reflect.get(target, key, target) as unknown;
    },
    set(target, key, value) {
      touched++;
      return Reflect.set(target, key, value, target);
    },
  });
  action();
  fields.links = links;
  return touched;
}

test("a method touches at most eleven links, however many entries there are", () => {
  const touched = [5, 5000].map((capacity) => {
    const cache = new LruCache<number, number>(capacity);
    for (let key = 0; key < capacity; key++) cache.set(key, key);
    const methods = [
      () => cache.get(2),
      () => cache.set(-1, 0),
      () => cache.set(3, 0),
      () => [cache.has(4), cache.peek(4)],
      () => cache.delete(4),
      () => cache.set(-2, 0),
      () => cache.evict(),
    ];
    return methods.map((method) => linksTouched(cache, method));
  });
  expect(touched[1]).toStrictEqual(touched[0]);
  expect(Math.max(...touched.flat())).toBeLessThanOrEqual(11);
});

test.each([0, -1, 1.5, NaN, Infinity, -Infinity, 2 ** 23 + 1, 2 ** 32, Number.MAX_SAFE_INTEGER])(
  "a capacity of %d is refused",
  (capacity) => {
    expect(() => new LruCache(capacity)).toThrow(
      new RangeError(`LruCache(${capacity}): the capacity is an integer from 1 to 8388608`),
    );
  },
);

test("capacities from 1 to 2^23 are accepted, and the room is not filled before it is needed", () => {
  expect(new LruCache(1).capacity).toBe(1);
  const cache = new LruCache<string, number>(2 ** 23);
  cache.set("a", 1);
  expect([cache.capacity, cache.size, cache.get("a")]).toStrictEqual([2 ** 23, 1, 1]);
});

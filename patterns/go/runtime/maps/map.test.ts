/** Go's built-in map: what it finds, how it ranges, and what it says to those who use it together. */
import { readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { nilSlice } from "../../slices/slices.ts";
import { any, float64, int, makeMap, nilMap, run, seeded, string } from "../runtime.ts";
import { everywhere, outcomes, seeds } from "../seeds.ts";

const golden = readFileSync(new URL("../golden/go1.23.5-panics.txt", import.meta.url), "utf8");

/** The first line Go 1.23.5 wrote. */
function recorded(name: string): string {
  return new RegExp(`--- ${name}\\nrc=2\\n(.*)\\n`).exec(golden)![1]!;
}

const firstLine = (errors: string): string => errors.split("\n").find((line) => /^(panic|fatal)/.test(line))!;

test("does what a plain map does", () => {
  const step = fc.tuple(fc.constantFrom("set", "delete", "get"), fc.nat(4), fc.nat(9));
  fc.assert(
    fc.property(fc.array(step, { maxLength: 40 }), (steps) => {
      const plain = new Map<number, number>();
      const { value } = run(function* () {
        const m = makeMap(int, int);
        for (const [name, key, stored] of steps) {
          if (name === "set") {
            plain.set(key, stored);
            yield* m.set(key, stored);
          } else if (name === "delete") {
            plain.delete(key);
            yield* m.delete(key);
          }
          expect(yield* m.getOk(key)).toEqual([plain.get(key) ?? 0, plain.has(key)]);
          expect(yield* m.get(key)).toBe(plain.get(key) ?? 0);
        }
        expect(m.len).toBe(plain.size);
        const seen: [number, number][] = [];
        for (const each = m.range(); yield* each.next();) seen.push([each.key, each.value]);
        return seen.sort();
      });
      expect(value).toEqual([...plain].sort());
    }),
  );
});

describe("keys", () => {
  test("0 and -0 are one key, kept as it was written last", () => {
    const { value } = run(function* () {
      const m = makeMap(float64, string);
      yield* m.set(0, "a");
      yield* m.set(-0, "b");
      const each = m.range();
      yield* each.next();
      return [m.len, yield* m.get(0), each.key];
    });
    expect(value).toEqual([1, "b", -0]);
  });

  test("each NaN is a new key that nobody finds or deletes, and that ranging meets", () => {
    const { value } = run(function* () {
      const m = makeMap(float64, int);
      yield* m.set(NaN, 1);
      yield* m.set(NaN, 2);
      yield* m.delete(NaN);
      const seen: number[] = [];
      for (const each = m.range(); yield* each.next();) seen.push(each.value);
      return [m.len, yield* m.getOk(NaN), seen.sort()];
    });
    expect(value).toEqual([2, [0, false], [1, 2]]);
  });

  test("objects are keys by identity, as pointers are", () => {
    const { value } = run(function* () {
      const m = makeMap(any, int);
      const one = {};
      yield* m.set(one, 1);
      return [yield* m.get(one), yield* m.get({})];
    });
    expect(value).toEqual([1, 0]);
  });

  test("slices, maps and functions are none, not even to look for in an empty map", () => {
    const messages = [[1.5], [], nilSlice(int), makeMap(string, int), () => 1].map(
      (key) => run(() => makeMap(any, int).get(key)).message,
    );
    expect(messages).toEqual(
      ["[]float64", "[]interface {}", "[]int", "map[string]int", "func()"].map(
        (name) => `runtime error: hash of unhashable type ${name}`,
      ),
    );
  });

  test("panics as Go does: map.unhashable", () => {
    const { errors } = run(() => makeMap(any, int).set([1], 1));
    expect(firstLine(errors)).toBe(recorded("map.unhashable"));
  });
});

describe("a nil map", () => {
  test("reads as empty, and deleting is nothing", () => {
    const { value } = run(function* () {
      const m = nilMap(string, int);
      yield* m.delete("a");
      return [m.isNil, m.len, yield* m.getOk("a"), yield* m.range().next()];
    });
    expect(value).toEqual([true, 0, [0, false], false]);
  });

  test("panics as Go does: map.nil", () => {
    const { errors } = run(() => nilMap(string, int).set("a", 1));
    expect(firstLine(errors)).toBe(recorded("map.nil"));
  });
});

describe("range", () => {
  test("comes in every order, and in the same one for the same seed", () => {
    const order = (seed: number): string | undefined =>
      run(
        function* () {
          const m = makeMap(int, int);
          for (let i = 0; i < 3; i++) yield* m.set(i, i);
          let keys = "";
          for (const each = m.range(); yield* each.next();) keys += String(each.key);
          return keys;
        },
        { policy: seeded(seed) },
      ).value;
    const orders = seeds.map(order);
    expect(new Set(orders).size).toBe(6);
    expect(seeds.map(order)).toEqual(orders);
  });

  test("does not meet what was deleted, meets what stays once, and has the values of then", () => {
    everywhere(
      function* () {
        const m = makeMap(int, string);
        for (let i = 0; i < 6; i++) yield* m.set(i, "old");
        const seen: number[] = [];
        for (const each = m.range(); yield* each.next();) {
          if (seen.length === 0) for (let i = 0; i < 6; i++) yield* m.set(i, "new");
          else expect(each.value).toBe("new");
          seen.push(each.key);
          yield* m.delete((each.key + 3) % 6);
        }
        return seen.map((key) => key % 3).sort();
      },
      (value) => {
        expect(value).toEqual([0, 1, 2]);
      },
    );
  });

  test("meets some of what is added, not always all, and ends although it is always added to", () => {
    const counts = outcomes(function* () {
      const m = makeMap(int, int);
      yield* m.set(0, 0);
      let count = 0;
      for (const each = m.range(); yield* each.next();) yield* m.set(++count, 0);
      return count;
    });
    expect(counts).toContain(1);
    expect(Math.max(...counts)).toBeGreaterThan(2);
  });
});

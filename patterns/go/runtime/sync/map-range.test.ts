/** What sync.Map's Range promises while others change the map. Ideas: Go 1.23, sync/map_test.go. */
import { describe, expect, test } from "vitest";
import { run, SyncMap } from "../runtime.ts";
import { everywhere, outcomes, together } from "../seeds.ts";

describe("range", () => {
  test("stops when it is told to", () => {
    const { value } = run(function* () {
      const m = new SyncMap<number, number>();
      for (let i = 0; i < 10; i++) yield* m.store(i, i);
      let calls = 0;
      yield* m.range(() => ++calls < 3);
      return calls;
    });
    expect(value).toBe(3);
  });

  test("gives every key that stays, none twice, and only values the key has had", () => {
    everywhere(
      function* () {
        const m = new SyncMap<number, number>();
        for (let i = 0; i < 4; i++) yield* m.store(i, i);
        const seen: [number, number][] = [];
        yield* together(
          () => m.range((...entry) => seen.push(entry) > 0),
          function* () {
            for (let i = 0; i < 4; i += 2) yield* m.store(i, 10 + i);
            yield* m.delete(1);
            yield* m.store(9, 9);
          },
        );
        return seen;
      },
      (value) => {
        const keys = value.map(([key]) => key);
        expect(new Set(keys).size).toBe(keys.length);
        expect(keys).toEqual(expect.arrayContaining([0, 2, 3]));
        for (const [key, stored] of value) expect([key, key + 10]).toContain(stored);
      },
    );
  });

  test("may be nested, and may delete what it meets", () => {
    const { value, errors } = run(function* () {
      const m = new SyncMap<number, string>();
      for (let i = 0; i < 5; i++) yield* m.store(i, "x");
      let calls = 0;
      yield* m.range(function* (outer) {
        yield* m.range(function* (key) {
          calls++;
          if (key !== outer) yield* m.delete(key);
          return true;
        });
        return true;
      });
      return calls;
    });
    expect([errors, value]).toEqual(["", 5]);
  });

  test("comes in different orders", () => {
    const orders = outcomes(function* () {
      const m = new SyncMap<number, number>();
      for (let i = 0; i < 3; i++) yield* m.store(i, i);
      let order = "";
      yield* m.range((key) => (order += String(key)) !== "");
      return order;
    });
    expect(orders.size).toBe(6);
  });
});

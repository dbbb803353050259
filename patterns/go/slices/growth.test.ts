/** Capacities recorded from a real Go 1.23.5 on linux/amd64. */
import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { array, int, int64, of, pointer, type Type, uint8, unit } from "../runtime/runtime.ts";
import { grownCap, roundUpSize } from "./growth.ts";
import { append, makeSlice, nilSlice, type Slice, sliceArray, sliceOf, sliceType } from "./slices.ts";

interface Recorded {
  readonly append_growth: Readonly<Record<string, readonly number[]>>;
  readonly append_batch_int64_full_slice: readonly (readonly [
    len: number,
    more: number,
    to: number,
    cap: number,
  ])[];
  readonly roundup_noscan_changepoints: readonly (readonly [from: number, size: number])[];
  readonly roundup_ptr_words_changepoints: readonly (readonly [from: number, size: number])[];
}
const path = new URL("golden/go1.23.5-vectors.json", import.meta.url);
const recorded = JSON.parse(readFileSync(path, "utf8")) as Recorded;

/** "noscan24" is a type of 24 bytes without pointers, "ptr24" one of three pointers. */
function typeNamed(name: string): Type<unknown> {
  const [, kind, bytes] = /^(noscan|ptr)(\d+)$/.exec(name)!;
  return kind === "ptr" ? array(Number(bytes) / 8, pointer()) : array(Number(bytes), uint8);
}

/** The capacities that a slice goes through when elements are appended one by one. */
function capacities<T>(element: Type<T>, count: number): number[] {
  const found: number[] = [];
  let s: Slice<T> = nilSlice(element);
  while (found.length < count) {
    s = append(s, element.zero);
    if (s.cap !== found.at(-1)) found.push(s.cap);
  }
  return found;
}

test("the record has all that was recorded", () => {
  expect(Object.keys(recorded.append_growth)).toHaveLength(31);
  expect(recorded.append_batch_int64_full_slice).toHaveLength(84);
});

describe("appending one by one grows as Go does", () => {
  test.each(Object.entries(recorded.append_growth))("%s", (name, expected) => {
    expect(capacities(typeNamed(name), expected.length)).toEqual(expected);
  });

  test("a slice of slices grows as three words with a pointer do", () => {
    const expected = recorded.append_growth.ptr24!;
    expect(capacities(sliceType(int), expected.length)).toEqual(expected);
  });
});

test("appending many at once to a full slice grows as Go does", () => {
  const found = recorded.append_batch_int64_full_slice.map(([len, more]) => {
    const s = append(makeSlice(int64, len), ...new Array<number>(more).fill(1));
    return [len, more, s.len, s.cap];
  });
  expect(found).toEqual(recorded.append_batch_int64_full_slice);
});

describe("the allocator rounds every size as Go's does", () => {
  test.each([
    ["without pointers", recorded.roundup_noscan_changepoints, 1, true],
    ["with pointers, in words", recorded.roundup_ptr_words_changepoints, 8, false],
  ])("%s", (_, changes, unit, noscan) => {
    const last = changes.at(-1)!;
    for (let size = 1, at = 0; size <= last[1]; size++) {
      if (changes[at + 1]?.[0] === size) at++;
      if (roundUpSize(size * unit, noscan) !== changes[at]![1] * unit)
        expect.fail(`${size}: ${roundUpSize(size * unit, noscan)}`);
    }
    // The recorded change points are all there are.
    const found: [number, number][] = [];
    for (let size = 1; size <= last[0]; size++) {
      const rounded = roundUpSize(size * unit, noscan) / unit;
      if (found.at(-1)?.[1] !== rounded) found.push([size, rounded]);
    }
    expect(found).toEqual(changes);
  });
});

describe("at the edges", () => {
  test("elements of no bytes get exactly the capacity that is needed", () => {
    expect(capacities(unit, 5)).toEqual([1, 2, 3, 4, 5]);
    expect(grownCap(unit, 1000, 999)).toBe(1000);
  });

  test("what would take more than 48 bits of bytes panics, and one byte less does not", () => {
    const huge = of(0, "huge", 2 ** 40, false);
    expect(grownCap(huge, 256, 128)).toBe(256);
    expect(grownCap(huge, 200, 100)).toBe(200);
    expect(() => grownCap(huge, 257, 256)).toThrow("runtime error: growslice: len out of range");
    expect(() => append(makeSlice(of(0, "huge", 2 ** 47, false), 2), 1)).toThrow(
      "growslice: len out of range",
    );
  });

  test("a literal and make have exactly the capacity asked for", () => {
    expect(sliceOf(int, 1, 2, 3, 4, 5).cap).toBe(5);
    expect(makeSlice(int, 0, 5).cap).toBe(5);
    expect(makeSlice(int, 5).cap).toBe(5);
  });
});

describe("growth is worth its price", () => {
  /** An array that counts how often an element is read. */
  function counted(array: number[], read: () => unknown): number[] {
    return new Proxy(array, {
      get(target, key) {
        if (typeof key === "string" && /^\d+$/.test(key)) read();
        return Reflect.get(target, key) as unknown;
      },
    });
  }

  test("within the capacity nothing is copied; beyond it each element once, and the capacity never shrinks", () => {
    let reads = 0;
    let s = sliceArray(
      int,
      counted([], () => reads++),
    );
    let total = 0;
    for (let n = 0; n < 3000; n++) {
      const next = append(s, n);
      if (reads !== (n === s.cap ? n : 0)) expect.fail(`${reads} reads to append to ${n} elements`);
      expect(next.cap).toBeGreaterThanOrEqual(s.cap);
      total += reads;
      reads = 0;
      // Five: after a growth by a quarter, all copies so far add up to at most len * (1 + 4/5 + 16/25 + ...).
      expect(total).toBeLessThanOrEqual(5 * next.len);
      s =
        next.array === s.array
          ? next
          : sliceArray(
              int,
              counted(next.array!, () => reads++),
              0,
              next.len,
            );
    }
    expect(s.toArray(3000)).toEqual(Array.from({ length: 3000 }, (_, n) => n));
  });

  test("each growth is by a quarter at least, so a series of n appends copies O(n) elements", () => {
    for (const element of [uint8, int, pointer(), array(3, uint8), sliceType(int)])
      for (let cap = 1; cap < 1e9; cap = grownCap(element, cap + 1, cap)) {
        const grown = grownCap(element, cap + 1, cap);
        if (grown < 1.25 * cap) expect.fail(`${element.name}: from ${cap} to ${grown}`);
      }
  });
});

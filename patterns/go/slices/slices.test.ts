import { describe, expect, test } from "vitest";
import { int, pointer, string, unit } from "../runtime/runtime.ts";
import {
  append,
  appendSlice,
  clear,
  copy,
  makeSlice,
  nilSlice,
  sliceArray,
  sliceOf,
  sliceType,
} from "./slices.ts";

describe("append", () => {
  test("within the capacity writes over what a longer slice sees; beyond it leaves that alone", () => {
    const whole = sliceOf(int, 1, 2, 3, 4);
    append(whole.slice(0, 2), 30);
    expect(String(whole)).toBe("[1 2 30 4]");
    append(whole.slice(0, 2, 2), 40);
    append(whole, 50).set(0, 10);
    expect(String(whole)).toBe("[1 2 30 4]");
  });

  test("what lies between len and cap is zero in a new array, even if it was not in the old one", () => {
    const s = sliceOf(int, 1, 2, 3, 4, 5).slice(0, 2, 2);
    const grown = append(s, 9);
    expect(grown.slice(0, grown.cap).toArray(grown.cap)).toEqual([1, 2, 9, 0]);
  });

  test("of nothing is the same slice: nil stays nil, and an empty one stays empty", () => {
    expect(append(nilSlice(int)).isNil).toBe(true);
    expect(appendSlice(nilSlice(int), sliceOf(int)).isNil).toBe(true);
    expect(append(sliceOf(int)).isNil).toBe(false);
    expect(append(nilSlice(unit), undefined)).toMatchObject({ isNil: false, len: 1, cap: 1 });
  });

  test("of a slice to itself reads before it writes", () => {
    const s = sliceOf(int, 1, 2, 3, 0, 0, 0);
    expect(String(appendSlice(s.slice(0, 3), s.slice(1, 4)))).toBe("[1 2 3 2 3 0]");
    expect(String(appendSlice(s.slice(0, 1), s.slice(0, 3)))).toBe("[1 1 2 3]");
  });
});

describe("copy", () => {
  test("moves every range of six cells to every other as though through a second array", () => {
    for (let to = 0; to < 6; to++)
      for (let from = 0; from < 6; from++)
        for (let n = 0; n <= 6 - from; n++) {
          const array = [1, 2, 3, 4, 5, 6];
          const expected = [...array];
          array.slice(from, from + n).forEach((value, i) => to + i < 6 && (expected[to + i] = value));
          expect(copy(sliceArray(int, array, to), sliceArray(int, array, from, from + n))).toBe(
            Math.min(n, 6 - to),
          );
          expect(array).toEqual(expected);
        }
  });

  test("between arrays does not care which of them is further on", () => {
    const from = sliceOf(string, "a", "b", "c");
    const to = makeSlice(string, 5);
    expect(copy(to.slice(3), from.slice(1))).toBe(2);
    expect(to.toArray(5)).toEqual(["", "", "", "b", "c"]);
  });
});

describe("nil and empty", () => {
  test("a nil slice is empty, and so is every slice of it, which is nil too", () => {
    expect(nilSlice(int)).toMatchObject({ isNil: true, len: 0, cap: 0 });
    expect(nilSlice(int).slice(0, 0, 0).isNil).toBe(true);
    expect([...nilSlice(int)]).toEqual([]);
    clear(nilSlice(int));
    expect(copy(nilSlice(int), sliceOf(int, 1))).toBe(0);
    expect(nilSlice(int).toArray(0)).toEqual([]);
  });

  test.each([
    ["make([]int, 0)", makeSlice(int, 0)],
    ["[]int{}", sliceOf(int)],
    ["s[0:0]", sliceOf(int, 1).slice(0, 0, 0)],
    ["array[0:0]", sliceArray(int, [])],
  ])("%s is empty and not nil", (_, s) => {
    expect(s).toMatchObject({ isNil: false, len: 0 });
  });

  test("the elements of a new slice of slices are nil, and can be appended to", () => {
    const rows = makeSlice(sliceType(int), 2);
    expect(rows.get(0).isNil).toBe(true);
    rows.set(1, append(rows.get(1), 7));
    expect(String(rows)).toBe("[[] [7]]");
    expect(sliceType(sliceType(int)).name).toBe("[][]int");
  });
});

describe("range", () => {
  test("takes the length once, and each element when its turn comes", () => {
    let s = sliceOf(int, 1, 2, 3).slice(0, 3);
    const pairs: [number, number][] = [];
    for (const [i, v] of s) {
      pairs.push([i, v]);
      if (i === 0) s.set(1, 20);
      s = append(s, 99);
      if (i === 1) s.set(2, 30); // of the array that append has made
    }
    expect(pairs).toEqual([
      [0, 1],
      [1, 20],
      [2, 3],
    ]);
    expect(s.len).toBe(6);
  });
});

describe("arrays", () => {
  test("a slice of an array shares it; a conversion back is a copy", () => {
    const array = [1, 2, 3];
    const s = sliceArray(int, array, 1);
    s.set(0, 20);
    const copied = s.toArray(2);
    copied[1] = 99;
    expect(array).toEqual([1, 20, 3]);
    expect(sliceArray(int, array, 0, 1, 2)).toMatchObject({ len: 1, cap: 2 });
  });

  test("an array shorter than the slice takes its beginning", () => {
    expect(sliceOf(int, 1, 2, 3).toArray(2)).toEqual([1, 2]);
  });
});

test("a slice is shown as fmt.Println shows it", () => {
  expect(String(nilSlice(int))).toBe("[]");
  expect(String(sliceOf(int, 1, 2))).toBe("[1 2]");
  expect(String(makeSlice(pointer(), 1))).toBe("[<nil>]");
});

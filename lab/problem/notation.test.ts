import fc from "fast-check";
import { expect, test } from "vitest";
import { notation } from "./notation.ts";

test("plain data reads as it is typed in", () => {
  const values = fc.jsonValue({ maxDepth: 3 }).filter((value) => !JSON.stringify(value).includes("{"));
  fc.assert(
    fc.property(values, (value) => JSON.stringify(JSON.parse(notation(value))) === JSON.stringify(value)),
  );
});

test.each<[unknown, string]>([
  [NaN, "NaN"],
  [undefined, "undefined"],
  [-0, "0"],
  [5n, "5n"],
  [[1, , 2], "[1, (missing), 2]"], // eslint-disable-line no-sparse-arrays -- that is the point
  [["a\n"], '["a\\n"]'],
  [{ k: 1, nums: [1] }, "{ k: 1, nums: [1] }"],
])("%o is named", (value, text) => {
  expect(notation(value)).toBe(text);
});

test("an array within itself is named, and one that merely stands twice is written twice", () => {
  const cyclic: unknown[] = [1];
  cyclic.push(cyclic);
  expect(notation(cyclic)).toBe("[1, (the array itself)]");
  const twice = [1];
  expect(notation([twice, twice])).toBe("[[1], [1]]");
});

test("a long value is cut, with the number of elements left out", () => {
  const text = notation(
    Array.from({ length: 1e5 }, (_, i) => i),
    60,
  );
  expect(text.length).toBeLessThanOrEqual(60);
  expect(text).toMatch(/^\[0, 1, 2.*…/);
});

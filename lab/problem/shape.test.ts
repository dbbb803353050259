import { describe, expect, test } from "vitest";
import { elementShape, misfit } from "./shape.ts";

const withExtra = Object.assign([1], { extra: 1 });
const holey = [1, , 3]; // eslint-disable-line no-sparse-arrays -- that is the point

describe("what fits", () => {
  test.each<[string, unknown]>([
    ["number", 1],
    ["number", Infinity],
    ["string", ""],
    ["boolean", false],
    ["null", null],
    ["number[]", []],
    ["number[][]", [[1], []]],
    ["(number | null)[]", [1, null]],
    ["number | null", null],
    ["(number | string)[][]", [[1, "a"]]],
    ["string | number[]", [1]],
  ])("%s: %j", (shape, value) => {
    expect(misfit(shape, value)).toBeUndefined();
  });
});

describe("what does not fit is told where and what:", () => {
  test.each<[string, unknown, string]>([
    ["number", NaN, "it is NaN"],
    ["number", "1", "it is a string"],
    ["number", undefined, "it is undefined"],
    ["number", 1n, "it is a bigint"],
    ["boolean", 1, "it is a number"],
    ["null", undefined, "it is undefined"],
    ["number[]", 1, "it is a number"],
    ["number[]", { 0: 1, length: 1 }, "it is an object"],
    ["number[]", [1, "2"], "element 1 is a string"],
    ["number[]", [1, NaN], "element 1 is NaN"],
    ["number[]", holey, "element 1 is missing"],
    ["number[]", withExtra, "it carries properties that are no elements"],
    ["number[][]", [[1], [undefined]], "in element 1, element 0 is undefined"],
    ["(number | null)[]", [undefined], "element 0 is undefined"],
  ])("%s: %o", (shape, value, why) => {
    expect(misfit(shape, value)).toBe(why);
  });
});

test.each(["numbers", "(number", "number]", "number |", "", "number number"])(
  "the shape %j is refused",
  (shape) => {
    expect(() => misfit(shape, 1)).toThrow(SyntaxError);
  },
);

test("the shape of an array's elements", () => {
  expect(["number[]", "(number | null)[]", "number[][]", "number"].map(elementShape)).toEqual([
    "number",
    "number | null",
    "number[]",
    undefined,
  ]);
});

import { expect, test } from "vitest";
import { bytes, count, duration, factor, share, withRange } from "./numbers.ts";

test("an amount has three digits that matter, in the largest unit that leaves something before the point", () => {
  const milliseconds = [0, 1e-6, 9.99e-4, 0.001, 1, 1.234, 12.345, 999.4, 999.6, 61_000];
  expect(milliseconds.map(duration)).toEqual([
    "0 ns",
    "1 ns",
    "999 ns",
    "1.00 µs",
    "1.00 ms",
    "1.23 ms",
    "12.3 ms",
    "999 ms",
    "1.00 s",
    "61.0 s",
  ]);
  expect([0, 1023, 1024, 1536, 2 ** 20, 2 ** 50].map(bytes)).toEqual([
    "0 B",
    "1023 B",
    "1.00 KiB",
    "1.50 KiB",
    "1.00 MiB",
    "1024 TiB",
  ]);
});

test("a share has one digit behind the point, and nothing is no share of nothing", () => {
  expect([share(1, 3), share(3, 3), share(0, 0)]).toEqual(["33.3 %", "100.0 %", "0.0 %"]);
});

test("large numbers are written in groups of three, factors with two or three digits", () => {
  expect([0, 999, 1000, 1_234_567].map(count)).toEqual([
    "0",
    "999",
    "1\u{202f}000",
    "1\u{202f}234\u{202f}567",
  ]);
  expect([1.04, 2.345, 15.67, 123.4, 12_345].map(factor)).toEqual([
    "1×",
    "2.3×",
    "15.7×",
    "123×",
    "12\u{202f}345×",
  ]);
});

test("a ratio stands before its range, which may look different", () => {
  const ratio = { median: 2.345, low: 2.04, high: 15.67 };
  expect(withRange(ratio)).toBe("2.3× (2× to 15.7×)");
  expect(withRange(ratio, (range) => `<i>${range}</i>`)).toBe("2.3× <i>(2× to 15.7×)</i>");
});

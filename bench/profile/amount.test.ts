import { expect, test } from "vitest";
import { share, size, time } from "./amount.ts";

test("an amount has three digits that matter, in the largest unit that leaves something before the point", () => {
  expect([0, 1, 999, 999.4, 1000, 1234, 12_345, 999_400, 999_600, 61_000_000].map(time)).toEqual([
    "0 µs",
    "1 µs",
    "999 µs",
    "999 µs",
    "1.00 ms",
    "1.23 ms",
    "12.3 ms",
    "999 ms",
    "1.00 s",
    "61.0 s",
  ]);
  expect([0, 1023, 1024, 1536, 2 ** 20, 2 ** 50].map(size)).toEqual([
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

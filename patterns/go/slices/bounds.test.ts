/** What goes wrong, in Go's words: those recorded from a real Go 1.23.5, and every other form that runtime/error.go has. */
import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { int, int8, Misuse, of, Panic, RuntimeError, run, unit } from "../runtime/runtime.ts";
import { makeSlice, nilSlice, type Slice, sliceArray, sliceOf } from "./slices.ts";
import { goString } from "./strings.ts";

const path = new URL("../runtime/golden/go1.23.5-panics.txt", import.meta.url);
const recorded = new Map(
  readFileSync(path, "utf8")
    .split(/^--- /m)
    .map((entry) => [entry.split("\n")[0]!, /^panic: (.*)$/m.exec(entry)?.[1]]),
);

const three = (): Slice<number> => makeSlice(int, 3);

describe("a program ends with the words and the status of the real one", () => {
  test.each<[string, () => unknown]>([
    ["idx", () => three().get(5)],
    ["idx.neg", () => three().get(-1)],
    ["slice.hi", () => three().slice(0, 5)],
    ["slice.lohi", () => three().slice(2, 1)],
    ["slice.3", () => three().slice(0, 1, 5)],
    ["slice.str", () => goString("abc").slice(0, 5)],
    ["slice.conv", () => three().toArray(4)],
    ["makeslice.len", () => makeSlice(int, -1)],
    ["makeslice.cap", () => makeSlice(int, 2, 1)],
  ])("%s", (key, main) => {
    expect(recorded.get(key)).toMatch(/^runtime error: /);
    const { exitCode, errors } = run(function* () {
      main();
      yield* [];
    });
    expect(exitCode).toBe(2);
    expect(errors.split("\n")[0]).toBe(`panic: ${recorded.get(key)}`);
  });
});

describe("every form there is", () => {
  const five = (): Slice<number> => sliceOf(int, 1, 2, 3, 4, 5).slice(0, 3);
  const array = [1, 2, 3];
  test.each<[string, () => unknown]>([
    ["index out of range [3] with length 3", () => five().get(3)],
    ["index out of range [3] with length 3", () => five().set(3, 0)],
    ["index out of range [-1]", () => five().set(-1, 0)],
    ["index out of range [0] with length 0", () => nilSlice(int).get(0)],
    ["index out of range [3] with length 3", () => goString("abc").get(3)],
    ["index out of range [-1]", () => goString("abc").get(-1)],
    ["slice bounds out of range [:6] with capacity 5", () => five().slice(0, 6)],
    ["slice bounds out of range [:1] with capacity 0", () => nilSlice(int).slice(0, 1)],
    ["slice bounds out of range [:4] with length 3", () => sliceArray(int, array, 0, 4)],
    ["slice bounds out of range [:4] with length 3", () => goString("abc").slice(0, 4)],
    ["slice bounds out of range [:-1]", () => five().slice(0, -1)],
    ["slice bounds out of range [:-1]", () => goString("abc").slice(0, -1)],
    ["slice bounds out of range [4:3]", () => five().slice(4)],
    ["slice bounds out of range [4:3]", () => goString("abc").slice(4)],
    ["slice bounds out of range [-1:]", () => five().slice(-1)],
    ["slice bounds out of range [::6] with capacity 5", () => five().slice(0, 1, 6)],
    ["slice bounds out of range [::4] with length 3", () => sliceArray(int, array, 0, 1, 4)],
    ["slice bounds out of range [::-1]", () => five().slice(0, 1, -1)],
    ["slice bounds out of range [:4:3]", () => five().slice(0, 4, 3)],
    ["slice bounds out of range [:-1:]", () => five().slice(0, -1, 3)],
    ["slice bounds out of range [3:2:]", () => five().slice(3, 2, 4)],
    ["slice bounds out of range [-1::]", () => five().slice(-1, 2, 4)],
    [
      "cannot convert slice with length 3 to array or pointer to array with length 5",
      () => five().toArray(5),
    ],
    ["makeslice: len out of range", () => makeSlice(int, 2 ** 45 + 1)],
    ["makeslice: len out of range", () => makeSlice(int, 2 ** 50, 1)],
    ["makeslice: cap out of range", () => makeSlice(int, 1, 2 ** 45 + 1)],
    ["makeslice: cap out of range", () => makeSlice(int, 0, -1)],
    ["makeslice: cap out of range", () => makeSlice(of(0, "T", 2 ** 47), 1, 3)],
  ])("%s", (text, main) => {
    expect(textOf(main)).toBe(`runtime error: ${text}`);
  });

  test("the rightmost index that is wrong is the one named", () => {
    expect(textOf(() => three().slice(-1, 9))).toContain("[:9]");
    expect(textOf(() => three().slice(-1, -2, 9))).toContain("[::9]");
    expect(textOf(() => three().slice(-1, 9, 3))).toContain("[:9:3]");
  });
});

describe("slicing succeeds exactly within bounds", () => {
  const indices = [-2, -1, 0, 1, 2, 3, 4, 5];
  const base = sliceOf(int, 10, 11, 12, 13);

  test("for every two and every three indices into every window of four cells", () => {
    for (const offset of [0, 1, 2, 3, 4])
      for (const cap of indices.filter((cap) => cap >= 0 && cap <= 4 - offset))
        for (const len of indices.filter((len) => len >= 0 && len <= cap)) {
          const s = base.slice(offset, offset + len, offset + cap);
          for (const low of indices)
            for (const high of indices) {
              const within = 0 <= low && low <= high;
              check([low, high], within && high <= cap, () => s.slice(low, high), offset + low, cap);
              for (const max of indices) {
                const ordered = within && high <= max && max <= cap;
                check([low, high, max], ordered, () => s.slice(low, high, max), offset + low, max);
              }
            }
        }
  });

  /** Is what comes back [low, high) of the window, with room up to `end`, or a panic? */
  function check(
    [low, high, ...max]: readonly [number, number, ...number[]],
    allowed: boolean,
    sliced: () => Slice<number>,
    offset: number,
    end: number,
  ): void {
    const got = attempt(sliced) as Slice<number>;
    const isRight = allowed
      ? got.offset === offset && got.len === high - low && got.cap === end - low
      : got instanceof Panic;
    if (!isRight) expect.fail(`[${[low, high, ...max].join(":")}]: ${JSON.stringify(got)}`);
  }

  test("what is left out is 0 and len, not the capacity", () => {
    const s = base.slice(1, 3);
    expect(s.slice()).toMatchObject({ offset: 1, len: 2, cap: 3 });
    expect(s.slice(1)).toMatchObject({ offset: 2, len: 1, cap: 2 });
    expect(s.slice(undefined, 3)).toMatchObject({ offset: 1, len: 3, cap: 3 });
  });
});

test("the largest sizes allowed are refused for want of memory here, not by Go's rules", () => {
  expect(() => makeSlice(int, 0, 2 ** 45)).toThrow(Misuse);
  expect(() => makeSlice(int8, 2 ** 48)).toThrow(Misuse);
  expect(() => makeSlice(unit, 2 ** 50)).toThrow(Misuse);
  expect(makeSlice(of(0, "T", 2 ** 47), 1, 2)).toMatchObject({ len: 1, cap: 2 });
});

test.each([0.5, NaN, Infinity])("%s is no index, which a compiler would have said", (i) => {
  for (const use of [
    () => three().get(i),
    () => three().set(i, 0),
    () => three().slice(i),
    () => three().slice(0, i),
    () => three().slice(0, 1, i),
    () => three().toArray(i),
    () => makeSlice(int, i),
    () => makeSlice(int, 0, i),
    () => goString("abc").get(i),
  ])
    expect(use).toThrow(new Misuse(`${i}: an index or a length is a whole number`));
});

function attempt(f: () => unknown): unknown {
  try {
    return f();
  } catch (thrown) {
    return thrown;
  }
}

/** The text of the runtime error that it panics with. */
function textOf(f: () => unknown): string {
  const thrown = attempt(f);
  if (!(thrown instanceof Panic) || !(thrown.value instanceof RuntimeError))
    throw new Error("no runtime error");
  return thrown.message;
}

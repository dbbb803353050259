/** Where a report says it happened: the program's own file and line, never the runtime's. */
import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import {
  exit,
  type Go,
  go,
  gosched,
  int,
  makeChan,
  Minute,
  Mutex,
  panic,
  println,
  run,
  sleep,
} from "./runtime.ts";

const source = readFileSync(import.meta.filename, "utf8").split("\n");

/** The lines of this file that a report names, by the comment that stands there. */
function marks(errors: string): string[] {
  return [...errors.matchAll(/reports\.test\.ts:(\d+):\d+/g)].map(
    ([, line]) => /\/\/ (.*)$/.exec(source[Number(line) - 1]!)?.[1] ?? `line ${line}`,
  );
}

function* inner(): Go {
  yield* gosched();
  panic("x"); // panics
}

describe("a report names", () => {
  test("the frames of a panic, innermost first, and who started the goroutine", () => {
    const { errors } = run(function* () {
      go(function* worker() {
        yield* inner(); // calls
      }); // end
      yield* makeChan(int).recv();
    });
    expect(marks(errors).slice(0, 2)).toEqual(["panics", "calls"]);
    expect(errors).toContain("goroutine 18 [running]:");
    expect(errors).toMatch(/created by .* in goroutine 1\n/);
  });

  test("where nothing was dereferenced, though the panic is made by the runtime", () => {
    const { errors } = run(function* () {
      yield* gosched();
      const node = null as unknown as { next: number };
      node.next++; // dereferences
    });
    expect(marks(errors)[0]).toBe("dereferences");
  });

  test("where a mutex was unlocked that was not locked", () => {
    const { errors } = run(function* () {
      yield* new Mutex().unlock(); // unlocks
    });
    expect(marks(errors)[0]).toBe("unlocks");
  });

  test("where each goroutine of a deadlock stands, and how long, in minutes", () => {
    const { errors, goroutines } = run(function* () {
      const c = makeChan(int);
      go(function* () {
        yield* sleep(3 * Minute);
        yield* c.recv(); // waits
      });
      yield* makeChan(int).send(1); // sends
    });
    expect(marks(errors).slice(0, 2)).toEqual(["sends", "waits"]);
    expect(errors).toContain("goroutine 1 [chan send, 3 minutes]:");
    expect(errors).toContain("goroutine 18 [chan receive]:");
    expect(goroutines.map(({ id, parent, waited }) => [id, parent, waited])).toEqual([
      [1, 0, 3 * Minute],
      [18, 1, 0],
    ]);
  });

  test("no line of the runtime", () => {
    const { errors } = run(function* () {
      yield* new Mutex().unlock();
    });
    expect(errors).not.toMatch(/runtime\/(?!reports\.test\.ts)|node:/);
  });
});

describe("a panic's text", () => {
  const text = (value: unknown): string =>
    run(function* (): Go {
      yield* gosched();
      panic(value);
    }).errors.split("\n\n")[0]!;

  test.each([
    ["two\nlines\n", "panic: two\n\tlines\n\t"],
    [new Error("a\nb"), "panic: a\n\tb"],
    [4.2, "panic: +4.200000e+000"],
    [-1.5e-9, "panic: -1.500000e-009"],
    [1.25e300, "panic: +1.250000e+300"],
    [NaN, "panic: NaN"],
    [-Infinity, "panic: -Inf"],
    [7, "panic: 7"],
    [{ id: 1n }, "panic: { id: 1n }"],
    [Object.create(null), "panic: [Object: null prototype] {}"],
  ])("is as Go prints it, %#", (value, expected) => {
    expect(text(value)).toBe(expected);
  });
});

test("who runs waits for nothing, however long ago it last did", () => {
  const { errors } = run(function* () {
    yield* sleep(3 * Minute);
    panic("x");
  });
  expect(errors).toContain("goroutine 1 [running]:");
});

test("after exit nothing is printed any more, whoever catches what it throws, and the code is a byte", () => {
  const { output, exitCode } = run(function* () {
    yield* gosched();
    try {
      println("before");
      exit(256 + 3);
    } finally {
      println("after");
    }
  });
  expect({ output, exitCode }).toEqual({ output: "before\n", exitCode: 3 });
});

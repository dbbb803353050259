/** Go's built-in map in several hands: races, and the fatal errors that tell of them by chance. */
import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { type Go, go, goLike, int, makeMap, run, seeded, sleep, WaitGroup } from "../runtime.ts";
import { seeds, together } from "../seeds.ts";

const golden = readFileSync(new URL("../golden/go1.23.5-panics.txt", import.meta.url), "utf8");

/** The first line Go 1.23.5 wrote. */
function recorded(name: string): string {
  return new RegExp(`--- ${name}\\nrc=2\\n(.*)\\n`).exec(golden)![1]!;
}

const firstLine = (errors: string): string => errors.split("\n").find((line) => /^(panic|fatal)/.test(line))!;

describe("used together without a lock", () => {
  /** How runs of two goroutines end. */
  function endings(first: string, second: string, filled = true): Set<string> {
    const act = (m: ReturnType<typeof makeMap<number, number>>, name: string): (() => Go) =>
      function* () {
        if (name === "write") yield* m.set(1, 1);
        else if (name === "delete") yield* m.delete(1);
        else if (name === "read") yield* m.get(1);
        else yield* m.range().next();
      };
    return new Set(
      seeds.map((seed) => {
        const { ending, message, races } = run(
          function* () {
            const m = makeMap(int, int);
            if (filled) yield* m.set(0, 0);
            yield* together(act(m, first), act(m, second));
          },
          { policy: seeded(seed) },
        );
        const racing = races.length > 0 ? "race" : "no race";
        return ending === "fatal" ? `${message}, ${racing}` : racing;
      }),
    );
  }

  test.each([
    ["write", "write", "concurrent map writes"],
    ["write", "delete", "concurrent map writes"],
    ["delete", "delete", "concurrent map writes"],
    ["write", "read", "concurrent map read and map write"],
    ["delete", "read", "concurrent map read and map write"],
    ["write", "range", "concurrent map iteration and map write"],
  ])("%s and %s: %s by chance, and a race always", (first, second, message) => {
    expect(endings(first, second)).toEqual(new Set(["race", `${message}, race`]));
  });

  test("write and read of an empty map: a race only", () => {
    expect(endings("write", "read", false)).toEqual(new Set(["race"]));
  });

  test("read and read: nothing", () => {
    expect(endings("read", "range")).toEqual(new Set(["no race"]));
  });

  test("fatal as in Go: map.concurrent", () => {
    function* main(): Go {
      const m = makeMap(int, int);
      for (let k = 0; k < 4; k++) {
        go(function* () {
          for (let i = 0; ; i++) yield* m.set(i % 10, i);
        });
      }
      yield* sleep(2e9);
    }
    for (const seed of seeds.slice(0, 20)) {
      expect(firstLine(run(main, { policy: seeded(seed) }).errors)).toBe(recorded("map.concurrent"));
    }
  });

  test("a writer that cannot be interrupted is not found out, but its race is", () => {
    const { ending, races } = run(
      function* () {
        const m = makeMap(int, int);
        const wg = new WaitGroup();
        for (let k = 0; k < 2; k++) yield* wg.go(() => m.set(1, k));
        yield* wg.wait();
      },
      { policy: goLike() },
    );
    expect([ending, races.length]).toEqual(["returned", 1]);
    expect(races[0]!.name).toBe("map[int]int");
  });
});

import { describe, expect, test } from "vitest";
import { isDeepStrictEqual } from "node:util";
import { benchFile, patterns } from "#lab/catalogue/patterns.ts";
import { seededRandom } from "#lab/problem/random.ts";
import { comparisonsIn } from "./engine/entrant.ts";

/** A sample of every pattern's benchmark: timed or not, its contenders must answer alike. */
for (const pattern of patterns()) {
  const file = benchFile(pattern);
  if (file === undefined) continue;
  describe(pattern.name, async () => {
    const comparisons = await comparisonsIn(file);

    test("has comparisons with titles of their own, and bars against contenders at sizes it has", () => {
      expect(comparisons.length).toBeGreaterThan(0);
      expect(new Set(comparisons.map(({ title }) => title)).size).toBe(comparisons.length);
      for (const { sizes, contenders, bars = [] } of comparisons) {
        expect(sizes).toEqual([...new Set(sizes)].sort((a, b) => a - b));
        for (const { against, at } of bars) {
          expect(Object.keys(contenders).slice(1)).toContain(against);
          if (at !== undefined) expect(sizes).toContain(at);
        }
      }
    });

    for (const { title, sizes, input, contenders, copy, agree } of comparisons) {
      const n = sizes[0]!;
      const answer = (name: string): unknown => {
        const contender = contenders[name]!;
        const made: unknown = input(n, seededRandom(n));
        const run = typeof contender === "function" ? contender : contender.run;
        return run(copy ? copy(made) : made) as unknown;
      };
      const [first, ...others] = Object.keys(contenders);

      test.each(others)(`${title}, n = ${n}: %s answers as ${first!} does`, (name) => {
        const [got, expected] = [answer(name), answer(first!)];
        const agrees = agree
          ? agree(got, expected, input(n, seededRandom(n)))
          : isDeepStrictEqual(got, expected);
        expect(agrees).toBe(true);
      });
    }
  });
}

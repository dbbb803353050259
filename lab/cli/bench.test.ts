import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeEach, describe, expect, test, vi } from "vitest";
import type { Result } from "../../bench/engine/result.ts";
import { labInProcess as lab } from "./in-process.ts";

const folder = mkdtempSync(join(tmpdir(), "lab-bench-"));
const attempts = join(folder, "attempts");
vi.stubEnv("LAB_ATTEMPTS", attempts);

beforeEach(() => rmSync(attempts, { recursive: true, force: true }));
afterAll(() => rmSync(folder, { recursive: true }));

const signature = "function twoSum(nums: number[], target: number): number[]";
const right = `${signature} { const m = new Map<number, number>(); for (let i = 0; i < nums.length; i++) { const j = m.get(target - nums[i]); if (j !== undefined) return [j, i]; m.set(nums[i], i); } return []; }`;

function file(name: string, source: string): string {
  mkdirSync(attempts, { recursive: true });
  const path = join(attempts, name);
  writeFileSync(path, source);
  return path;
}

describe("bench", () => {
  test("compares a problem's approaches with the attempt: steps, growth, times and memory, as one object", async () => {
    file("two-sum.ts", right);
    const { code, out } = await lab("bench", "two-sum", "--size", "16,64", "--json");
    expect(code).toBe(0);
    const { name, made, comparisons } = JSON.parse(out) as Result;
    expect(name).toBe("two-sum");
    expect(made).toMatchObject({ node: process.version, thorough: false, processes: 5 });
    const [{ contenders }] = comparisons as [Result["comparisons"][number]];
    expect(contenders.map(({ growth }) => growth)).toEqual(["n", "n²", "n log n", "n"]);
    expect(contenders[0]).toMatchObject({ own: true });
    for (const { points } of contenders) {
      expect(points.map(({ n }) => n)).toEqual([16, 64]);
      for (const { ms, steps, allocated, processes } of points) {
        expect(ms).toBeGreaterThan(0);
        expect(steps).toBeGreaterThanOrEqual(16);
        expect(allocated).toBeGreaterThanOrEqual(0);
        expect(processes.length).toBe(5);
      }
    }
    expect(readFileSync(join(attempts, ".lab", "journal.jsonl"), "utf8")).toContain('"event":"benched"');
  }, 60_000);

  test("does not time a wrong attempt, and is refused with it; another file may come along", async () => {
    file("two-sum.ts", `${signature} { return [0, 0]; }`);
    const other = file("elsewhere.ts", right);
    const { code, out } = await lab("bench", "two-sum", "--size", "16", "--against", other, "--html");
    expect(code).toBe(1);
    expect(out).toMatch(/two-sum\.ts +wrong/);
    expect(out).toMatch(/two-sum\.ts is not timed: wrong answer; npx lab check two-sum shows an input/);
    expect(out).toMatch(/elsewhere\.ts +n .*(fastest|×|no difference shown)/);
    const page = join(attempts, ".lab", "bench", "two-sum.html");
    expect(existsSync(page)).toBe(true);
    expect(readFileSync(page, "utf8")).not.toMatch(/<script|src=|href=|url\(|@import/);
  }, 60_000);

  test("keeps the approaches' names from somebody who works on the problem", async () => {
    await lab("start", "two-sum");
    const { out } = await lab("bench", "two-sum", "--size", "16");
    expect(out).toMatch(/approach 3/);
    expect(out).not.toMatch(/map|pointers|every pair/);
  }, 60_000);

  test("says what is slower than in a recorded result, and by how much", async () => {
    const { out } = await lab("bench", "two-sum", "--size", "64", "--json");
    const then = JSON.parse(out) as Result;
    const doctored = JSON.stringify(then, (key, value: unknown) =>
      key === "ms"
        ? (value as number) / 100
        : key === "processes" && Array.isArray(value)
          ? value.map((ms: number) => ms / 100)
          : value,
    );
    const path = join(folder, "baseline.json");
    writeFileSync(path, doctored);
    const compared = await lab("bench", "--compare", path, "--size", "64");
    expect(compared.code).toBe(1);
    expect(compared.out).toMatch(/slower: one-pass map takes [\d.]+× as long at n = 64/);
  }, 60_000);
});

describe("bench refuses in one sentence", () => {
  test.each([
    [["bench"], "compare what? npx lab bench two-sum"],
    [["bench", "two-sun"], 'there is no problem "two-sun"; did you mean two-sum?'],
    [["bench", "union-fnd"], 'there is no problem or pattern "union-fnd"; did you mean union-find?'],
    [["bench", "two-sum", "--workload", "x"], 'there is no workload "x"; the workloads are "the pair at'],
    [
      ["bench", "union-find", "--workload", "x"],
      "--workload is for problems, and structures/union-find is a pattern",
    ],
    [["bench", "two-sum", "--against", "none.ts"], "there is no file none.ts"],
    [["bench", "two-sum", "--compare", "none.json"], "there is no recorded result none.json"],
    [["bench", "two-sum", "--size", "1.5"], "sizes are positive integers"],
  ])("%j", async (args, sentence) => {
    const { code, err } = await lab(...args);
    expect(err).toContain(sentence);
    expect(code).toBe(2);
  });
});

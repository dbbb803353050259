import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { inspect } from "node:util";
import { afterAll, describe, expect, test } from "vitest";
import { loadProblem, root } from "#lab/catalogue/catalogue.ts";
import { Sandbox } from "#lab/sandbox/sandbox.ts";
import { hazards } from "./hazards.ts";
import { judge } from "./judge.ts";
import type { Verdict } from "./verdict.ts";

const twoSum = join(root, "problems/arrays/two-sum");
const loaded = await loadProblem(twoSum);
const scratch = mkdtempSync(join(tmpdir(), "lab-hazards-"));
// Half of the ordinary memory is as soon taken without end, and sooner.
const sandbox = new Sandbox(loaded.problem, join(twoSum, "problem.ts"), { heap: 256, resident: 512 });
let files = 0;

/** All hazards run in one sandbox, so each shows that the one before it left nothing broken. */
async function verdictOn(source: string, seconds = 0.15): Promise<Verdict> {
  const file = join(scratch, `attempt-${files++}.ts`);
  writeFileSync(file, source);
  return judge(loaded, sandbox.subject({ file }), { sandbox, seed: 7, seconds });
}

afterAll(() => {
  sandbox.close();
  rmSync(scratch, { recursive: true });
});

describe("an attempt that", () => {
  test.each(Object.entries(hazards))("%s", async (name, { source, words }) => {
    // To walk through what came back is work as well.
    const verdict = await verdictOn(source, name.startsWith("returns") ? 0.5 : undefined);
    expect(words, inspect(verdict)).toContain(verdict.word);
    if (verdict.counterexample) expect(JSON.stringify(verdict.counterexample.input).length).toBeLessThan(20);
    if (name.startsWith("is right and quadratic"))
      expect(verdict.growth).toMatchObject({ ok: false, measured: "n²", wanted: "n" });
    else if (verdict.word === "accepted") expect(verdict.growth).toMatchObject({ ok: true, measured: "n" });
  });

  test("does quadratic work inside a package is found by its steps", async () => {
    const { word, growth } = await verdictOn(
      "function twoSum(nums: number[], target: number) { for (let i = 0; i < nums.length; i++) { const j = _.indexOf(nums, target - nums[i], i + 1); if (j > 0) return [i, j]; } }",
      1,
    );
    expect({ word, growth }).toMatchObject({ word: "accepted", growth: { ok: false, measured: "n²" } });
  });

  test("does quadratic work where no step is counted is found by the clock", async () => {
    const { word, growth } = await verdictOn(
      "function twoSum(nums: number[], target: number) { const seen = new Map(); for (let i = 0; i < nums.length; i++) { Buffer.from(nums); const j = seen.get(target - nums[i]); if (j !== undefined) return [j, i]; seen.set(nums[i], i); } }",
      1,
    );
    expect({ word, growth }).toMatchObject({
      word: "accepted",
      growth: { ok: false, measured: "more than n" },
    });
  });

  test("writes a file or starts a process has done neither", () => {
    expect(existsSync("/tmp/lab-was-here")).toBe(false);
  });
});

describe("what went wrong is told in the learner's own terms:", () => {
  test("the line that threw", async () => {
    const { counterexample } = await verdictOn(
      "enum A { B }\n\nfunction twoSum(nums: number[]): number[] {\n  return help(nums);\n}\nfunction help(nums: number[]): number[] {\n  throw new TypeError(`no ${nums.length}`);\n}\n",
    );
    expect(counterexample!.message).toBe("TypeError: no 2");
    expect(counterexample!.stack).toMatch(/^help \(.*\.ts:7:9\)\ntwoSum \(.*\.ts:4:10\)$/);
  });

  test("where it does not parse", async () => {
    const { failure } = await verdictOn("const a = 1;\nfunction twoSum() {\n  return [0, 1;\n}\n");
    expect(failure).toMatchObject({ line: 3, column: 15, message: 'Expected "]" but found ";"' });
  });

  test("where it imports what is not there", async () => {
    const { failure } = await verdictOn(
      'const a = 1;\nimport { b } from "./nowhere";\nfunction twoSum() { return b(); }\n',
    );
    expect(failure).toMatchObject({ line: 2, message: "Error: Cannot find module './nowhere'" });
  });

  test("the names it defines instead of the entry point", async () => {
    const { failure } = await verdictOn("const helper = 1;\nexport function twosum() {}\nclass Other {}\n");
    expect(failure).toMatchObject({ message: "there is no twoSum", found: ["helper", "twosum", "Other"] });
  });

  test("what it printed during the failing call, and only then", async () => {
    const { counterexample } = await verdictOn(
      "let n = 0;\nfunction twoSum(nums: number[]) { console.log('call', n++, nums); return [n, n]; }",
    );
    expect(counterexample!.printed).toMatch(/^call \d+ \[ 0, 0 \]\n$/);
  });

  test("that printing was cut", async () => {
    const { counterexample } = await verdictOn(
      'function twoSum() { for (let i = 0; i < 1e4; i++) console.log("line", i); return []; }',
    );
    expect(counterexample!.printed).toMatch(/^line 0\nline 1\n[^]*\n… cut after 4000 characters$/);
    expect(counterexample!.printed!.length).toBeLessThan(4100);
  });

  test("that it remembers something between calls", async () => {
    const { counterexample } = await verdictOn(hazards["remembers or cheats: an earlier answer"]!.source);
    expect(counterexample).toMatchObject({
      check: "answers a second call as well",
      message: expect.stringContaining("right when this is its first input") as string,
    });
  });
});

test("a first input that fails because of what it left behind is blamed on that, however small it gets", async () => {
  const folder = join(root, "problems/arrays/maximum-subarray");
  const maximumSubarray = await loadProblem(folder);
  const own = new Sandbox(maximumSubarray.problem, join(folder, "problem.ts"));
  const file = join(scratch, "kadane.ts");
  writeFileSync(
    file,
    "let sum = 0;\nfunction maxSubArray(nums: number[]): number { let best = -Infinity; for (const x of nums) { sum = Math.max(sum, 0) + x; best = Math.max(best, sum); } return best; }",
  );
  const { counterexample } = await judge(maximumSubarray, own.subject({ file }), { sandbox: own, seed: 7 });
  own.close();
  expect(counterexample!.check).toBe("answers a second call as well");
});

test.runIf(process.platform === "linux")("a closed sandbox leaves no process", async () => {
  const own = new Sandbox(loaded.problem, join(twoSum, "problem.ts"));
  const file = join(scratch, "dies.ts");
  writeFileSync(file, hazards["ends badly: exits with failure"]!.source);
  await judge(loaded, own.subject({ file }), { sandbox: own, seed: 7 });
  const before = children();
  own.close();
  await expect.poll(() => children().length, { timeout: 5000 }).toBeLessThan(before.length);
});

/** Processes that this one started. */
function children(): string[] {
  return readdirSync("/proc").filter((pid) => {
    try {
      const stat = readFileSync(`/proc/${pid}/stat`, "latin1");
      return stat.slice(stat.lastIndexOf(")") + 2).split(" ")[1] === String(process.pid);
    } catch {
      return false;
    }
  });
}

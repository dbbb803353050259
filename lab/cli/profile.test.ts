import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  realpathSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { afterAll, beforeEach, describe, expect, test, vi } from "vitest";
import type { CpuProfile, HeapProfile } from "../../patterns/performance/profiling/v8-profile.ts";
import type { ProfileOptions } from "./profile.ts";

const folder = realpathSync(mkdtempSync(join(tmpdir(), "lab-profile-")));
const attempts = join(folder, "attempts");
vi.stubEnv("LAB_ATTEMPTS", attempts);
const { profile } = await import("./profile.ts");

beforeEach(() => {
  rmSync(attempts, { recursive: true, force: true });
  mkdirSync(attempts, { recursive: true });
});
afterAll(() => rmSync(folder, { recursive: true }));

/** Calls the command in this process: what it printed, and the exit code it set. */
async function ran(name: string, options: ProfileOptions = {}): Promise<{ code: unknown; out: string }> {
  let out = "";
  const spy = vi.spyOn(console, "log").mockImplementation((text: unknown = "") => {
    out += `${String(text)}\n`;
  });
  process.exitCode = 0;
  try {
    await profile(name, options);
    return { code: process.exitCode, out };
  } finally {
    process.exitCode = undefined;
    spy.mockRestore();
  }
}

function attempt(source: string, name = "two-sum.ts"): string {
  const file = join(attempts, name);
  writeFileSync(file, source);
  return file;
}

const slow = `interface Nothing {}

function twoSum(nums: number[], target: number): number[] {
  for (let i = 0; i < nums.length; i++)
    for (let j = i + 1; j < nums.length; j++)
      if (nums[i]! + nums[j]! === target) return [i, j];
  return [];
}
`;
const profiles = join(attempts, ".lab/profiles");

describe("profile", () => {
  test("prints where the time goes and writes both files, whose paths it prints", async () => {
    const file = attempt(slow);
    const { code, out } = await ran("two-sum");
    expect(code).toBe(0);
    expect(out).toContain(`${file}: where the time goes`);
    expect(out).toMatch(
      /On the workload ".+" with n = \d+, called .+; \d+ samples, so a share may be off by \d+ points?\./,
    );
    expect(out).toMatch(/twoSum +.*two-sum\.ts:3\n/);
    expect(out).toMatch(/two-sum\.ts:6 +if \(nums\[i\]! \+/);
    const written = join(profiles, "two-sum.cpuprofile");
    expect(out).toContain(written);
    expect(out).toContain(join(profiles, "two-sum.html"));
    const { nodes } = JSON.parse(readFileSync(written, "utf8")) as CpuProfile;
    expect(nodes.map(({ callFrame }) => callFrame)).toContainEqual(
      expect.objectContaining({ functionName: "twoSum", url: pathToFileURL(file).href, lineNumber: 2 }),
    );
    expect(readFileSync(join(profiles, "two-sum.html"), "utf8")).toContain('"name":"twoSum"');
  });

  test("--heap: where memory is allocated, of a second approach, and --json for programs", async () => {
    attempt(
      "function twoSum(nums: number[]) { return nums.map((_, i) => [i]).flat().slice(0, 2); }",
      "two-sum.heap.ts",
    );
    const { code, out } = await ran("two-sum.heap.ts", { heap: true, json: true });
    const { functions, written, ...rest } = JSON.parse(out) as Record<string, unknown>;
    expect({ code, ...rest }).toMatchObject({
      code: 0,
      problem: "two-sum",
      kind: "heap",
      unit: "bytes",
      lines: [],
    });
    expect(functions).toContainEqual(expect.objectContaining({ name: "twoSum" }));
    expect(written).toEqual({
      profile: join(profiles, "two-sum.heap.heapprofile"),
      page: join(profiles, "two-sum.heap.html"),
    });
    const { head } = JSON.parse(
      readFileSync(join(profiles, "two-sum.heap.heapprofile"), "utf8"),
    ) as HeapProfile;
    expect(head.callFrame.functionName).toBe("(root)");
  });

  test("--approach: a reference solution, whose code is not shown", async () => {
    const { code, out } = await ran("move-zeroes", { approach: "take out" });
    expect(code).toBe(0);
    expect(out).toContain('move-zeroes, approach "take out and append": where the time goes');
    expect(out).toMatch(/approaches\.ts:\d+\n/);
    expect(out).not.toContain("splice");
  });

  test("--file, --size and --workload", async () => {
    const file = join(folder, "elsewhere.ts");
    writeFileSync(file, slow);
    const { out } = await ran("two-sum", { file, size: 1000, workload: "very end" });
    expect(out).toContain('On the workload "the pair at the very end" with n = 1000, ');
  });
});

describe("without a profile there is one clear sentence:", () => {
  test("an attempt that throws says what and where, exit 1, and nothing is written", async () => {
    const file = attempt('type A = 1;\nfunction twoSum() {\n  throw new Error("no luck");\n}');
    const { code, out } = await ran("two-sum");
    expect(code).toBe(1);
    expect(out).toMatch(
      /two-sum: there is no profile\n\n {2}On the workload ".+" with n = 8 it threw Error: no luck\.\n/,
    );
    expect(out).toContain(`twoSum (${file}:3:9)`);
    expect(existsSync(profiles)).toBe(false);
    expect(JSON.parse((await ran("two-sum", { json: true })).out)).toMatchObject({
      problem: "two-sum",
      error: expect.stringContaining("it threw Error: no luck.") as string,
    });
  });

  test("one that does not load, exit 1", async () => {
    attempt("function twoSum( {");
    const { code, out } = await ran("two-sum");
    expect({ code, out }).toMatchObject({
      code: 1,
      out: expect.stringContaining("two-sum: cannot be loaded") as string,
    });
  });

  test("the stub, no attempt, no such approach, a size below 0: wrong use", async () => {
    attempt('function twoSum() { throw new Error("not implemented"); }');
    await expect(ran("two-sum")).rejects.toThrow(/^it is still the stub; write it in .*two-sum\.ts first$/);
    await expect(ran("3sum")).rejects.toThrow(/begin with npx lab start 3sum/);
    await expect(ran("3sum", { approach: "nothing" })).rejects.toThrow(/there is no approach "nothing"/);
    await expect(ran("two-sum", { size: -1 })).rejects.toThrow("--size -1 is no size: it is at least 0");
  });
});

import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { afterAll, beforeEach, describe, expect, test, vi } from "vitest";
import { argumentsIn } from "#lab/attempt/given-input.ts";
import { entries, root } from "#lab/catalogue/catalogue.ts";
import { labInProcess as lab, type Ran } from "./in-process.ts";

const folder = mkdtempSync(join(tmpdir(), "lab-cli-"));
const attempts = join(folder, "attempts");
vi.stubEnv("LAB_ATTEMPTS", attempts);
// A compiler for each command would take half the time of these tests; the test of its advice starts the command itself.
vi.mock("#lab/attempt/type-advice.ts", () => ({ typeAdvice: () => Promise.resolve([]) }));

beforeEach(() => rmSync(attempts, { recursive: true, force: true }));
afterAll(() => rmSync(folder, { recursive: true }));

/** Runs the command as a shell would, without a terminal. */
function spawned(...args: string[]): Ran {
  const { status, stdout, stderr } = spawnSync(process.execPath, [join(root, "lab/cli/lab.ts"), ...args], {
    cwd: root,
    encoding: "utf8",
    stdio: ["ignore", "pipe", "pipe"],
  });
  return { code: status, out: stdout, err: stderr };
}

const signature = "function twoSum(nums: number[], target: number): number[]";
const right = `${signature} { const m = new Map<number, number>(); for (let i = 0; i < nums.length; i++) { const j = m.get(target - nums[i]); if (j !== undefined) return [j, i]; m.set(nums[i], i); } return []; }`;
const wrong = `${signature} { return nums.length > 4 ? [0, 0] : (${right.replace("function twoSum", "function ")})(nums, target); }`;

function attempt(source: string): string {
  mkdirSync(attempts, { recursive: true });
  const file = join(attempts, "two-sum.ts");
  writeFileSync(file, source);
  return file;
}

describe("start", () => {
  test("lays LeetCode's signature, shows the first example as not solved, and ends well", async () => {
    const { code, out, err } = await lab("start", "two-sum");
    expect({ code, err }).toEqual({ code: 0, err: "" });
    expect(readFileSync(join(attempts, "two-sum.ts"), "utf8")).toContain(`\n`.slice(1) + signature);
    expect(out).toContain("two-sum: not solved yet");
    expect(out).toMatch(/nums +\[2, 7, 11, 15\]/);
    expect(out).not.toContain("\u001b[");
  });

  test("never touches an attempt that is there", async () => {
    const file = attempt("// mine\n");
    expect((await lab("start", "two-sum")).out).toContain("it stays as it is");
    expect(readFileSync(file, "utf8")).toBe("// mine\n");
  });

  test("leaves git status clean", () => {
    const ignored = spawnSync("git", ["check-ignore", "attempts/two-sum.ts", "attempts/.lab/journal.jsonl"], {
      cwd: root,
      encoding: "utf8",
    });
    expect(ignored.stdout.trim().split("\n")).toHaveLength(2);
  });
});

describe("check", () => {
  test("accepts with 0, remembers the pass, and lists it", async () => {
    attempt(right);
    const { code, out } = await lab("check", "1");
    expect({ code, out }).toMatchObject({
      code: 0,
      out: expect.stringContaining("two-sum: accepted") as string,
    });
    expect((await lab("list", "Array")).out).toMatch(/two-sum +easy +solved$/m);
    expect((await lab()).out).toContain("Solved 1 of");
  });

  test("refuses with 1, shows what matters, and keeps the input for the next time", async () => {
    attempt(wrong);
    const { code, out } = await lab("check", "two-sum");
    expect(code).toBe(1);
    for (const part of ["wrong answer", "returned", "wanted", "two different indices", "--seed", "--path"])
      expect(out).toContain(part);
    const [replay] = /check two-sum --seed \d+ --path \S+/.exec(out)!;
    expect((await lab(...replay.split(" "))).out).toContain(/nums .*/.exec(out)![0]);
    writeFileSync(
      join(attempts, "two-sum.ts"),
      `let n = 0; ${signature} { if (n++ === 0) console.log("first", JSON.stringify([nums, target])); return []; }`,
    );
    const saved = readFileSync(join(attempts, ".lab/cases/two-sum.jsonl"), "utf8").split("\n")[0]!;
    const next = JSON.parse((await lab("check", "two-sum", "--json")).out) as {
      counterexample: { input: unknown; console?: string };
    };
    expect(JSON.stringify(next.counterexample.input).length).toBeLessThanOrEqual(saved.length);
  });

  test("prints one object with --json", async () => {
    attempt(wrong);
    const { code, out } = await lab("check", "two-sum", "--json", "--seed", "3");
    const verdict = JSON.parse(out) as Record<string, unknown>;
    expect(code).toBe(1);
    expect(verdict).toMatchObject({ problem: "two-sum", verdict: "wrong-answer", entry: "twoSum", seed: 3 });
    expect(Object.keys(verdict)).toEqual([
      "problem",
      "file",
      "verdict",
      "entry",
      "counterexample",
      "seed",
      "path",
      "runs",
      "shrinks",
      "ms",
    ]);
    expect(verdict.counterexample).toMatchObject({ check: "two different indices", output: [0, 0] });
  });

  test("writes as text what JSON cannot hold", async () => {
    attempt(`${signature} { return [NaN, undefined as any]; }`);
    expect(JSON.parse((await lab("check", "two-sum", "--json")).out)).toMatchObject({
      counterexample: { output: "[NaN, undefined]" },
    });
  });

  test("names the mistake and where it is explained", async () => {
    attempt(
      `${signature} { for (let i = 0; i < nums.length; i++) for (let j = i; j < nums.length; j++) if (nums[i] + nums[j] === target) return [i, j]; return []; }`,
    );
    const { out } = await lab("check", "two-sum");
    expect(out).toMatch(/uses the same element twice/);
    expect(out).toMatch(/problems\/arrays\/two-sum\/NOTES\.md:\d+/);
  });

  test("shows type errors as advice after the verdict", () => {
    attempt(right.replace("return [];", "const x: string = 5; return [];"));
    const { code, out } = spawned("check", "two-sum");
    expect(code).toBe(0);
    expect(out).toMatch(
      /accepted[^]*advice[^]*two-sum\.ts:1:\d+ +Type 'number' is not assignable to type 'string'/,
    );
  });

  test("judges any file, wherever it is, and keeps nothing of it", async () => {
    const file = join(folder, "elsewhere.ts");
    writeFileSync(file, wrong);
    expect((await lab("check", "two-sum", "--file", file)).code).toBe(1);
    expect(existsSync(attempts)).toBe(false);
  });

  test("judges a reference by name", async () => {
    expect((await lab("check", "two-sum", "--approach", "every pair")).out).toMatch(
      /grows as n² where n can be reached/,
    );
  });
});

describe("run", () => {
  test("shows what comes back, and says whether it is right", async () => {
    attempt(wrong);
    expect(await lab("run", "two-sum", "[3,-4]", "-1")).toMatchObject({
      code: 0,
      out: expect.stringContaining("two-sum: right") as string,
    });
    expect(await lab("run", "two-sum", "[3,4,0,0,0]", "7")).toMatchObject({
      code: 1,
      out: expect.stringContaining("two different indices") as string,
    });
  });

  test.each([
    [["[3,3,3]", "6"], /exactly one pair of places adds up to target/],
    [["[3,"], /nums is to be number\[\], but \[3, is no value/],
    [["[1,2]"], /takes 2 arguments \(nums, target\), not 1/],
    [["[1,2]", "3", "4"], /takes 2 arguments/],
    [['[1,"2"]', "3"], /nums is to be number\[\], but element 1 is a string/],
  ])("refuses %j with the reason", async (args, reason) => {
    attempt(wrong);
    const { code, err } = await lab("run", "two-sum", ...args);
    expect(code).toBe(2);
    expect(err).toMatch(reason);
    expect(err.trim().split("\n")).toHaveLength(1);
  });
});

describe("bad use ends with 2 and one sentence that says what to do:", () => {
  test.each([
    [["check", "tow-sum"], /there is no problem "tow-sum"; did you mean two-sum/],
    [["check", "nothing like it"], /there is no problem "nothing like it"; npx lab list shows/],
    [["check", "sum"], /"sum" may be .*two-sum/],
    [["check", "two-sum", "--path", "1:2"], /--path 1:2 needs the --seed/],
    [["check", ""], /there is no problem ""/],
    [["check", "two-sum"], /begin with npx lab start two-sum/],
    [["check", "two-sum", "--file", "no/such.ts"], /there is no file no\/such\.ts/],
    [["check", "two-sum", "--file", "lab"], /there is no file lab; name a TypeScript file/],
    [["check", "two-sum", "--approach", "magic"], /the approaches are every pair/],
    [["check", "two-sum", "--seed", "x"], /must be an integer/],
    [["check", "two-sum", "--bogus"], /unknown option '--bogus'/],
    [["check"], /check which problem\? npx lab check two-sum/],
    [["chekc"], /there is no command "chekc"; did you mean check/],
    [["list", "ing"], /there is no topic "ing"; the topics are arrays/],
    [["review", "two-sum"], /two-sum is not solved yet; npx lab start two-sum goes on/],
    [["check", "two-sum", "--as", "heap"], /begin with npx lab start two-sum --as heap/],
  ])("%j", async (args, sentence) => {
    const { code, err } = await lab(...args);
    expect(code).toBe(2);
    expect(err).toMatch(sentence);
    expect(err.trim().split("\n")).toHaveLength(1);
  });

  test("attempts cannot be written", async () => {
    writeFileSync(attempts, "a file where a folder should be");
    expect(await lab("start", "two-sum")).toMatchObject({
      code: 2,
      err: expect.stringMatching(/cannot be written \(\w+\); make the folder writable/) as string,
    });
  });

  test("attempts vanish in the middle", async () => {
    attempt(right);
    rmSync(attempts, { recursive: true });
    expect(await lab("check", "two-sum")).toMatchObject({
      code: 2,
      err: expect.stringContaining("begin with npx lab start two-sum") as string,
    });
    expect((await lab("start", "two-sum")).code).toBe(0);
    expect(existsSync(join(attempts, "tsconfig.json"))).toBe(true);
  });
});

describe("a second approach", () => {
  test("lies beside the first and is compared with it by check", async () => {
    attempt(right);
    expect((await lab("start", "two-sum", "--as", "pairs")).out).toContain("two-sum.pairs.ts");
    const pairs = join(attempts, "two-sum.pairs.ts");
    expect(readFileSync(pairs, "utf8")).toContain(signature);
    writeFileSync(
      pairs,
      `${signature} { for (let i = 0; i < nums.length; i++) for (let j = 0; j < i; j++) if (nums[i] + nums[j] === target) return [i, j]; return []; }`,
    );
    const { out } = await lab("check", "two-sum", "--as", "pairs");
    expect(out).toMatch(/two-sum\.ts +accepted +grows as n\n.*two-sum\.pairs\.ts +accepted +grows as n²/);
  });

  test("needs a name that a file can have", async () => {
    expect(await lab("start", "two-sum", "--as", "../x")).toMatchObject({
      code: 2,
      err: expect.stringContaining('"../x" cannot be part of a file\'s name') as string,
    });
  });
});

describe("after an upgrade", () => {
  test("what was solved is judged again by the new checks, once, and nothing of it is touched", async () => {
    const file = attempt(wrong);
    mkdirSync(join(attempts, ".lab"));
    const passed = {
      at: "2026-01-01T00:00:00.000Z",
      event: "passed",
      problem: "two-sum",
      growth: true,
      checks: "older",
    };
    writeFileSync(join(attempts, ".lab/journal.jsonl"), `${JSON.stringify(passed)}\n`);
    expect((await lab()).out).toContain("Checks have changed since you solved 1");
    const { code, out } = await lab("check", "--solved");
    expect(code).toBe(1);
    expect(out).toContain("two-sum.ts: wrong answer");
    writeFileSync(file, right);
    expect(await lab("check", "--solved")).toMatchObject({ code: 0 });
    expect((await lab("check", "--solved")).out).toContain(
      "Every solved attempt has passed the present checks",
    );
    expect(readFileSync(file, "utf8")).toBe(right);
  });
});

describe("what comes next", () => {
  test("is the learning path, then what was begun, then what is due", async () => {
    expect((await lab("next")).out).toMatch(/comes next on the path/);
    expect((await lab("next")).out).toMatch(/was begun and is not solved yet/);
    const long = new Date(Date.now() - 40 * 86_400_000).toISOString();
    const passed = { at: long, event: "passed", problem: "min-stack", growth: true };
    writeFileSync(join(attempts, ".lab/journal.jsonl"), `${JSON.stringify(passed)}\n`);
    expect((await lab("review", "--list")).out).toContain("npx lab review min-stack");
    expect((await lab("list", "--due")).out).toMatch(/min-stack +easy|min-stack +medium/);
    expect((await lab()).out).toContain("Due for review: 1");
    expect((await lab("next")).out).toContain("due to be done again");
  });

  test("a review archives the old attempt and lays a fresh stub", async () => {
    attempt(right);
    await lab("check", "two-sum");
    const { out } = await lab("review", "two-sum");
    const [, archived] = /Your last attempt is kept: (\S+)/.exec(out)!;
    expect(readFileSync(resolve(root, archived!), "utf8")).toBe(right);
    expect(readFileSync(join(attempts, "two-sum.ts"), "utf8")).toContain("not implemented");
  });
});

test("the settings laid with an attempt are those that git has", async () => {
  await lab("start", "two-sum");
  const tracked = readFileSync(join(root, "attempts/tsconfig.json"), "utf8");
  expect(readFileSync(join(attempts, "tsconfig.json"), "utf8")).toBe(tracked);
});

test("a name may be written as one likes, or be the attempt's file", async () => {
  attempt(right);
  for (const name of ["Two Sum", "attempts/two-sum.ts"])
    expect((await lab("run", name, "[3,3]", "6")).code).toBe(0);
});

test("the command itself, started by a shell, ends with the same codes and prints to the same streams", () => {
  attempt(wrong);
  const refused = spawned("check", "two-sum");
  expect(refused).toMatchObject({ code: 1, err: "" });
  expect(refused.out).toContain("wrong answer");
  expect(spawned("chekc")).toEqual({
    code: 2,
    out: "",
    err: 'lab: there is no command "chekc"; did you mean check?\n',
  });
});

test("in another clone, whose modules lead here, it changes nothing and says so", () => {
  const clone = join(folder, "clone");
  mkdirSync(join(clone, "problems"), { recursive: true });
  writeFileSync(join(clone, "package.json"), '{ "name": "code-lab" }');
  const { status, stderr } = spawnSync(
    process.execPath,
    [join(root, "lab/cli/lab.ts"), "new", "arrays/rotate-array"],
    {
      cwd: join(clone, "problems"),
      encoding: "utf8",
    },
  );
  expect({ status, stderr }).toEqual({
    status: 2,
    stderr: expect.stringMatching(/^lab: this lab lies in .*; run npm ci there\n$/) as string,
  });
  expect(existsSync(join(root, "problems/arrays/rotate-array"))).toBe(false);
});

test("a reader who has read enough is no fault", () => {
  const { stdout, stderr } = spawnSync("sh", ["-c", `"${process.execPath}" lab/cli/lab.ts list | head -1`], {
    cwd: root,
    encoding: "utf8",
  });
  expect({ lines: stdout.split("\n").length, stderr }).toEqual({ lines: 2, stderr: "" });
});

test("beginning again lays the stub under a problem's present name, whatever lies under a former one", async () => {
  const entry = { ...entries().find(({ slug }) => slug === "two-sum")!, formerly: ["pair-sum"] };
  attempt(right);
  const former = join(attempts, "pair-sum.ts");
  writeFileSync(former, wrong);
  const { resetAttempt } = await import("#lab/journal/reset.ts");
  resetAttempt(entry, undefined, new Date());
  expect(readFileSync(join(attempts, "two-sum.ts"), "utf8")).toContain("not implemented");
  expect(readFileSync(former, "utf8")).toBe(wrong);
});

test("so does a review", async () => {
  const entry = { ...entries().find(({ slug }) => slug === "two-sum")!, formerly: ["pair-sum"] };
  const file = attempt(right);
  writeFileSync(join(attempts, "pair-sum.ts"), wrong);
  const { begin } = await import("#lab/journal/begin.ts");
  expect(begin(entry, { review: true })).toMatchObject({ path: file, isNew: true });
  expect(readFileSync(file, "utf8")).toContain("not implemented");
});

test.each([
  ["[3, 3] 6", ["[3, 3]", "6"]],
  ["nums = [3,3], target = 6", ["[3,3]", "6"]],
  ['[["a b"], []] "c, d"', ['[["a b"], []]', '"c, d"']],
  ["abc 1", ["abc", "1"]],
])("the line %s holds the arguments %j", (line, args) => {
  expect(argumentsIn(line)).toEqual(args);
});

test("every command has --help", async () => {
  for (const command of [
    [],
    ["start"],
    ["check"],
    ["run"],
    ["list"],
    ["watch"],
    ["debug"],
    ["quiz"],
    ["doctor"],
  ]) {
    const { code, out } = await lab(...command, "--help");
    expect({ code, usage: out.startsWith("Usage: lab") }).toEqual({ code: 0, usage: true });
  }
});

import { mkdirSync, mkdtempSync, readFileSync, realpathSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { afterAll, describe, expect, test } from "vitest";
import { loadProblem } from "#lab/catalogue/catalogue.ts";
import { findEntry } from "#lab/catalogue/find.ts";
import { functionsByTime } from "../../patterns/performance/profiling/profiling.ts";
import type { TickedProfile } from "./folded-profile.ts";
import { type Profiled, profiled, type Wanted } from "./profile.ts";

const folder = realpathSync(mkdtempSync(join(tmpdir(), "lab-profile-")));
afterAll(() => rmSync(folder, { recursive: true }));

interface Options extends Partial<Wanted> {
  readonly slug?: string;
  readonly pick?: string;
}

let files = 0;

/** Profiles a solution for a moment. */
async function profiledSource(
  source: string,
  { slug = "two-sum", ...wanted }: Options = {},
): Promise<Profiled & { file: string }> {
  const file = join(folder, String(++files), `${slug}.ts`);
  mkdirSync(join(file, ".."));
  writeFileSync(file, source);
  const loaded = await loadProblem(findEntry(slug).folder);
  const { kind = "cpu", workload, size } = wanted;
  return { ...(await profiled(loaded, { file }, { kind, workload, size, spend: 200, ...wanted })), file };
}

function sureOf(result: Profiled): Extract<Profiled, { type: "profiled" }> {
  if (result.type !== "profiled") throw new Error(JSON.stringify(result));
  return result;
}

const lineOf = (source: string, text: string): number =>
  source.split("\n").findIndex((line) => line.includes(text)) + 1;

// What esbuild leaves out moves all lines below it, so that only the source map knows where they went.
const slow = `
interface Seen { place: number }

enum Answer { None = "none" }

function lookUp(nums: number[], from: number, wanted: number): number {
  for (let j = from; j < nums.length; j++)
    if (nums[j] === wanted) return j;
  return -1;
}

function twoSum(nums: number[], target: number): number[] {
  for (let i = 0; i < nums.length; i++) {
    const j = lookUp(nums, i + 1, target - nums[i]!);
    if (j !== -1) return [j, i, Answer.None.length];
  }
  return [];
}
`;

// What samples see is chance: on a busy machine a short run may see nothing at all of a function.
describe("a profile", { retry: 2 }, () => {
  test("has the functions at their places in the solution's own file, also where its answers are wrong", async () => {
    const { file, ...result } = await profiledSource(slow, { size: 4000 });
    const { summary, calls, n } = sureOf(result);
    expect(n).toBe(4000);
    expect(calls).toBeGreaterThan(0);
    const lookUp = summary.functions.find(({ name }) => name === "lookUp");
    expect(lookUp).toMatchObject({ name: "lookUp", place: { file, line: lineOf(slow, "function lookUp") } });
    expect(summary.functions.find(({ name }) => name === "twoSum")?.place?.line).toBe(
      lineOf(slow, "function twoSum"),
    );
    const inLoop = [lineOf(slow, "for (let j"), lineOf(slow, "=== wanted")];
    expect(summary.lines[0]!.file).toBe(file);
    expect(inLoop).toContain(summary.lines[0]!.line);
    expect(summary.samples).toBeGreaterThan(0);

    // What viewers open: each frame in the file, in V8, or one that stands for all of the lab's.
    const profile = JSON.parse(JSON.stringify(summary.profile)) as TickedProfile;
    const url = pathToFileURL(file).href;
    const own = profile.nodes.filter(({ callFrame }) => callFrame.url !== "");
    expect(own.length).toBeGreaterThan(0);
    expect([...new Set(own.map(({ callFrame }) => callFrame.url))]).toEqual([url]);
    for (const { callFrame } of profile.nodes)
      if (callFrame.url === "") expect(callFrame.functionName).toMatch(/^\(.+\)$|^[\w ]*$/);
    const frames = functionsByTime(profile).map(({ frame }) => frame);
    expect(frames.find(({ functionName }) => functionName === "lookUp")).toMatchObject({
      url,
      lineNumber: lookUp!.place!.line - 1,
    });
    expect(profile.nodes.reduce((sum, { hitCount = 0 }) => sum + hitCount, 0)).toBe(profile.samples.length);
  });

  test("is made on the workload and the size at which calls take long enough", async () => {
    const wait = "const start = performance.now(); while (performance.now() < start + 8);";
    const long = sureOf(await profiledSource(`function twoSum() { ${wait} return [0, 1]; }`));
    expect(long.n).toBe(8);
    const one = sureOf(
      await profiledSource(
        `function twoSum(nums: number[]) { if (nums[0] !== 1) { ${wait} } return [0, 1]; }`,
        { workload: "first and" },
      ),
    );
    expect(one.workload).toBe("the first and the last");
  });

  test.each([
    [
      "a class, whose methods are called",
      "lru-cache",
      `class LRUCache { #map = new Map<number, number>(); constructor(private capacity: number) {}
get(key: number) { return this.#map.get(key) ?? -1; }
put(key: number, value: number) { this.#map.set(key, value); if (this.#map.size > this.capacity) this.#map.clear(); } }`,
      ["put", "get"],
    ],
    [
      "lists, far deeper than V8 looks into a stack",
      "reverse-linked-list",
      `function reverseList(head: ListNode | null): ListNode | null {
  if (!head?.next) return head;
  const last = reverseList(head.next); head.next.next = head; head.next = null; return last; }`,
      ["reverseList"],
    ],
    [
      "an input that is changed",
      "move-zeroes",
      "function moveZeroes(nums: number[]): void { for (let i = nums.length; i-- > 0; ) if (nums[i] === 0) { nums.splice(i, 1); nums.push(0); } }",
      ["moveZeroes"],
    ],
  ])("is made of solutions to problems with %s", async (_, slug, source, names) => {
    const { summary } = sureOf(await profiledSource(source, { slug, spend: 600 }));
    const found = summary.functions.map(({ name }) => name);
    expect(found.some((name) => names.includes(name))).toBe(true);
    expect(found).not.toContain("again");
    const share = summary.tree.total + summary.lab;
    expect(summary.functions.reduce((sum, { self }) => sum + self, summary.lab)).toBeCloseTo(share, 3);
  });

  test("is made of a reference solution, at its places", async () => {
    const loaded = await loadProblem(findEntry("move-zeroes").folder);
    const file = join(loaded.folder, "approaches.ts");
    const pick = "take out and append";
    const result = await profiled(
      loaded,
      { file, pick },
      { kind: "cpu", workload: undefined, size: undefined, spend: 300 },
    );
    const source = readFileSync(file, "utf8");
    const { functions } = sureOf(result).summary;
    expect(functions.find(({ name }) => name === "takeOutAndAppend")).toMatchObject({
      place: { file, line: lineOf(source, "function takeOutAndAppend") },
    });
  });

  test("does not mind what the solution prints, however much", async () => {
    const noise = 'console.log(nums); console.error("x"); process.stdout.write("y".repeat(1e4));';
    const result = await profiledSource(`function twoSum(nums: number[]) { ${noise} return [0, 1]; }`, {
      size: 100,
    });
    expect(sureOf(result).calls).toBeGreaterThan(0);
  });
});

describe("an allocation profile", () => {
  test("has what a function allocates itself, also where V8 would inline it into the lab", async () => {
    const { file, ...result } = await profiledSource(
      "interface A {}\n\nfunction pairs(n: number) {\n  const all = [];\n  for (let i = 0; i < n; i++) all.push([i, n]);\n  return all; }\n\nfunction twoSum(nums: number[]) { return pairs(nums.length).length > 0 ? [0, 1] : []; }",
      { kind: "heap" },
    );
    const { summary } = sureOf(result);
    const pairs = summary.functions.filter(({ place }) => place?.line === 3 || place?.line === 8);
    expect(pairs.map(({ place }) => place!.file)).toContain(file);
    expect(summary.tree.total).toBeGreaterThan(100_000);
    expect(Math.max(...pairs.map(({ total }) => total))).toBeGreaterThan(0.9 * summary.tree.total);
    expect(summary.lines).toEqual([]);
  });

  test("tells a method's from those of the lab around it, and private fields stay private", async () => {
    const source = `class LRUCache { #map = new Map<number, number[]>(); constructor(_capacity: number) {}
get size() { return this.#map.size; }
get(key: number) { return [key, this.size, this.#own()][2]!; }
#own() { return -1; }
put(key: number, value: number) { this.#map.set(key % 10, [value, this.size]); } }`;
    const { summary } = sureOf(await profiledSource(source, { slug: "lru-cache", kind: "heap" }));
    const put = summary.functions.find(({ name }) => name === "put");
    expect(put).toMatchObject({ place: { line: 5 } });
    expect(put!.self).toBeGreaterThan(0);
  });
});

describe("there is none, and one sentence says why, when the solution", () => {
  test.each<[string, string, string | RegExp, string?]>([
    ["never ends", "for (;;);", "one call took more than 0.4 seconds and was stopped."],
    [
      "waits for ever",
      "Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0);",
      /one call took more than 0.4 seconds/,
    ],
    ["throws", 'throw new TypeError("no luck");', "it threw TypeError: no luck.", "twoSum (FILE:3:9)"],
    ["throws something odd", "throw { a: 1 };", "it threw { a: 1 }."],
    ["overflows the stack", "return twoSum();", /it threw RangeError: Maximum call stack size exceeded\.$/],
    ["asks for too much memory", '"x".repeat(2 ** 30);', "it ran out of memory (Invalid string length)."],
    ["exits", "process.exit(0);", "its process exited with code 0."],
    ["kills itself", "process.abort();", /its process (exited with code|was killed by) /],
    [
      "returns a promise",
      "return Promise.resolve([0, 1]);",
      "it returned a promise, whose work had only begun.",
    ],
  ])("%s", async (_, body, why, stack = "") => {
    const { file, ...result } = await profiledSource(
      `interface A {}\n\nfunction twoSum() { ${body} }`.replace("{ throw", "{\n  throw"),
      { seconds: 0.4 },
    );
    expect(result).toMatchObject({ type: "refused", isStub: false });
    const { why: said, stack: at } = result as Extract<Profiled, { type: "refused" }>;
    const on = 'On the workload "the pair at the very end" with n = 8 ';
    expect(said.startsWith(on)).toBe(true);
    if (typeof why === "string") expect(said).toBe(on + why);
    else expect(said).toMatch(why);
    if (stack !== "") expect(at).toBe(stack.replace("FILE", file).replace("3:9", "4:9"));
  });

  test("throws only in a later call", async () => {
    const source =
      'let n = 0;\nfunction twoSum() { if (n++ > 60) throw new Error("worn out"); return [0, 1]; }';
    expect(await profiledSource(source, { size: 9, workload: "the pair" })).toMatchObject({
      type: "refused",
      why: 'On the workload "the pair at the very end" with n = 9 it threw Error: worn out.',
      stack: expect.stringContaining("two-sum.ts:2:") as string,
    });
  });

  test("is the stub", async () => {
    const result = await profiledSource('function twoSum() { throw new Error("not implemented"); }');
    expect(result).toMatchObject({ type: "refused", isStub: true });
  });

  test.each([
    ["does not parse", "function twoSum( {", { line: 1 }],
    [
      "lacks the entry point",
      "function other() {}",
      { message: "there is no function or class twoSum", found: ["other"] },
    ],
    ["throws while it is loaded", "type A = 1;\n\nnull!.x;", { line: 3 }],
    ["never ends while it is loaded", "for (;;);", { message: "it runs without end while it is loaded" }],
    [
      "exits while it is loaded",
      "process.exit(3);",
      { message: "its process exited with code 3 while it was loaded" },
    ],
  ])("%s", async (_, source, failure) => {
    const { file, ...result } = await profiledSource(source, { seconds: 0.4 });
    expect(result).toMatchObject({ type: "load-error", failure: { file, ...failure } });
  });

  test("is asked for a size or a workload that there is not", async () => {
    const right = "function twoSum() { return [0, 1]; }";
    await expect(profiledSource(right, { size: 1e6 })).rejects.toThrow(
      /^the workload ".+" makes no legal input of size 1000000: it breaks the constraint ".+"$/,
    );
    await expect(profiledSource(right, { workload: "nothing" })).rejects.toThrow(
      /^there is no workload "nothing"; the workloads are "the pair at the very end", "/,
    );
  });
});

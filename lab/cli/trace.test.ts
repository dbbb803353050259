import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeEach, describe, expect, test, vi } from "vitest";
import { root } from "#lab/catalogue/checkout.ts";
import type { ChromeTrace } from "../../patterns/go/runtime/trace/chrome-trace.ts";
import { labInProcess as lab } from "./in-process.ts";

const folder = mkdtempSync(join(tmpdir(), "lab-trace-"));
const attempts = join(folder, "attempts");
vi.stubEnv("LAB_ATTEMPTS", attempts);
vi.stubEnv("NO_COLOR", "1");

beforeEach(() => rmSync(attempts, { recursive: true, force: true }));
afterAll(() => rmSync(folder, { recursive: true }));

const traces = join(attempts, ".lab/traces");

/** A program of its own name, as modules are loaded once. */
function program(name: string, main: string): string {
  const file = join(folder, `${name}.ts`);
  writeFileSync(
    file,
    `import * as go from ${JSON.stringify(join(root, "patterns/go/runtime/runtime.ts"))};\n${main}\n`,
  );
  return file;
}

describe("a program that returns", () => {
  test("is found by its pattern's name; its output, its Ps and what repeats it are printed, and the page is written", async () => {
    const { code, out, err } = await lab("trace", "runtime", "--procs", "2", "--seed", "3");
    expect({ code, err }).toEqual({ code: 0, err: "" });
    expect(out).toMatch(/^runtime: returned, exit code 0\n/);
    expect(out).toMatch(/output +served 1\n/);
    expect(out).toMatch(/leaks +none\n/);
    expect(out).toMatch(/in all +\S+ ms of virtual time, 6 goroutines, \d+ switches\n/);
    expect(out.match(/^ +P\d .*ms/gm)).toHaveLength(2);
    expect(out).toContain("npx lab trace runtime --replay 'go-like procs=2 seed=3'");
    const page = join(traces, "runtime.html");
    expect(out).toContain(page);
    expect(readFileSync(page, "utf8")).toContain("<title>runtime: timeline</title>");
  });

  test("is repeated by its token, also a random schedule", async () => {
    const json = async (...args: string[]): Promise<string> =>
      (await lab("trace", "runtime", "--json", ...args)).out;
    const first = await json("--schedule", "random", "--seed", "5");
    const { token } = (JSON.parse(first) as ChromeTrace).otherData;
    expect(await json("--replay", token!)).toBe(
      first.replace(/"again":"[^"]*"/, `"again":"npx lab trace runtime --replay '${token}'"`),
    );
    expect(await json("--schedule", "random", "--seed", "6")).not.toContain(token);
    expect(existsSync(traces)).toBe(false);
  });

  test("--out and --json: the trace into a file, and the report all the same", async () => {
    const file = join(folder, "run.json");
    const { out } = await lab("trace", "runtime", "--json", "--out", file);
    expect(out).toContain(`trace       ${file}`);
    const { traceEvents } = JSON.parse(readFileSync(file, "utf8")) as ChromeTrace;
    expect(traceEvents.map(({ name }) => name)).toContain("chan receive");
  });

  test("leaks are named with where they wait, and are no failure", async () => {
    const file = program(
      "leaks",
      `export default function* main() {
        const c = go.makeChan(go.int);
        go.go(function* forgotten() { yield* c.recv(); });
        yield* go.sleep(1);
      }`,
    );
    const { code, out } = await lab("trace", file);
    expect(code).toBe(0);
    expect(out).toMatch(/leaks +1 left behind that nobody can wake\n +forgotten 18: chan receive/);
  });

  test("may wait for promises", async () => {
    const file = program(
      "promises",
      "export default function* main() { go.println(yield* go.awaiting(Promise.resolve(7))); }",
    );
    expect((await lab("trace", file)).out).toMatch(/output +7\n[^]*awaited=0@1'/);
  });
});

describe("explored:", () => {
  const locks = (first: string, second: string): string =>
    `yield* wg.go(function* () { yield* ${first}.lock(); yield* ${second}.lock(); yield* ${second}.unlock(); yield* ${first}.unlock(); });`;
  const main = (body: string): string =>
    `export default function* main() { const a = new go.Mutex(), b = new go.Mutex(), wg = new go.WaitGroup(); ${body} yield* wg.wait(); }`;

  test("the schedule that fails is found, drawn and repeated", async () => {
    const file = program("orders", main(locks("a", "b") + locks("b", "a")));
    expect((await lab("trace", file)).code).toBe(0);
    const { code, out } = await lab("trace", file, "--schedule", "explored");
    expect(out).toMatch(
      /^orders: fatal error: all goroutines are asleep[^]*explored +schedule \d+ failed: fatal error/,
    );
    expect(code).toBe(1);
    const token = /--replay '(.*)'/.exec(out)![1]!;
    expect((await lab("trace", file, "--replay", token)).out).toMatch(/^orders: fatal error/);
  });

  test("a program without a fault is said to have none", async () => {
    const file = program("order", main(locks("a", "b") + locks("a", "b")));
    const { code, out } = await lab("trace", file, "--schedule", "explored");
    expect(out).toMatch(/^order: returned, exit code 0[^]*explored +\d+ schedules.* and none failed/);
    expect(code).toBe(0);
  });

  test("a goroutine left behind counts as a failure", async () => {
    const leak = "const c = go.makeChan(go.int); go.go(function* left() { yield* c.send(1); });";
    const { code, out } = await lab("trace", program("leaking", main(leak)), "--schedule", "explored");
    expect(out).toMatch(/explored +schedule 1 failed: goroutine 18 \(left\) can never run again/);
    expect(code).toBe(1);
  });
});

describe("a program that fails ends with 1 and still has a timeline:", () => {
  test.each([
    [
      "panics",
      'go.panic("no luck");',
      /^panics: panic: .*no luck.*, exit code 2\n[^]*goroutine 1 \[running\]/,
    ],
    ["deadlocks", "yield* go.makeChan(go.int).recv();", /^deadlocks: fatal error: all goroutines are asleep/],
    [
      "forgets",
      "makeChan(1);",
      /makeChan is not defined[^]*missing +import \{ makeChan \} from ".*runtime\.ts"/,
    ],
    ["exits", "go.exit(3);", /^exits: called exit, exit code 3\n/],
    [
      "races",
      "const x = go.shared(0); go.go(function* () { yield* x.set(1); }); yield* x.set(2); yield* go.sleep(1);",
      /^races: returned, with data races, exit code 66\n[^]*WARNING: DATA RACE[^]*races +1\n/,
    ],
  ])("one that %s", async (name, body, said) => {
    const file = program(name, `export default function* main() { ${body} }`);
    const { code, out } = await lab("trace", file);
    expect(out).toMatch(said);
    expect(code).toBe(1);
    expect(existsSync(join(traces, `${name}.html`))).toBe(true);
  });

  test("one that does not load, or that Go's compiler would have refused, has none", async () => {
    const broken = program("broken", 'throw new Error("at once");');
    expect(await lab("trace", broken)).toMatchObject({
      code: 1,
      out: "broken: cannot be loaded\n\n  Error: at once\n",
    });
    const promise = program("promise", "export default async function main() {}");
    const { code, out } = await lab("trace", promise);
    expect({ code, out }).toEqual({
      code: 1,
      out: expect.stringMatching(/^promise: was refused\n\n {2}go main: an async/) as string,
    });
    expect(existsSync(traces)).toBe(false);
  });
});

describe("wrong use is said in one sentence, and ends with 2:", () => {
  test.each([
    [["runtme"], 'there is no program "runtme"; did you mean runtime?'],
    [["union-find"], 'there is no program "union-find"; give a file, or one of'],
    [["none.ts"], "there is no file none.ts"],
    [["runtime", "--procs", "65"], "it must be 1 to 64."],
    [["runtime", "--schedule", "fair"], "Allowed choices are go-like, random, explored."],
    [["runtime", "--schedule", "random", "--procs", "2"], "--procs is for --schedule go-like"],
    [["runtime", "--replay", "nonsense"], '--replay cannot be read: token: "nonsense" names no policy'],
    [["runtime", "--replay", "choices=0", "--seed", "1"], "--replay repeats a run as it was"],
    [["runtime", "--replay", "choices=0", "--schedule", "random"], "--replay repeats a run as it was"],
    [[], "missing required argument 'program'"],
  ])("%j", async (args, said) => {
    const { code, out, err } = await lab("trace", ...args);
    expect({ code, out }).toEqual({ code: 2, out: "" });
    expect(err).toContain(said);
    expect(err.trim().split("\n")).toHaveLength(1);
  });

  test("a file without a main", async () => {
    const { code, err } = await lab("trace", program("empty", "export const x = 1;"));
    expect({ code, err }).toEqual({
      code: 2,
      err: expect.stringMatching(/empty\.ts has no main; write it as/) as string,
    });
  });
});

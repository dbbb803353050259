import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { generatedPositionFor, originalPositionFor, TraceMap } from "@jridgewell/trace-mapping";
import { afterAll, beforeEach, describe, expect, test, vi } from "vitest";

const folder = realpathSync(mkdtempSync(join(tmpdir(), "lab-debug-")));
const attempts = join(folder, "attempts");
vi.stubEnv("LAB_ATTEMPTS", attempts);
const { debug } = await import("./debug.ts");
const { saveCase } = await import("#lab/journal/cases.ts");
const { findEntry } = await import("#lab/catalogue/find.ts");

beforeEach(() => {
  rmSync(attempts, { recursive: true, force: true });
  mkdirSync(attempts, { recursive: true });
});
afterAll(() => rmSync(folder, { recursive: true }));

/** Calls the command in this process: what it printed, and the exit code it set. */
async function debugged(name: string, ...args: string[]): Promise<{ code: unknown; out: string }> {
  let out = "";
  const spy = vi.spyOn(console, "log").mockImplementation((text: unknown = "") => {
    out += `${String(text)}\n`;
  });
  process.exitCode = 0;
  try {
    await debug(name, args);
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

// What esbuild leaves out moves all lines below it, so that only the source map knows where they went.
const zeroIsNothing = `
interface Seen { place: number }

enum Answer { None = "none" }

function twoSum(nums: number[], target: number): number[] {
  const seen = new Map<number, Seen>();

  for (const [i, x] of nums.entries()) {
    const partner = seen.get(target - x)?.place;
    if (partner) return [partner, i];
    seen.set(x, { place: i });
  }
  debugger;
  return [];
}
`;
const lineOf = (text: string): number =>
  zeroIsNothing.split("\n").findIndex((line) => line.includes(text)) + 1;
const right = zeroIsNothing.replace("if (partner)", "if (partner !== undefined)");

describe("which input:", () => {
  test("the newest that failed, and still legal, before the first example", async () => {
    attempt(right);
    expect((await debugged("two-sum")).out).toContain(
      "on the first example: nums = [2, 7, 11, 15], target = 9",
    );
    for (const input of [
      [[5, 5], 10],
      [[0, 0], 0],
      [[1, 1, 1], 2],
    ])
      saveCase(findEntry("two-sum"), input);
    const { code, out } = await debugged("two-sum");
    expect(out).toContain("on the newest input that failed: nums = [0, 0], target = 0");
    expect(code).toBe(0);
  });

  test("the arguments given, which have to be legal", async () => {
    attempt(zeroIsNothing);
    const { code, out } = await debugged("two-sum", "[3,1,3]", "6");
    expect({ code, out }).toMatchObject({
      code: 1,
      out: expect.stringMatching(
        /on your input: .*[^]*returned +\[\][^]*wanted +\[0, 2\][^]*broken law +two indices/,
      ) as string,
    });
    await expect(debugged("two-sum", "[3]", "6")).rejects.toThrow(/nums has 2 to/);
  });
});

describe("which file:", () => {
  test("the one that is named, be it a second approach or elsewhere", async () => {
    attempt(right);
    const heap = attempt(zeroIsNothing, "two-sum.heap.ts");
    for (const name of [heap, "attempts/two-sum.heap.ts", "two-sum.heap.ts"])
      expect((await debugged(name, "[3,3]", "6")).code).toBe(1);
    expect((await debugged("two-sum", "[3,3]", "6")).code).toBe(0);
    mkdirSync(join(folder, "elsewhere"), { recursive: true });
    const elsewhere = join(folder, "elsewhere/two-sum.ts");
    writeFileSync(elsewhere, zeroIsNothing);
    expect((await debugged(elsewhere, "[3,3]", "6")).code).toBe(1);
  });

  test("none: what to do", async () => {
    await expect(debugged("two-sum")).rejects.toThrow(/begin with npx lab start two-sum/);
  });
});

describe("an attempt runs as the judge runs it:", () => {
  test("a variable that is kept shows in the second call", async () => {
    attempt(`const seen = new Map(); ${right.replace("const seen = new Map<number, Seen>();", "")}`);
    expect((await debugged("two-sum", "[3,3]", "6")).out).toMatch(
      /The first call is right[^]*because +the first call with this input is right, but not the second/,
    );
  });

  test("with LeetCode's globals, an import without ending, and a class that is the default export", async () => {
    attempt("export const add = (list: number[], x: number): void => { list.push(x); };", "adding.ts");
    attempt(
      `import { add } from "./adding";
export default class { private s: number[] = []; private m = new MinPriorityQueue<number>();
  push(x: number) { add(this.s, x); this.m.enqueue(x); } pop() { const x = this.s.pop(); this.m.remove((y) => y === x); }
  top() { return _.last(this.s); } getMin() { return this.m.front(); } }`,
      "min-stack.ts",
    );
    expect((await debugged("min-stack")).out).toContain("min-stack: right");
  });

  test("what it throws is told with its own lines, imported files' too", async () => {
    attempt(
      "interface A {}\n\nexport function fail(): never {\n  throw new TypeError('no');\n}",
      "failing.ts",
    );
    const file = attempt(
      `import { fail } from "./failing.ts";\ninterface B {}\n\nfunction twoSum() {\n  fail();\n}`,
    );
    const { code, out } = await debugged("two-sum");
    expect(code).toBe(1);
    expect(out.replaceAll(/\s+/g, "")).toContain(
      `at fail (${join(attempts, "failing.ts")}:4:9) twoSum (${file}:5:3)`.replaceAll(" ", ""),
    );
  });

  test.each([
    ["function twoSum( {", /cannot be loaded/],
    ["function other() {}", /there is no function or class twoSum[^]*found +other/],
    ["const x = 1;\n\nx.y.z;", /TypeError: [^]*two-sum\.ts:3:5/],
  ])("%s is a load error", async (source, said) => {
    attempt(source);
    expect(await debugged("two-sum")).toMatchObject({ code: 1, out: expect.stringMatching(said) as string });
  });

  test("a stub is called one", async () => {
    attempt("function twoSum() { throw new Error('not implemented'); }");
    await expect(debugged("two-sum")).rejects.toThrow(/it is still the stub; write it in/);
  });
});

interface Message {
  id?: number;
  method?: string;
  result?: Record<string, unknown>;
  params: Record<string, never>;
}

interface Location {
  scriptId: string;
  lineNumber: number;
  columnNumber: number;
}

interface Paused {
  reason: string;
  data?: { url: string; scriptId: string; sourceMapURL: string };
  callFrames: { callFrameId: string; location: Location }[];
}

/** A debugger: what it is told of, it answers with a command, and with nothing when it lets the program go on. */
async function attached(
  address: string,
  onPaused: (paused: Paused, send: Send) => Promise<void>,
): Promise<void> {
  const socket = new WebSocket(address);
  await once(socket, "open");
  const waiting = new Map<number, (result: Record<string, unknown>) => void>();
  let last = 0;
  const send: Send = (method, params = {}) =>
    new Promise((resolve) => {
      waiting.set(++last, resolve);
      socket.send(JSON.stringify({ id: last, method, params }));
    });
  socket.addEventListener("message", ({ data }) => {
    const { id, method, params, result } = JSON.parse(String(data)) as Message;
    if (id !== undefined) waiting.get(id)?.(result ?? {});
    if (method === "Debugger.paused")
      void onPaused(params as unknown as Paused, send).then(() => send("Debugger.resume"));
    if (method === "Runtime.executionContextDestroyed") socket.close();
  });
  await send("Runtime.enable");
  await send("Debugger.enable");
  await send("Debugger.setInstrumentationBreakpoint", {
    instrumentation: "beforeScriptWithSourceMapExecution",
  });
  await send("Runtime.runIfWaitingForDebugger");
}

type Send = (method: string, params?: Record<string, unknown>) => Promise<Record<string, unknown>>;

test("a debugger pauses on the line of the attempt where the breakpoint is, and at debugger statements", async () => {
  const file = attempt(zeroIsNothing);
  const url = pathToFileURL(file).href;
  const script = `const { debug } = await import(${JSON.stringify(new URL("debug.ts", import.meta.url).href)}); await debug(${JSON.stringify(file)}, ["[0,0]", "0"]);`;
  const child = spawn(process.execPath, ["--inspect-brk=0", "--input-type=module", "-e", script], {
    env: { ...process.env, LAB_ATTEMPTS: attempts },
    stdio: ["ignore", "pipe", "pipe"],
  });
  let out = "";
  child.stdout.on("data", (chunk) => (out += String(chunk)));
  const address = await new Promise<string>((resolve) => {
    child.stderr.on("data", (chunk) => {
      const [found] = /ws:\S+/.exec(String(chunk)) ?? [];
      if (found !== undefined) resolve(found);
    });
  });

  let map: TraceMap | undefined;
  let scriptId: string | undefined;
  const stops: [line: number, i: unknown][] = [];
  await attached(address, async ({ data, callFrames: [top] }, send) => {
    if (data?.url === url) {
      ({ scriptId } = data);
      map = new TraceMap(Buffer.from(data.sourceMapURL.split(",")[1]!, "base64").toString());
      expect(map.sources).toEqual([fileURLToPath(url)]);
      const { line, column } = generatedPositionFor(map, {
        source: file,
        line: lineOf("if (partner)"),
        column: 4,
      });
      await send("Debugger.setBreakpointByUrl", { url, lineNumber: line! - 1, columnNumber: column });
    } else if (map && top && top.location.scriptId === scriptId) {
      const { lineNumber, columnNumber } = top.location;
      const { line } = originalPositionFor(map, { line: lineNumber + 1, column: columnNumber });
      const { result } = await send("Debugger.evaluateOnCallFrame", {
        callFrameId: top.callFrameId,
        expression: "typeof i === 'undefined' ? 'no i' : i",
      });
      stops.push([line!, (result as { value: unknown }).value]);
    }
  });
  await once(child, "close");
  expect(stops).toEqual([
    [lineOf("if (partner)"), 0],
    [lineOf("if (partner)"), 1],
    [lineOf("debugger;"), "no i"],
  ]);
  expect(out).toContain("broken law  two indices");
  expect(out).not.toContain("No debugger is attached");
});

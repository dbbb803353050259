import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeEach, describe, expect, test, vi } from "vitest";
import { UsageError } from "#lab/problem/usage-error.ts";
import type { Place } from "#lab/terminal/editor.ts";

const folder = mkdtempSync(join(tmpdir(), "lab-help-"));
const attempts = join(folder, "attempts");
vi.stubEnv("LAB_ATTEMPTS", attempts);
vi.stubEnv("NO_COLOR", "1");

const answer = vi.hoisted(() => vi.fn<(asked: { message: string }) => Promise<boolean>>());
vi.mock("@inquirer/prompts", () => ({ confirm: answer }));
const editing = vi.hoisted(() => ({
  isTerminal: false,
  isThere: false,
  starts: true,
  places: [] as Place[],
}));
vi.mock("#lab/terminal/editor.ts", () => ({
  editor: () => (editing.isThere ? { name: "code", isTerminal: editing.isTerminal, command: [] } : undefined),
  openInEditor: (places: Place[]) => {
    if (!editing.isThere || !editing.starts) return Promise.resolve(false);
    editing.places.push(...places);
    return Promise.resolve(true);
  },
}));

const { events, record } = await import("#lab/journal/journal.ts");
const { hint } = await import("./hint.ts");
const { notes } = await import("./notes.ts");
const { solution } = await import("./solution.ts");
const { reset } = await import("./reset.ts");

const terminal = (isThere: boolean): void => {
  process.stdin.isTTY = isThere;
  process.stdout.isTTY = isThere;
  process.stdout.getColorDepth = () => 1;
};

beforeEach(() => {
  rmSync(attempts, { recursive: true, force: true });
  terminal(false);
  answer.mockReset();
  Object.assign(editing, { isTerminal: false, isThere: false, starts: true, places: [] });
});
afterAll(() => rmSync(folder, { recursive: true }));

/** What a command prints, and the code it ends with. */
async function ran(command: () => void | Promise<void>): Promise<{ out: string; code: unknown }> {
  let out = "";
  const spy = vi.spyOn(console, "log").mockImplementation((text: string) => void (out += `${text}\n`));
  process.exitCode = 0;
  try {
    await command();
    return { out, code: process.exitCode };
  } catch (error) {
    if (!(error instanceof UsageError)) throw error;
    return { out: error.message, code: 2 };
  } finally {
    spy.mockRestore();
    process.exitCode = undefined;
  }
}

const problem = "two-sum";
const mistake = "takes index 0 for nothing found";
const pass = (): void => record({ event: "passed", problem, growth: true });
const fail = (made?: string): void =>
  record({
    event: "checked",
    problem,
    verdict: "wrong-answer",
    ...(made !== undefined && { mistake: made }),
  });
const happened = (): string[] => events().map(({ event }) => event);

function attempt(text: string, name = "two-sum.ts"): string {
  mkdirSync(attempts, { recursive: true });
  writeFileSync(join(attempts, name), text);
  return join(attempts, name);
}

describe("hint", () => {
  const next = async (): Promise<string> => (await ran(() => hint("two-sum"))).out;

  test("climbs the ladder rung by rung, remembers each, and stays on the last with what comes then", async () => {
    expect(await next()).toMatch(/^Hint 1 of 3\n\nComparing every element[^]*It can be done in n\.\n$/);
    expect(await next()).toMatch(/^Hint 2 of 3\n\nWhen you stand at `nums\[i\]`/);
    const third = await next();
    expect(third).toMatch(/^Hint 3 of 3/);
    expect(third).not.toContain("npx lab solution");
    expect(await next()).toBe(`${third}\nThat is the last one. Next: npx lab solution two-sum\n`);
    expect(events().map((event) => event.event === "hint" && event.rung)).toEqual([1, 2, 3]);
  });

  test("goes on after a fresh stub, and begins again after a pass", async () => {
    await next();
    record({ event: "reset", problem });
    expect(await next()).toContain("Hint 2 of 3");
    pass();
    expect(await next()).toContain("Hint 1 of 3");
    expect(await next()).toContain("Hint 2 of 3");
    record({ event: "started", problem, review: true });
    record({ event: "hint", problem: "3sum", rung: 3 });
    expect(await next()).toContain("Hint 3 of 3");
  });

  test("there is none in an interview, but for other problems", async () => {
    record({ event: "interviewed", problem, began: new Date().toISOString(), minutes: 60 });
    expect(await ran(() => hint("two-sum"))).toMatchObject({
      code: 2,
      out: expect.stringContaining("interview") as string,
    });
    expect((await ran(() => hint("3sum"))).out).toContain("Hint 1 of");
    expect(happened()).not.toContain("revealed");
  });
});

describe("notes of a problem not solved yet", () => {
  test("tell of the last mistake only, in the terminal even where there is an editor", async () => {
    terminal(true);
    editing.isThere = true;
    fail("uses the same element twice");
    fail(mistake);
    fail();
    const { out, code } = await ran(() => notes("two-sum", {}));
    expect(code).toBe(0);
    expect(out).toMatch(
      /^### takes index 0 for nothing found\n\n`if \(partner\)` is false[^]*npx lab notes two-sum --all\n$/,
    );
    expect(out).not.toContain("same element");
    expect([editing.places, happened()]).toEqual([[], ["checked", "checked", "checked"]]);
  });

  test("ask where no mistake was recognised, and a no shows and records nothing", async () => {
    terminal(true);
    fail();
    answer.mockResolvedValueOnce(false);
    const told = { out: "  two-sum is not solved yet, and this shows the solution.\n", code: 1 };
    expect(await ran(() => notes("two-sum", {}))).toEqual(told);
    answer.mockRejectedValueOnce(Object.assign(new Error("closed"), { name: "ExitPromptError" }));
    expect(await ran(() => notes("two-sum", {}))).toEqual(told);
    expect(happened()).toEqual(["checked"]);
  });

  test("are shown after a yes, which is remembered, and asked once", async () => {
    terminal(true);
    answer.mockResolvedValueOnce(true);
    for (let i = 0; i < 2; i++) {
      const { out } = await ran(() => notes("two-sum", {}));
      expect(out).toMatch(/^# Two Sum: notes$[^]*### One-pass map/m);
    }
    expect(answer).toHaveBeenCalledTimes(1);
    expect(happened()).toEqual(["revealed"]);
  });

  test("--all asks for the whole, --yes answers, and without a terminal nothing waits", async () => {
    fail(mistake);
    expect(await ran(() => notes("two-sum", { all: true }))).toMatchObject({
      code: 2,
      out: expect.stringMatching(/--yes/) as string,
    });
    expect((await ran(() => notes("two-sum", { all: true, yes: true }))).out).toContain("### One-pass map");
    expect(happened()).toEqual(["checked", "revealed"]);
  });

  test("stay closed in an interview", async () => {
    record({ event: "interviewed", problem, began: new Date().toISOString(), minutes: 60 });
    expect(await ran(() => notes("two-sum", { yes: true }))).toMatchObject({ code: 2 });
    expect(happened()).toEqual(["interviewed"]);
  });
});

describe("notes that spoil nothing", () => {
  const path = expect.stringMatching(/two-sum.NOTES\.md$/) as string;

  test("are opened in the editor, at the mistake made since the pass", async () => {
    terminal(true);
    editing.isThere = true;
    fail("uses the same element twice");
    pass();
    const { out } = await ran(() => notes("two-sum", {}));
    expect(out).toMatch(/^Opened in code: .*NOTES\.md\n$/);
    fail(mistake);
    await ran(() => notes("two-sum", {}));
    const heading = readFileSync("problems/arrays/two-sum/NOTES.md", "utf8")
      .split("\n")
      .indexOf(`### ${mistake}`);
    expect(editing.places).toEqual([{ path }, { path, line: heading + 1 }]);
    expect(happened()).not.toContain("revealed");
  });

  test.each<[string, () => void, { print?: true }]>([
    ["when asked to", () => terminal(true), { print: true }],
    ["without a terminal", () => terminal(false), {}],
    ["when the editor cannot be started", () => Object.assign(editing, { starts: false }), {}],
  ])("are printed %s", async (_when, arrange, options) => {
    terminal(true);
    editing.isThere = true;
    arrange();
    expect((await ran(() => notes("arrays", options))).out).toContain("# Arrays\n");
    expect([editing.places, answer.mock.calls]).toEqual([[], []]);
  });
});

describe("solution", () => {
  test("shows the attempts first, then each approach with its growth, then the code", async () => {
    pass();
    attempt("const mine = `x`; // ```\n");
    attempt("const heap = 1;\n", "two-sum.heap.ts");
    const { out, code } = await ran(() => solution("two-sum", {}));
    expect(code).toBe(0);
    const order = [
      "const mine = `x`; // ```",
      "two-sum.heap.ts",
      "const heap = 1;",
      "### Every pair (n²)",
      "### One-pass map (n)",
      "export function everyPair",
    ];
    const places = order.map((part) => out.indexOf(part));
    expect(places).not.toContain(-1);
    expect(places).toEqual(places.toSorted((a, b) => a - b));
    expect(out).not.toContain("--open");
  });

  test("asks before a pass of the present sitting, and remembers", async () => {
    expect(await ran(() => solution("two-sum", {}))).toMatchObject({ code: 2 });
    pass();
    record({ event: "started", problem, review: true });
    expect(await ran(() => solution("two-sum", {}))).toMatchObject({ code: 2 });
    expect((await ran(() => solution("two-sum", { yes: true }))).out).toContain("export function onePassMap");
    expect(happened()).toEqual(["passed", "started", "revealed"]);
  });

  test("offers the editor and opens both files in it", async () => {
    terminal(true);
    editing.isThere = true;
    pass();
    const mine = attempt("");
    expect((await ran(() => solution("two-sum", {}))).out).toContain("npx lab solution two-sum --open");
    expect((await ran(() => solution("two-sum", { open: true }))).out).toBe("");
    expect(editing.places.map(({ path }) => path)).toEqual([
      mine,
      expect.stringMatching(/two-sum.approaches\.ts$/),
    ]);
  });

  test("is not opened in an editor that takes the terminal, and nothing is given away before that is said", async () => {
    terminal(true);
    Object.assign(editing, { isThere: true, isTerminal: true });
    expect(await ran(() => solution("two-sum", { open: true, yes: true }))).toMatchObject({ code: 2 });
    expect(happened()).toEqual([]);
  });
});

describe("reset", () => {
  const archive = join(attempts, ".lab/archive");

  test("moves the attempt to the archive, says where, and lays a fresh stub", async () => {
    const path = attempt("// mine\n");
    const { out, code } = await ran(() => reset("two-sum", { yes: true }));
    const [archived] = readdirSync(archive);
    expect(readFileSync(join(archive, archived!), "utf8")).toBe("// mine\n");
    expect(out).toContain(archived);
    expect(readFileSync(path, "utf8")).toContain("not implemented");
    expect([code, happened()]).toEqual([0, ["reset"]]);
  });

  test.each([
    ["two-sum", { as: "heap", yes: true as const }],
    ["attempts/two-sum.heap.ts", { yes: true as const }],
  ])("of the second approach leaves the first alone: %s", async (name, options) => {
    const first = attempt("// first\n");
    attempt("// heap\n", "two-sum.heap.ts");
    await ran(() => reset(name, options));
    expect(readFileSync(first, "utf8")).toBe("// first\n");
    expect(readFileSync(join(archive, readdirSync(archive)[0]!), "utf8")).toBe("// heap\n");
    expect(events()).toMatchObject([{ event: "reset", as: "heap" }]);
  });

  test("changes nothing without a yes", async () => {
    const path = attempt("// mine\n");
    expect(await ran(() => reset("two-sum", {}))).toMatchObject({
      code: 2,
      out: expect.stringContaining("--yes") as string,
    });
    terminal(true);
    answer.mockResolvedValueOnce(false);
    expect(await ran(() => reset("two-sum", {}))).toMatchObject({ code: 1 });
    expect(readFileSync(path, "utf8")).toBe("// mine\n");
    expect([existsSync(archive), happened()]).toEqual([false, []]);
  });

  test("of no attempt says how to begin", async () => {
    expect(await ran(() => reset("two-sum", { as: "heap", yes: true }))).toMatchObject({
      code: 2,
      out: expect.stringMatching(
        /no attempt .*two-sum\.heap\.ts; begin with npx lab start two-sum --as heap$/,
      ) as string,
    });
  });
});

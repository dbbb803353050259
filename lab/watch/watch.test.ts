import {
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, afterEach, beforeEach, describe, expect, test } from "vitest";
import { PseudoTerminal } from "./pseudo-terminal.ts";

const folder = mkdtempSync(join(tmpdir(), "lab-watch-"));
let attempts: string;
let file: string;
let runs = 0;
let terminal: PseudoTerminal | undefined;
beforeEach(() => {
  attempts = join(folder, String(runs++));
  mkdirSync(attempts);
  file = join(attempts, "two-sum.ts");
});
afterEach(() => terminal?.kill("SIGKILL"));
afterAll(() => rmSync(folder, { recursive: true }));

const signature = "function twoSum(nums: number[], target: number): number[]";
const right = `${signature} { const m = new Map<number, number>(); for (let i = 0; i < nums.length; i++) { const j = m.get(target - nums[i]); if (j !== undefined) return [j, i]; m.set(nums[i], i); } return []; }`;
const wrong = `${signature} { return [0, 0]; }`;
/** No step is counted in it, so that only the parent's clock ends it: it is judged for seconds. */
const endless = `${signature} { /(a+)+$/.test("a".repeat(40) + "b"); return []; }`;

function watching(
  source: string | undefined,
  options: { args?: string[]; columns?: number; rows?: number; env?: Record<string, string> } = {},
): PseudoTerminal {
  const { args = [], columns = 80, rows = 24, env = {} } = options;
  if (source !== undefined) writeFileSync(file, source);
  terminal = new PseudoTerminal(["watch", "two-sum", ...args], {
    columns,
    rows,
    env: { LAB_ATTEMPTS: attempts, ...env },
  });
  return terminal;
}

function journal(): { event: string; verdict?: string }[] {
  const lines = readFileSync(join(attempts, ".lab/journal.jsonl"), "utf8").trim().split("\n");
  return lines.map((line) => JSON.parse(line) as { event: string; verdict?: string });
}

describe("saving", () => {
  test("judges, however the editor writes the file, and keeps a pass at once", async () => {
    const screen = watching(undefined);
    await screen.shows(/not solved yet/);
    writeFileSync(file, wrong);
    await screen.shows(/wrong answer[^]*two different indices/);
    writeFileSync(`${file}.draft`, right);
    renameSync(`${file}.draft`, file);
    await screen.shows(/accepted/);
    expect(journal().map(({ event }) => event)).toEqual([
      "started",
      "checked",
      "checked",
      "checked",
      "passed",
    ]);
  });

  test("during a run cancels it and starts over; what was cancelled is no verdict", async () => {
    const screen = watching(endless);
    await screen.shows(/judging/);
    writeFileSync(file, wrong);
    await screen.shows(/wrong answer/);
    writeFileSync(file, right);
    await screen.shows(/accepted/);
    expect(journal().map(({ verdict }) => verdict)).not.toContain("time-limit");
  });

  test("leaves the failing input in view until the next verdict", async () => {
    const screen = watching(wrong);
    await screen.shows(/wrong answer/);
    writeFileSync(file, endless);
    expect(await screen.shows(/judging/)).toContain("two different indices");
  });
});

describe("keys", () => {
  test("answer during a run", async () => {
    const screen = watching(endless);
    await screen.shows(/judging/);
    screen.type("?");
    expect(await screen.shows(/show this/)).toContain("judging");
  });

  test("? shows all keys, Esc closes, an unknown key says so, and r calls with an input that is typed in", async () => {
    const screen = watching(right);
    await screen.shows(/accepted/);
    screen.type("z");
    await screen.shows(/No key "z"/);
    screen.type("?");
    await screen.shows(/Esc closes this/);
    screen.type("\u001b");
    await screen.shows(/^(?![^]*Esc closes)/);
    expect(screen.text()).toContain("accepted");
    screen.type("r");
    await screen.shows(/nums, target/);
    screen.type("[3, 3] 6\r");
    await screen.shows(/two-sum: right[^]*returned +\[0, 1\]/);
    screen.type("r");
    await screen.shows(/nums, target/);
    screen.type("[3] 6\r");
    await screen.shows(/nums has 2 to 10⁴ elements/);
  });

  test("b compares the approaches, and b again stops with what was measured so far", async () => {
    const screen = watching(right, { rows: 50, columns: 120 });
    await screen.shows(/accepted/);
    screen.type("b");
    await screen.shows(/b again stops it/);
    screen.type("b");
    await screen.shows(/Stopped before the end/);
    expect(journal().map(({ event }) => event)).toContain("benched");
  });

  test("a question is left with Esc and with Ctrl-D, and the next key is answered", async () => {
    const screen = watching(wrong);
    await screen.shows(/wrong answer/);
    for (const leaving of ["\u001b", "\u0004"]) {
      screen.type("l");
      await screen.shows(/Type a name/);
      screen.type(leaving);
      await screen.shows(/wrong answer/);
    }
    screen.type("?");
    await screen.shows(/the next hint, one rung/);
  });

  test("what is pasted presses no keys; an attempt that is gone is an answer, not the end", async () => {
    const screen = watching(right);
    await screen.shows(/accepted/);
    screen.type("\u001b[200~quick: h n s R q\u001b[201~");
    screen.type("r");
    await screen.shows(/nums, target/);
    rmSync(file);
    screen.type("nums = [3,3], target = 6\r");
    await screen.shows(/no such file/);
    screen.type("?");
    await screen.shows(/the next hint, one rung/);
    expect(journal().map(({ event }) => event)).not.toContain("hint");
  });

  test("l finds a problem by what is typed and turns to it; x goes on to what comes next", async () => {
    const screen = watching(right);
    await screen.shows(/accepted/);
    screen.type("l");
    await screen.shows(/Type a name/);
    screen.type("bits easy\u007f\u007f\u007f\u007f\u007f\u007f\u007f\u007f\u007fbit easy");
    await screen.shows(/❯ Single Number/);
    screen.type("\r");
    await screen.shows(/single-number: not solved yet/);
    screen.type("x");
    await screen.shows(/comes next on the path/);
    expect(screen.text()).not.toContain("single-number");
  });

  test("n explains the mistake that was made, and shows nothing else before the pass", async () => {
    const screen = watching(
      `${signature} { for (let i = 0; i < nums.length; i++) for (let j = i; j < nums.length; j++) if (nums[i] + nums[j] === target) return [i, j]; return []; }`,
    );
    await screen.shows(/known as +uses the same element twice/);
    screen.type("n");
    const shown = await screen.shows(/### uses the same element twice[^]*two\s+places/);
    expect(shown).not.toContain("takes index 0");
  });

  test("h climbs the ladder; s asks before a pass, and takes a no; R asks, archives the attempt and begins again", async () => {
    const screen = watching(wrong, { rows: 60 });
    await screen.shows(/wrong answer/);
    screen.type("h");
    await screen.shows(/Hint 1 of 3/);
    screen.type("h");
    expect(await screen.shows(/Hint 2 of 3/)).toContain("wrong answer");
    screen.type("s");
    await screen.shows(/Show it\?/);
    screen.type("n\r");
    await screen.shows(/wrong answer/);
    screen.type("R");
    await screen.shows(/begin again\?/);
    screen.type("y\r");
    await screen.shows(/not solved yet[^]*Your attempt is now[^]*archive/);
    expect(readFileSync(file, "utf8")).toContain("not implemented");
    const [archived] = readdirSync(join(attempts, ".lab/archive"));
    expect(readFileSync(join(attempts, ".lab/archive", archived!), "utf8")).toBe(wrong);
    writeFileSync(file, right);
    await screen.shows(/accepted/);
    screen.type("s");
    await screen.shows(/Your attempt/);
    expect(journal().map(({ event }) => event)).not.toContain("revealed");
  });

  test("o opens the statement and the attempt in the editor", async () => {
    const editor = join(attempts, "editor.sh");
    writeFileSync(editor, `#!/bin/sh\nfor file in "$@"; do echo "$file" >> "${attempts}/opened"; done\n`, {
      mode: 0o755,
    });
    const screen = watching(right, { env: { VISUAL: editor } });
    await screen.shows(/accepted/);
    screen.type("o");
    await expect
      .poll(() => {
        try {
          return readFileSync(join(attempts, "opened"), "utf8").trim().split("\n");
        } catch {
          return [];
        }
      })
      .toEqual([expect.stringMatching(/two-sum\/README\.md/), expect.stringContaining(file)]);
  });
});

test("the picker of the bare command is left with Ctrl-C without a word", async () => {
  terminal = new PseudoTerminal([], { env: { LAB_ATTEMPTS: attempts } });
  await terminal.shows(/Type a name/);
  terminal.type("\u0003");
  expect(await terminal.ended).toMatchObject({ code: 0 });
  expect(terminal.written).not.toContain("    at ");
});

describe("the window", () => {
  test("may be narrow or change its size; nothing sticks out and the keys stay in view", async () => {
    const screen = watching(wrong);
    await screen.shows(/wrong answer/);
    screen.resize(40, 8);
    await screen.shows(/wrong answer[^]*more lines in a taller window[^]*q\squit$/);
    screen.resize(120, 40);
    await screen.shows(/^(?![^]*more lines)[^]*broken law +two different indices[^]*q\squit$/);
  });

  test("is drawn over on a screen of its own, which is left with one line of what was reached", async () => {
    const screen = watching(right);
    await screen.shows(/accepted/);
    screen.type("q");
    expect(await screen.ended).toMatchObject({ code: 0 });
    expect(screen.text().trim()).toBe("two-sum: accepted");
  });

  test("--plain adds lines and moves nothing", async () => {
    const screen = watching(wrong, { args: ["--plain"], rows: 60 });
    await screen.shows(/wrong answer/);
    writeFileSync(file, right);
    await screen.shows(/accepted/);
    screen.type("?");
    await screen.shows(/show this/);
    expect(screen.text()).toContain("wrong answer");
    expect(screen.written).not.toContain("\u001b[H");
    expect(screen.written).not.toContain("\u001b[?1049h");
  });

  test("--line says each verdict on one line, between two that an editor waits for", async () => {
    const screen = watching(wrong, { args: ["--line"], rows: 60, columns: 200 });
    await screen.shows(/^lab: judging\n.*two-sum\.ts:1:10: error: two-sum: wrong answer.*\nlab: done$/);
    writeFileSync(file, right);
    await screen.shows(/lab: judging\ntwo-sum: accepted\nlab: done$/);
  });

  test("NO_COLOR takes all colour away", async () => {
    const screen = watching(wrong, { env: { NO_COLOR: "1" } });
    await screen.shows(/wrong answer/);
    expect(screen.written).not.toContain("\u001b[1m");
    expect(screen.written).not.toContain("\u001b[31m");
  });
});

describe("the terminal is as it was before when it ends by", () => {
  const restored = "\u001b[?25h\u001b[?1049l";

  test.each([
    ["Ctrl-C", (screen: PseudoTerminal) => screen.type("\u0003"), 0],
    ["SIGTERM", (screen: PseudoTerminal) => screen.kill("SIGTERM"), 143],
    ["SIGHUP", (screen: PseudoTerminal) => screen.kill("SIGHUP"), 129],
  ])("%s", async (_how, end, code) => {
    const screen = watching(endless);
    await screen.shows(/judging/);
    end(screen);
    expect(await screen.ended).toMatchObject({ code });
    expect(screen.written).toContain(restored);
  });
});

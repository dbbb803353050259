import { chmodSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, test, vi } from "vitest";
import { editor, openInEditor } from "./editor.ts";

const folder = mkdtempSync(join(tmpdir(), "lab editor-"));
afterAll(() => rmSync(folder, { recursive: true }));
const log = join(folder, "log");

/** An editor of this name that writes its arguments down, and the environment that names it. */
function fake(name: string, given = "", script = ""): NodeJS.ProcessEnv {
  const path = join(folder, name);
  writeFileSync(
    path,
    `#!/bin/sh\n${script}\nprintf '%s\\n' "$@" > '${log}.part' && mv '${log}.part' '${log}'\n`,
  );
  chmodSync(path, 0o755);
  return { ...process.env, VISUAL: `"${path}" ${given}` };
}

/** What the editor was called with, once it was. */
async function called(): Promise<string[]> {
  await vi.waitFor(() => expect(existsSync(log)).toBe(true), { timeout: 5000, interval: 5 });
  const args = readFileSync(log, "utf8").trimEnd().split("\n");
  rmSync(log);
  return args;
}

describe("the editor", () => {
  test.each<[NodeJS.ProcessEnv, string | undefined, boolean | undefined]>([
    [{ VISUAL: "zed", EDITOR: "vim", TERM_PROGRAM: "vscode" }, "zed", false],
    [{ VISUAL: " ", EDITOR: "vim", TERM_PROGRAM: "vscode" }, "vim", true],
    [{ TERM_PROGRAM: "vscode" }, "code", false],
    [{ CODESPACES: "true" }, "code", false],
    [{ TERM_PROGRAM: "Apple_Terminal" }, undefined, undefined],
    [{ EDITOR: "/usr/local/bin/nvim -p" }, "nvim", true],
    [{ EDITOR: '"C:\\Program Files\\Code\\code.cmd" --wait' }, "code", false],
    [{ EDITOR: "emacsclient -n" }, "emacsclient", false],
    [{ EDITOR: "emacsclient -t" }, "emacsclient", true],
    [{ EDITOR: "hx" }, "hx", true],
    [{ EDITOR: "vi" }, "vi", true],
    [{ EDITOR: "vi", npm_execpath: "npm-cli.js" }, undefined, undefined],
    [{ EDITOR: "vi", npm_execpath: "npm-cli.js", TERM_PROGRAM: "vscode" }, "code", false],
  ])("of %j is %s", (env, name, isTerminal) => {
    const found = editor(env);
    expect([found?.name, found?.isTerminal]).toEqual([name, isTerminal]);
  });
});

describe("the line is told as each editor wants to hear it:", () => {
  test.each([
    ["vim", "", ["+7", "a b.ts", "c.ts"]],
    ["nano", "-m", ["-m", "+7", "a b.ts", "c.ts"]],
    ["hx", "", ["a b.ts:7", "c.ts:3"]],
    ["code", "--wait --new-window", ["--wait", "--new-window", "--goto", "a b.ts:7", "c.ts:3"]],
    ["cursor", "", ["--goto", "a b.ts:7", "c.ts:3"]],
    ["subl", "", ["a b.ts:7", "c.ts:3"]],
    ["idea", "", ["--line", "7", "a b.ts", "c.ts"]],
    ["notepad", "", ["a b.ts", "c.ts"]],
  ])("%s %s", async (name, given, args) => {
    const places = [
      { path: "a b.ts", line: 7 },
      { path: "c.ts", line: 3 },
    ];
    expect(await openInEditor(places, fake(name, given))).toBe(true);
    expect(await called()).toEqual(args);
  });

  test("no line, no argument", async () => {
    await openInEditor([{ path: "a.ts" }], fake("vim"));
    expect(await called()).toEqual(["a.ts"]);
  });
});

test("an editor in the terminal is waited for", async () => {
  await openInEditor([{ path: "a.ts" }], fake("vim", "", "sleep 0.05"));
  expect(existsSync(log)).toBe(true);
  rmSync(log);
});

test("an editor with windows is not", async () => {
  const gate = join(folder, "gate");
  await openInEditor([{ path: "a.ts" }], fake("code", "", `while [ ! -e '${gate}' ]; do sleep 0.01; done`));
  expect(existsSync(log)).toBe(false);
  writeFileSync(gate, "");
  expect(await called()).toEqual(["--goto", "a.ts"]);
});

test.each(["no-such-editor", "vim"])("%s that is not there is named in one sentence", async (name) => {
  const said = vi.spyOn(console, "error").mockImplementation(() => undefined);
  const path = join(folder, "not-there", name);
  expect(await openInEditor([{ path: "a.ts" }], { VISUAL: `"${path}"` })).toBe(false);
  expect(said.mock.calls).toEqual([[expect.stringContaining(`${path} cannot be started (ENOENT)`)]]);
  said.mockRestore();
});

test("without an editor nothing is opened, and nothing said", async () => {
  expect(await openInEditor([{ path: "a.ts" }], {})).toBe(false);
});

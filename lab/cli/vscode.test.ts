import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { loadProblem, root } from "#lab/catalogue/catalogue.ts";
import { approachNamed, findEntry } from "#lab/catalogue/find.ts";
import type { Verdict } from "#lab/judge/verdict.ts";
import { problemLine } from "#lab/terminal/problem-line.ts";

interface Pattern {
  readonly regexp: string;
  readonly file: number;
  readonly line: number;
  readonly column: number;
  readonly severity: number;
  readonly message: number;
}

interface Matcher {
  readonly pattern: Pattern;
  readonly background?: { readonly beginsPattern: string; readonly endsPattern: string };
}

interface Task {
  readonly label: string;
  readonly args: readonly string[];
  readonly problemMatcher: Matcher | [];
}

interface Launch {
  readonly name: string;
  readonly runtimeExecutable: string;
  readonly program: string;
}

const { tasks } = settings("tasks.json") as { tasks: Task[] };
const matching = tasks.filter(
  (task): task is Task & { problemMatcher: Matcher } => "pattern" in task.problemMatcher,
);

function settings(file: string): unknown {
  return JSON.parse(readFileSync(join(root, ".vscode", file), "utf8"));
}

const entry = findEntry("two-sum");
const judged = { entry, loaded: await loadProblem(entry.folder), file: join(entry.folder, "stub.ts") };
const counterexample = {
  input: [[0, 0], 0],
  output: [],
  check: "two indices",
  message: 'breaks the law "two indices"',
};
const growth = { wanted: "n", measured: "n²", ok: false, workload: "the last" } as const;
const line = (verdict: Pick<Verdict, "word" | "growth" | "counterexample">): string =>
  problemLine(judged, { ...verdict, seed: 0, runs: 1, shrinks: 0, ms: 0 });

describe.each(matching)("$label", ({ problemMatcher: { pattern, background } }) => {
  const matched = (text: string): Record<string, string> | undefined => {
    const match = new RegExp(pattern.regexp).exec(text);
    if (!match) return undefined;
    const parts = ["file", "line", "column", "severity", "message"] as const;
    return Object.fromEntries(parts.map((part) => [part, match[pattern[part]]!]));
  };

  test("takes a verdict apart", () => {
    expect(matched(line({ word: "wrong-answer", counterexample }))).toEqual({
      file: "problems/arrays/two-sum/stub.ts",
      line: "1",
      column: "17",
      severity: "error",
      message: 'two-sum: wrong answer for nums = [0, 0], target = 0: returned [], broken law "two indices"',
    });
    expect(matched(line({ word: "not-implemented", counterexample }))).toMatchObject({ severity: "info" });
    expect(matched(line({ word: "accepted", growth }))).toMatchObject({ severity: "warning" });
    expect(matched("C:\\a b\\x.ts:3:4: error: y: 1:2: error: z")).toMatchObject({
      file: "C:\\a b\\x.ts",
      line: "3",
      message: "y: 1:2: error: z",
    });
  });

  test("takes nothing else for a problem", () => {
    for (const text of [
      line({ word: "accepted" }),
      "lab: judging",
      "lab: done",
      'lab: there is no problem "README"',
    ])
      expect(matched(text)).toBeUndefined();
  });

  if (background)
    test("knows where a judgement begins and ends", () => {
      expect(new RegExp(background.beginsPattern).test("lab: judging")).toBe(true);
      expect(new RegExp(background.endsPattern).test("lab: done")).toBe(true);
      expect(
        new RegExp(`${background.beginsPattern}|${background.endsPattern}`).test(line({ word: "accepted" })),
      ).toBe(false);
    });
});

test.each(tasks.filter(({ args }) => args.length > 2))(
  "$label names the open file as the lab does",
  ({ args }) => {
    const open = (basename: string): string => args[2]!.replace("${fileBasename}", basename);
    expect(findEntry(open("two-sum.heap.ts")).slug).toBe("two-sum");
    expect([approachNamed(open("two-sum.heap.ts")), approachNamed(open("two-sum.ts"))]).toEqual([
      "heap",
      undefined,
    ]);
  },
);

test("debuggers and the Vitest extension start the Node that the lab runs on", () => {
  const { configurations } = settings("launch.json") as { configurations: Launch[] };
  const inFolder = (path: string): string => path.replace("${workspaceFolder}/", "");
  for (const { program, runtimeExecutable } of configurations) {
    expect(existsSync(join(root, inFolder(program)))).toBe(true);
    expect(inFolder(runtimeExecutable)).toBe("node_modules/.bin/node");
  }
  // The extension puts no folder in for ${workspaceFolder} here: it takes a path from the workspace's own.
  expect(settings("settings.json")).toMatchObject({ "vitest.nodeExecutable": "node_modules/.bin/node" });
});

test("a container has the extensions that are recommended", () => {
  const { customizations } = settings("../.devcontainer/devcontainer.json") as {
    customizations: { vscode: { extensions: string[] } };
  };
  const { recommendations } = settings("extensions.json") as { recommendations: string[] };
  expect(customizations.vscode.extensions).toEqual(recommendations);
});

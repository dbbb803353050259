import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import { loadProblem, root } from "#lab/catalogue/catalogue.ts";
import { findEntry } from "#lab/catalogue/find.ts";
import type { Counterexample, Verdict } from "#lab/judge/verdict.ts";
import { declarationIn } from "./declaration.ts";
import { inputText } from "./input-text.ts";
import { problemLine } from "./problem-line.ts";

const folder = mkdtempSync(join(tmpdir(), "lab-line-"));
afterAll(() => rmSync(folder, { recursive: true }));
const file = join(folder, "two-sum.ts");
writeFileSync(file, "// Two Sum\n\nexport function twoSum() {\n  return [];\n}\n");

const entry = findEntry("two-sum");
const judged = { entry, loaded: await loadProblem(entry.folder), file };
const law = "two different indices";
const found = { input: [[0, 0], 0], check: law, message: `breaks the law "${law}"` };

function line(verdict: Pick<Verdict, "word" | "growth" | "failure" | "fault">): string;
function line(verdict: Pick<Verdict, "word">, counterexample: Partial<Counterexample>): string;
function line(verdict: Pick<Verdict, "word">, counterexample?: Partial<Counterexample>): string {
  const counted = { seed: 0, runs: 7, shrinks: 0, ms: 1 };
  const more = counterexample && { counterexample: { ...found, ...counterexample } };
  return problemLine(judged, { ...verdict, ...more, ...counted });
}

describe("one line, at the declaration:", () => {
  const at = `${file}:3:17`;
  test.each<[Verdict["word"], Partial<Counterexample>, string]>([
    [
      "wrong-answer",
      { output: [] },
      `${at}: error: two-sum: wrong answer for nums = [0, 0], target = 0: returned [], broken law "${law}"`,
    ],
    [
      "wrong-answer",
      { output: undefined, check: "returns a value of the right kind", message: "number[] is wanted" },
      `${at}: error: two-sum: wrong answer for nums = [0, 0], target = 0: returned undefined, number[] is wanted`,
    ],
    [
      "time-limit",
      { check: "finishes", message: "it did not finish within 10 steps" },
      `${at}: error: two-sum: takes too long for nums = [0, 0], target = 0: it did not finish within 10 steps`,
    ],
    [
      "runtime-error",
      { message: "Error: one\n  two", stack: "help (/elsewhere/help.ts:9:9)" },
      `${at}: error: two-sum: runtime error for nums = [0, 0], target = 0: Error: one two`,
    ],
    [
      "not-implemented",
      { message: "it is still the stub" },
      `${at}: info: two-sum: not solved yet: it is still the stub`,
    ],
  ])("%s", (word, counterexample, wanted) => expect(line({ word }, counterexample)).toBe(wanted));

  test("accepted, but slow", () => {
    const growth = { wanted: "n", measured: "n²", ok: false, workload: "the last" } as const;
    expect(line({ word: "accepted", growth })).toBe(
      `${at}: warning: two-sum: accepted, but at the growth n² on the workload "the last", where n can be reached`,
    );
  });

  test("what is not the learner's fault", () => {
    expect(line({ word: "undecided" })).toMatch(/: warning: two-sum: undecided: .* 7 inputs/);
    expect(line({ word: "lab-error", fault: "Error: x\n    at y" })).toMatch(
      /: error: two-sum: .*own: Error: x$/,
    );
  });
});

test("what is accepted is named, at no place", () =>
  expect(line({ word: "accepted" })).toBe("two-sum: accepted"));

test("an error is shown where the learner's own file threw, below what it called", () => {
  const stack = `help (/elsewhere/help.ts:9:9)\nadd (${file}:4:7)\ntwoSum (${file}:2:1)`;
  expect(line({ word: "runtime-error" }, { message: "Error: no", stack })).toContain(`${file}:4:7: error: `);
});

test("what does not load is shown where, and in the file that is at fault", () => {
  const failure = { message: "Unexpected end", found: [] };
  expect(line({ word: "load-error", failure: { ...failure, file: "/a/b.ts", line: 2, column: 9 } })).toBe(
    "/a/b.ts:2:9: error: two-sum: cannot be loaded: Unexpected end",
  );
  expect(line({ word: "load-error", failure: { ...failure, file } })).toContain(`${file}:1:1: error: `);
});

test("a file below the folder the command runs in is named from there", () => {
  const own = join(root, "problems/arrays/two-sum/stub.ts");
  const verdict = {
    word: "wrong-answer",
    counterexample: found,
    seed: 0,
    runs: 1,
    shrinks: 0,
    ms: 0,
  } as const;
  expect(problemLine({ ...judged, file: own }, verdict)).toMatch(
    /^problems\/arrays\/two-sum\/stub\.ts:\d+:17: /,
  );
});

test("long values are cut, and of scripts the last calls are shown", async () => {
  const nums = Array.from({ length: 1000 }, (_, i) => i);
  expect(inputText(judged.loaded.problem, [nums, 1], 20)).toMatch(/^nums = \[0, 1, .{0,12}…, target = 1$/);
  const { problem } = await loadProblem(findEntry("min-stack").folder);
  const pushed = [
    ["MinStack", ...nums.map(() => "push"), "top"],
    [[], ...nums.map((n) => [n]), []],
  ];
  expect(inputText(problem, pushed, 20)).toMatch(/^…, push\(993\), .*push\(999\), top\(\)$/);
  expect(
    inputText(
      problem,
      [
        ["MinStack", "push"],
        [[], [-2]],
      ],
      20,
    ),
  ).toBe("new MinStack(), push(-2)");
});

describe("the declaration is found in", () => {
  test.each([
    ["function f() {}", 1, 10],
    ["\texport default async function f() {}", 1, 32],
    ["let a = 1;\n\nconst f = () => 1;", 3, 7],
    ["var f = function () {};", 1, 5],
    ["const g = 1; class f {}\nexport class f {}", 2, 14],
    ["module.exports.f = () => 1;", 1, 16],
    ["function* f() {}", 1, 11],
    ["// function f() {}\n/* before\nfunction f() {} */\nfunction f() {}", 4, 10],
    ["function fast() {}\nfunction f$() {}\nfunction f() {}", 3, 10],
    ["const help = 1;\nexport default () => help;", 2, 1],
    ["const help = 1;\n  module.exports = help;", 2, 3],
    ["const help = 1;", 1, 1],
    ["", 1, 1],
  ])("%j", (source, line, column) => expect(declarationIn(source, ["f"])).toEqual({ line, column }));

  test("that of the first entry point there is", () =>
    expect(declarationIn("function b() {}\nfunction a() {}", ["a", "b"]).line).toBe(2));
});

import { appendFileSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { entries } from "#lab/catalogue/catalogue.ts";
import { afterAll, beforeEach, describe, expect, test, vi } from "vitest";

const folder = mkdtempSync(join(tmpdir(), "lab-journal-"));
vi.stubEnv("LAB_ATTEMPTS", folder);
const { events, record } = await import("./journal.ts");
const { standings } = await import("./standings.ts");
const { history } = await import("./history.ts");
const { saveCase, savedCases } = await import("./cases.ts");
const a = { ...entries().find(({ slug }) => slug === "two-sum")!, slug: "a", formerly: ["old-a"] };
const journal = join(folder, ".lab/journal.jsonl");

beforeEach(() => rmSync(join(folder, ".lab"), { recursive: true, force: true }));
afterAll(() => rmSync(folder, { recursive: true }));

describe("the journal", () => {
  test("keeps what happened, with the time, one line each", () => {
    record({ event: "started", problem: "a" }, new Date(0));
    record({ event: "passed", problem: "a", growth: true }, new Date(1));
    expect(readFileSync(journal, "utf8")).toBe(
      '{"at":"1970-01-01T00:00:00.000Z","event":"started","problem":"a"}\n{"at":"1970-01-01T00:00:00.001Z","event":"passed","problem":"a","growth":true}\n',
    );
  });

  test("loses no more than the line that was cut short, wherever that is", () => {
    record({ event: "started", problem: "a" });
    record({ event: "passed", problem: "a", growth: false });
    const whole = readFileSync(journal, "utf8");
    const firstLine = whole.indexOf("\n") + 1;
    for (let length = firstLine; length < whole.length; length++) {
      writeFileSync(journal, whole.slice(0, length));
      record({ event: "started", problem: "b" });
      expect(events().map(({ problem }) => problem)).toEqual(
        length === whole.length - 1 ? ["a", "a", "b"] : ["a", "b"],
      );
    }
  });

  test("keeps events it does not know", () => {
    mkdirSync(join(folder, ".lab"));
    const unknown =
      '{"at":"2030-01-01T00:00:00.000Z","event":"from the future","problem":"a"}\n{"event":"other"}\n';
    appendFileSync(journal, unknown);
    record({ event: "started", problem: "b" });
    expect(readFileSync(journal, "utf8")).toContain(unknown);
    expect(Object.fromEntries(standings(events()))).toEqual({ b: "in progress" });
  });

  test("reads the union of two machines' files in the order in which things happened, each once", () => {
    const lines = [3, 1, 2].map(
      (day) => `{"at":"2026-01-0${day}T00:00:00.000Z","event":"started","problem":"p${day}"}`,
    );
    mkdirSync(join(folder, ".lab"));
    writeFileSync(journal, [...lines, ...lines.slice(1)].join("\n"));
    expect(events().map(({ problem }) => problem)).toEqual(["p1", "p2", "p3"]);
  });

  test("goes on under a problem's new name", () => {
    record({ event: "passed", problem: "old-a", growth: true });
    expect(Object.fromEntries(standings(history([a])))).toEqual({ a: "solved at the target growth" });
  });

  test("remembers the best standing, whatever came later", () => {
    record({ event: "passed", problem: "a", growth: true });
    record({ event: "passed", problem: "a", growth: false });
    record({ event: "checked", problem: "a", verdict: "wrong-answer" });
    record({ event: "checked", problem: "b", verdict: "wrong-answer" });
    expect(Object.fromEntries(standings(events()))).toEqual({
      a: "solved at the target growth",
      b: "in progress",
    });
  });
});

describe("saved cases", () => {
  test("come back newest first, each once, at most 20", () => {
    for (let i = 0; i < 25; i++) saveCase(a, [[i]]);
    saveCase(a, [[10]]);
    const saved = savedCases(a);
    expect(saved).toHaveLength(20);
    expect(saved.slice(0, 2)).toEqual([[[10]], [[24]]]);
  });

  test("broken lines are passed over", () => {
    const file = saveCase(a, [[1]]);
    appendFileSync(file, '[[2\n"no input"\n[[3]]\n');
    expect(savedCases(a)).toEqual([[[1]], [[3]]]);
  });

  test("are found under a former name of the problem as well", () => {
    saveCase({ ...a, slug: "old-a", formerly: [] }, [[1]]);
    saveCase(a, [[2]]);
    expect(savedCases(a)).toEqual([[[2]], [[1]]]);
  });

  test("there are none of a problem never failed", () => {
    expect(savedCases({ ...a, slug: "b" })).toEqual([]);
  });
});

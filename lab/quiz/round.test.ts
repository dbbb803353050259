import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import type { Event, Recorded } from "#lab/journal/journal.ts";
import { outlook } from "./outlook.ts";
import { round } from "./round.ts";
import type { Source } from "#lab/catalogue/pages.ts";

const folder = mkdtempSync(join(tmpdir(), "lab-quiz-"));
afterAll(() => rmSync(folder, { recursive: true }));

function source(kind: Source["kind"], name: string, topics: string[], ...questions: string[]): Source {
  const path = join(folder, `${name.replace("/", "-")}.md`);
  const asked = questions.map((question) => `**${question}** Because of ${question}`).join("\n\n");
  writeFileSync(path, `# ${name}\n\n## Discussion\n\n${asked}\n`);
  return { kind, name, title: name.toUpperCase(), path, topics };
}

const all = [
  source("problem", "open", ["t"], "open 1"),
  source("problem", "done", ["t"], "done 1", "done 2"),
  source("topic", "s", ["s"], "s 1"),
  source("topic", "t", ["t"], "t 1"),
  source("pattern", "f/p", ["f", "t"], "p 1"),
];

function on(day: number, event: Event): Recorded {
  return { at: new Date(2026, 0, day, 12).toISOString(), ...event };
}
function asked(problem: string, question: string, rating: 1 | 2 | 3 | 4): Event {
  return { event: "asked", problem, question, rating };
}
const passed = on(1, { event: "passed", problem: "done", growth: false });
const noon = (day: number): Date => new Date(2026, 0, day, 12);
const posed = (happened: Recorded[], day: number, unsolvedToo = false, some = all): string[] =>
  round(some, happened, noon(day), unsolvedToo).map(({ question }) => question);

test("new questions come of what was solved, then of pages met, and of the rest only when asked for", () => {
  expect(posed([passed], 2)).toEqual(["done 1", "done 2", "t 1", "p 1", "s 1"]);
  expect(posed([passed], 2, true)).toEqual(["done 1", "done 2", "t 1", "p 1", "s 1", "open 1"]);
});

test("only those of problems not solved are marked as spoiling", () => {
  const spoiling = round(all, [passed], noon(2), true).filter(({ spoils }) => spoils);
  expect(spoiling.map(({ question }) => question)).toEqual(["open 1"]);
});

test("due ones come first, longest overdue before the others, also of problems not solved", () => {
  const happened = [on(1, asked("open", "open 1", 4)), on(2, asked("s", "s 1", 1)), passed];
  expect(posed(happened, 20).slice(0, 3)).toEqual(["s 1", "open 1", "done 1"]);
});

test("what is not due yet is not asked", () => {
  expect(posed([on(1, asked("s", "s 1", 4)), passed], 2)).not.toContain("s 1");
});

test("nothing is asked twice on a day, not even what was forgotten", () => {
  const forgotten = on(5, asked("done", "done 1", 1));
  const late = new Date(2026, 0, 5, 23, 59);
  expect(round(all, [passed, forgotten], late, false).map(({ id }) => id)).not.toContain("done: done 1");
  expect(posed([passed, forgotten], 6)[0]).toBe("done 1");
});

test("the same question of two problems is two questions; one that a page has twice is one", () => {
  const [a, b] = [source("topic", "a", ["a"], "same", "same"), source("topic", "b", ["b"], "same")];
  expect(posed([], 1, false, [a, b])).toEqual(["same", "same"]);
  expect(posed([on(1, asked("a", "same", 4))], 1, false, [a, b])).toEqual(["same"]);
});

test("a round has ten, and pages behind them are not read", () => {
  const long = source("topic", "long", ["t"], ...Array.from({ length: 12 }, (_, i) => `long ${i}`));
  const unreadable: Source = { ...long, name: "folder", path: folder };
  expect(posed([], 1, false, [long, unreadable])).toHaveLength(10);
});

test("a problem without notes asks nothing", () => {
  const bare: Source = { ...all[1]!, path: join(folder, "none.md") };
  expect(posed([passed], 2, false, [bare])).toEqual([]);
});

test("the outlook counts those of the next day on which any is due, and only of these sources", () => {
  const happened = [
    on(1, asked("s", "s 1", 1)),
    on(1, asked("t", "t 1", 1)),
    on(1, asked("done", "done 1", 4)),
    on(1, asked("elsewhere", "x", 1)),
  ];
  expect(outlook(all, [], noon(1))).toBeUndefined();
  expect(outlook(all, happened, noon(1))).toBe("The next 2 are due tomorrow.");
  expect(outlook(all, happened, new Date(2026, 0, 2, 0, 1))).toBe("2 more are due today.");
  expect(outlook(all, happened.slice(0, 1), noon(9))).toBe("One more is due today.");
  expect(outlook(all, happened.slice(2), noon(1))).toMatch(/^The next one is due in \d+ days\.$/);
});

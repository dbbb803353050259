import { expect, test } from "vitest";
import type { Entry } from "#lab/catalogue/catalogue.ts";
import type { Event, Recorded } from "#lab/journal/journal.ts";
import { drawTwo } from "./draw.ts";
import { minutesInto, runningInterview, unreportedInterview, workAt } from "./interview.ts";

const minute = (m: number): Date => new Date(Date.UTC(2026, 0, 1, 12, m));
const at = (m: number, event: Event): Recorded => ({ at: minute(m).toISOString(), ...event });
const drawn = (m: number, ...problems: string[]): Recorded[] =>
  problems.map((problem) =>
    at(m, { event: "interviewed", problem, began: minute(m).toISOString(), minutes: 45 }),
  );
const end = (m: number, began: number): Recorded =>
  at(m, { event: "interview-ended", problem: "a", began: minute(began).toISOString() });

test("an interview runs until its time is over, and then waits for its report", () => {
  const happened = drawn(0, "b", "a");
  expect(runningInterview([], minute(0))).toBeUndefined();
  expect(runningInterview(happened, minute(0))).toMatchObject({ problems: ["b", "a"], minutes: 45 });
  expect(runningInterview(happened, minute(44))).toBeDefined();
  expect(unreportedInterview(happened, minute(44))).toBeUndefined();
  expect(runningInterview(happened, minute(45))).toBeUndefined();
  expect(unreportedInterview(happened, minute(45))).toMatchObject({ ends: minute(45) });
});

test("one that was ended neither runs nor waits, and the next one does", () => {
  const happened = [...drawn(0, "a", "b"), end(10, 0)];
  expect(runningInterview(happened, minute(11))).toBeUndefined();
  expect(unreportedInterview(happened, minute(50))).toBeUndefined();
  expect(runningInterview([...happened, ...drawn(20, "c", "d")], minute(50))).toMatchObject({
    problems: ["c", "d"],
  });
});

test("only what happened while it was on counts, up to the first pass", () => {
  const wrong: Event = { event: "checked", problem: "a", verdict: "wrong-answer", mistake: "m" };
  const pass = (problem: string): Event => ({ event: "passed", problem, growth: true });
  const happened = [
    at(-30, { ...wrong, mistake: "earlier" }),
    at(-20, pass("a")),
    ...drawn(0, "a", "b"),
    at(0, { event: "started", problem: "a", review: true }),
    at(5, wrong),
    at(12, { event: "checked", problem: "a", verdict: "accepted" }),
    at(12, { event: "passed", problem: "a", growth: false }),
    at(46, pass("a")),
    at(46, pass("b")),
  ];
  const interview = unreportedInterview(happened, minute(60))!;
  expect(workAt("a", interview, happened)).toMatchObject({ tries: 2, mistakes: ["m"], growth: false });
  expect(minutesInto(interview, workAt("a", interview, happened)!.passed!)).toBe(12);
  expect(workAt("b", interview, happened)).toBeUndefined();
});

const entry = (slug: string, topic: string, difficulty: Entry["difficulty"] = "medium"): Entry => {
  return { slug, topic, difficulty, folder: "", title: slug, leetcode: 1, patterns: [], formerly: [] };
};
const slugs = (all: Entry[], happened: Recorded[], seed = 1): string[] =>
  drawTwo(all, happened, "medium", seed).map(({ slug }) => slug);
const seeds = Array.from({ length: 50 }, (_, i) => i);

test("two problems never begun are drawn, of the difficulty and of different topics", () => {
  const all = [
    entry("a1", "a"),
    entry("a2", "a"),
    entry("a3", "a"),
    entry("b1", "b"),
    entry("e", "b", "easy"),
  ];
  const begun = [at(0, { event: "started", problem: "a3" })];
  for (const seed of seeds) expect(slugs(all, begun, seed)).toContain("b1");
  const pairs = new Set(seeds.map((seed) => slugs(all, begun, seed).sort().join(" ")));
  expect([...pairs].sort()).toEqual(["a1 b1", "a2 b1"]);
  expect(slugs(all, begun, 7)).toEqual(slugs(all, begun, 7));
});

test("of one topic where there is no other, and never one problem twice", () => {
  for (const seed of seeds)
    expect(slugs([entry("a1", "a"), entry("a2", "a")], [], seed).sort()).toEqual(["a1", "a2"]);
});

test("where fewer than two are left, those come whose last sitting is oldest", () => {
  const all = ["p", "q", "r"].map((slug) => entry(slug, slug));
  const started = (m: number, problem: string): Recorded =>
    at(m, { event: "started", problem, review: true });
  const pass = (m: number, problem: string): Recorded => at(m, { event: "passed", problem, growth: true });
  const begun = [started(0, "p"), pass(1, "p"), started(2, "q"), started(3, "p")];
  expect(slugs(all, begun)).toEqual(["r", "q"]);
  expect(slugs(all, [...begun, started(1, "r")])).toEqual(["r", "q"]);
});

test("a difficulty with fewer than two problems is refused", () => {
  expect(() => slugs([entry("a", "a")], [])).toThrow("only one is medium; choose another --difficulty");
  expect(() => slugs([], [])).toThrow("none is medium");
});

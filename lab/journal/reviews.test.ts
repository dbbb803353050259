import { describe, expect, test } from "vitest";
import type { Entry } from "#lab/catalogue/catalogue.ts";
import type { Event, Recorded } from "./journal.ts";
import { gradeOf, isDue, problemReviews, questionId, questionReviews } from "./reviews.ts";
import { sittingAt, sittings } from "./sittings.ts";

const entry: Entry = {
  slug: "a",
  topic: "arrays",
  folder: "",
  title: "A",
  difficulty: "easy",
  leetcode: 1,
  patterns: [],
  formerly: [],
};

/** Events at the given minutes after noon of a day in January. */
function on(day: number, ...happened: [minute: number, event: Event][]): Recorded[] {
  return happened.map(([minute, event]) => ({
    at: new Date(2026, 0, day, 12, minute).toISOString(),
    ...event,
  }));
}

const started: Event = { event: "started", problem: "a" };
const again: Event = { event: "started", problem: "a", review: true };
const wrong: Event = { event: "checked", problem: "a", verdict: "wrong-answer" };
const passed: Event = { event: "passed", problem: "a", growth: true };
const daysUntil = (due: Date | undefined, day: number): number =>
  Math.round((due!.getTime() - new Date(2026, 0, day, 12).getTime()) / 86_400_000);

describe("a sitting", () => {
  test("gathers what was needed until the first pass, and nothing after it", () => {
    const happened = on(
      1,
      [0, started],
      [1, { event: "checked", problem: "a", verdict: "not-implemented" }],
      [4, { ...wrong, mistake: "m" }],
      [5, { event: "hint", problem: "a", rung: 1 }],
      [6, { event: "hint", problem: "a", rung: 2 }],
      [9, { event: "passed", problem: "a", growth: false }],
      [20, { event: "revealed", problem: "a" }],
      [30, wrong],
      [40, passed],
    );
    expect(sittingAt("a", happened)).toMatchObject({
      tries: 1,
      hints: 2,
      revealed: false,
      mistakes: ["m"],
      minutes: 9,
      growth: true,
    });
  });

  test("lasts over nights, which do not count as work", () => {
    const happened = [...on(1, [0, started], [5, wrong]), ...on(2, [0, started], [3, passed])];
    expect(sittings(happened).get("a")).toHaveLength(1);
    expect(sittingAt("a", happened)!.minutes).toBe(5 + 15 + 3);
  });

  test("begins anew with a fresh stub after a pass, and only then", () => {
    const reset: Event = { event: "reset", problem: "a" };
    expect(sittings(on(1, [0, started], [1, reset], [2, passed], [3, wrong])).get("a")).toHaveLength(1);
    expect(sittings(on(1, [0, started], [2, passed], [3, again], [4, wrong])).get("a")).toHaveLength(2);
    expect(sittings(on(1, [0, started], [2, passed], [3, reset])).get("a")).toHaveLength(2);
  });

  test.each([
    ["at once", on(1, [0, started], [5, wrong], [6, passed]), 4],
    ["after a hint", on(1, [0, started], [1, { event: "hint", problem: "a", rung: 1 }], [6, passed]), 3],
    ["after two hints", on(1, [0, started], [1, { event: "hint", problem: "a", rung: 2 }], [6, passed]), 2],
    ["slowly", on(1, [0, started], [14, wrong], [28, wrong], [40, passed]), 2],
    ["at a worse growth", on(1, [0, started], [1, { event: "passed", problem: "a", growth: false }]), 2],
    [
      "after many tries",
      on(1, [0, started], ...Array.from({ length: 7 }, () => [1, wrong] as [number, Event]), [2, passed]),
      2,
    ],
    ["after looking", on(1, [0, started], [1, { event: "revealed", problem: "a" }], [2, passed]), 1],
  ])("passed %s is graded for it", (_how, happened, grade) => {
    expect(gradeOf(sittingAt("a", happened)!, "easy")).toBe(grade);
  });
});

describe("reviews of problems", () => {
  test("there is none before a pass", () => {
    expect(problemReviews([entry], on(1, [0, started], [5, wrong]))).toEqual(new Map());
  });

  test("never come on the day of the pass, and sooner when it was hard", () => {
    const easily = problemReviews([entry], on(1, [0, started], [1, passed])).get("a");
    const hardly = problemReviews(
      [entry],
      on(1, [0, started], [1, { event: "revealed", problem: "a" }], [2, passed]),
    ).get("a");
    expect(daysUntil(hardly, 1)).toBeGreaterThanOrEqual(1);
    expect(daysUntil(easily, 1)).toBeGreaterThan(daysUntil(hardly, 1));
    expect(isDue(hardly, new Date(2026, 0, 1, 23, 59))).toBe(false);
  });

  test("come at greater distances each time they go well", () => {
    const first = on(1, [0, started], [1, passed]);
    const due = problemReviews([entry], first).get("a")!;
    const day = due.getDate();
    const second = problemReviews([entry], [...first, ...on(day, [0, again], [1, passed])]).get("a");
    expect(daysUntil(second, day)).toBeGreaterThan(daysUntil(due, 1));
  });

  test("a second time on the same day changes nothing", () => {
    const once = on(1, [0, started], [1, passed]);
    const twice = [...once, ...on(1, [10, again], [11, passed])];
    expect(problemReviews([entry], twice)).toEqual(problemReviews([entry], once));
  });

  test("are due from the morning of their day on", () => {
    const due = new Date(2026, 0, 5, 18);
    expect(isDue(due, new Date(2026, 0, 5, 6))).toBe(true);
    expect(isDue(due, new Date(2026, 0, 4, 23))).toBe(false);
    expect(isDue(undefined, due)).toBe(false);
  });
});

test("questions come again by the rating that was given", () => {
  const asked = (question: string, rating: 1 | 4): Event => ({
    event: "asked",
    problem: "a",
    question,
    rating,
  });
  const due = questionReviews(on(1, [0, asked("Why?", 1)], [1, asked("How?", 4)]));
  expect(daysUntil(due.get(questionId("a", "How?")), 1)).toBeGreaterThan(
    daysUntil(due.get(questionId("a", "Why?")), 1),
  );
});

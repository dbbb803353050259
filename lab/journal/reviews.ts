import { type Card, createEmptyCard, fsrs, type Grade, Rating } from "ts-fsrs";
import type { Entry } from "#lab/catalogue/catalogue.ts";
import type { Recorded } from "./journal.ts";
import { type Sitting, sittings } from "./sittings.ts";

/** Whole days only: nothing comes back on the day it was done. */
const scheduler = fsrs({ enable_short_term: false, enable_fuzz: false });

/** Minutes in which somebody who knows the problem solves it. */
const expectedMinutes = { easy: 15, medium: 30, hard: 50 } as const;

/** When to do each solved problem again, by what its sittings tell. */
export function problemReviews(entries: readonly Entry[], happened: readonly Recorded[]): Map<string, Date> {
  const due = new Map<string, Date>();
  const done = sittings(happened);
  for (const { slug, difficulty } of entries) {
    const graded = (done.get(slug) ?? []).flatMap((sitting) =>
      sitting.passed ? [{ at: sitting.passed, grade: gradeOf(sitting, difficulty) }] : [],
    );
    const card = cardAfter(graded);
    if (card) due.set(slug, card.due);
  }
  return due;
}

const ratings = { 1: Rating.Again, 2: Rating.Hard, 3: Rating.Good, 4: Rating.Easy } as const;

/** When to answer each question again that was answered before. */
export function questionReviews(happened: readonly Recorded[]): Map<string, Date> {
  const graded = new Map<string, Graded[]>();
  for (const event of happened) {
    if (event.event !== "asked") continue;
    const id = questionId(event.problem, event.question);
    graded.set(id, [...(graded.get(id) ?? []), { at: new Date(event.at), grade: ratings[event.rating] }]);
  }
  return new Map([...graded].map(([id, times]) => [id, cardAfter(times)!.due]));
}

export function questionId(problem: string, question: string): string {
  return `${problem}: ${question}`;
}

/** Due on this calendar day or before. */
export function isDue(due: Date | undefined, now: Date): boolean {
  return due !== undefined && dayOf(due) <= dayOf(now);
}

/** What a sitting says about how well the problem is known. */
export function gradeOf(sitting: Sitting, difficulty: Entry["difficulty"]): Grade {
  const { tries, hints, revealed, minutes, growth } = sitting;
  const expected = expectedMinutes[difficulty];
  if (revealed) return Rating.Again;
  if (hints >= 2 || tries > 6 || minutes > 2 * expected || !growth) return Rating.Hard;
  return hints === 0 && tries <= 2 && minutes <= expected / 2 ? Rating.Easy : Rating.Good;
}

interface Graded {
  readonly at: Date;
  readonly grade: Grade;
}

/** A second time on the same day changes nothing. */
function cardAfter(times: readonly Graded[]): Card | undefined {
  let card: Card | undefined;
  for (const { at, grade } of times) {
    if (card?.last_review && dayOf(card.last_review) === dayOf(at)) continue;
    card = scheduler.next(card ?? createEmptyCard(at), at, grade).card;
  }
  return card;
}

/** The day as somebody reads it off the calendar where they are. */
function dayOf(date: Date): string {
  return `${date.getFullYear()}-${String(date.getMonth() + 1).padStart(2, "0")}-${String(date.getDate()).padStart(2, "0")}`;
}

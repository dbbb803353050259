import { isDue, questionId, questionReviews } from "#lab/journal/reviews.ts";
import type { Recorded } from "#lab/journal/journal.ts";
import type { Source } from "#lab/catalogue/pages.ts";

/** When questions of these sources come again, in one sentence; undefined when none was ever asked. */
export function outlook(
  sources: readonly Source[],
  happened: readonly Recorded[],
  now: Date,
): string | undefined {
  const dates = [...questionReviews(happened)]
    .filter(([id]) => sources.some(({ name }) => id.startsWith(questionId(name, ""))))
    .map(([, date]) => date)
    .sort((a, b) => +a - +b);
  const [next] = dates;
  if (next === undefined) return undefined;
  const today = dates.filter((date) => isDue(date, now)).length;
  if (today > 0) return today === 1 ? "One more is due today." : `${today} more are due today.`;
  const same = dates.filter((date) => isDue(date, next)).length;
  const subject = same === 1 ? "The next one is" : `The next ${same} are`;
  return `${subject} due ${daysFrom(now, next)}.`;
}

/** "tomorrow" or "in 5 days", by the calendar. */
export function daysFrom(now: Date, date: Date): string {
  const midnight = (day: Date): number => Date.UTC(day.getFullYear(), day.getMonth(), day.getDate());
  const days = Math.round((midnight(date) - midnight(now)) / 86_400_000);
  if (days <= 0) return "today";
  return days === 1 ? "tomorrow" : `in ${days} days`;
}

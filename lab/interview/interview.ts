import type { Entry } from "#lab/catalogue/catalogue.ts";
import type { Recorded } from "#lab/journal/journal.ts";
import { type Sitting, sittings } from "#lab/journal/sittings.ts";

/** A mock interview as the journal tells it. */
export interface Interview {
  /** As the journal writes it. */
  readonly began: string;
  readonly minutes: number;
  /** Slugs, that of the first problem first. */
  readonly problems: readonly string[];
  /** When it ends or ended: when its time is over, or earlier if somebody said so. */
  readonly ends: Date;
  /** Its report has been printed. */
  readonly reported: boolean;
}

/** The interview that is on, if there is one; other commands give no help then. */
export function runningInterview(happened: readonly Recorded[], now: Date): Interview | undefined {
  return interviews(happened).findLast(({ reported, ends }) => !reported && now < ends);
}

/** The first interview that ended without anybody having been told how it went. */
export function unreportedInterview(happened: readonly Recorded[], now: Date): Interview | undefined {
  return interviews(happened).find(({ reported, ends }) => !reported && now >= ends);
}

/** All interviews, in the order in which they began. */
export function interviews(happened: readonly Recorded[]): Interview[] {
  const endings = new Map(
    happened.flatMap((event) =>
      event.event === "interview-ended" ? [[event.began, new Date(event.at)] as const] : [],
    ),
  );
  const drawn = happened.filter((event) => event.event === "interviewed");
  const begun = [...new Map(drawn.map(({ began, minutes }) => [began, minutes]))];
  return begun.map(([began, minutes]): Interview => {
    const over = new Date(Date.parse(began) + minutes * 60_000);
    const ended = endings.get(began);
    return {
      began,
      minutes,
      problems: drawn.filter((event) => event.began === began).map(({ problem }) => problem),
      ends: ended && ended < over ? ended : over,
      reported: ended !== undefined,
    };
  });
}

/** Its problems, as far as the catalogue still has them. */
export function drawnFor({ problems }: Interview, all: readonly Entry[]): Entry[] {
  return problems.flatMap((problem) => all.filter(({ slug }) => slug === problem));
}

/** What was done at one of its problems while it was on; undefined when nothing was. */
export function workAt(
  problem: string,
  { began, ends }: Interview,
  happened: readonly Recorded[],
): Sitting | undefined {
  const meanwhile = happened.filter(({ at }) => at >= began && at <= ends.toISOString());
  return sittings(meanwhile).get(problem)?.[0];
}

/** Whole minutes from the beginning to this moment. */
export function minutesInto({ began }: Interview, moment: Date): number {
  return Math.round((moment.getTime() - Date.parse(began)) / 60_000);
}

export function inTries(count: number): string {
  return count === 1 ? "1 try" : `${count} tries`;
}

export function inMinutes(count: number): string {
  return count === 1 ? "1 minute" : `${count} minutes`;
}

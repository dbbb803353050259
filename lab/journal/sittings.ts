import type { Recorded } from "./journal.ts";

/** One time of working on a problem, from an empty stub to the pass, however many days that takes. */
export interface Sitting {
  readonly problem: string;
  readonly began: Date;
  /** Verdicts asked for until the first pass; those on the untouched stub do not count. */
  tries: number;
  /** The highest rung of the ladder that was asked for before the pass. */
  hints: number;
  /** The reference solutions were looked at before the pass. */
  revealed: boolean;
  /** Known mistakes made on the way, each once. */
  readonly mistakes: string[];
  /** Minutes of working until the pass; a pause counts for no more than `longestPause`. */
  minutes: number;
  passed?: Date;
  /** At the growth that is asked for, perhaps only later. */
  growth: boolean;
}

/** In minutes. */
const longestPause = 15;

/** All sittings at each problem, oldest first. A fresh stub after a pass begins the next one. */
export function sittings(happened: readonly Recorded[]): Map<string, Sitting[]> {
  const all = new Map<string, Sitting[]>();
  const lastAt = new Map<string, Date>();
  for (const event of happened) {
    if (!["started", "checked", "passed", "hint", "revealed", "reset"].includes(event.event)) continue;
    const { problem } = event;
    const at = new Date(event.at);
    const known = all.get(problem) ?? [];
    all.set(problem, known);
    let current = known.at(-1);
    const isFresh = event.event === "reset" || (event.event === "started" && event.review === true);
    if (!current || (isFresh && current.passed)) {
      current = {
        problem,
        began: at,
        tries: 0,
        hints: 0,
        revealed: false,
        mistakes: [],
        minutes: 0,
        growth: false,
      };
      known.push(current);
      lastAt.set(problem, at);
    }
    if (!current.passed) {
      const pause = (at.getTime() - lastAt.get(problem)!.getTime()) / 60_000;
      current.minutes += Math.min(longestPause, Math.max(0, pause));
      lastAt.set(problem, at);
    }
    take(current, event, at);
  }
  return all;
}

/** The sitting that is open, or else the last one. */
export function sittingAt(problem: string, happened: readonly Recorded[]): Sitting | undefined {
  return sittings(happened).get(problem)?.at(-1);
}

function take(sitting: Sitting, event: Recorded, at: Date): void {
  if (event.event === "passed") {
    sitting.passed ??= at;
    sitting.growth ||= event.growth;
  }
  if (sitting.passed) return;
  if (event.event === "checked" && event.verdict !== "not-implemented") sitting.tries++;
  if (event.event === "checked" && event.mistake !== undefined && !sitting.mistakes.includes(event.mistake))
    sitting.mistakes.push(event.mistake);
  if (event.event === "hint") sitting.hints = Math.max(sitting.hints, event.rung);
  if (event.event === "revealed") sitting.revealed = true;
}

import { type Entry, type LoadedProblem, loadProblem } from "#lab/catalogue/catalogue.ts";
import { typeAdvice } from "#lab/attempt/type-advice.ts";
import { isInterviewed, statementOf } from "#lab/interview/statement.ts";
import { begin } from "#lab/journal/begin.ts";
import { remember, type Remembered } from "#lab/journal/remember.ts";
import type { Verdict } from "#lab/judge/verdict.ts";
import { AttemptJudge } from "./attempt-judge.ts";
import { watchSaves } from "./saves.ts";

/** A verdict, and what came of it. */
export interface Judged {
  readonly verdict: Verdict;
  readonly remembered: Remembered;
  readonly at: Date;
  /** What the compiler says, once it has said it. */
  readonly advice: readonly string[];
}

interface SessionEvents {
  /** Something that is on the screen. */
  readonly changed: () => void;
  readonly judged: () => void;
  /** There is something in the panel. */
  readonly told: () => void;
}

/** One attempt at a time: what is known of it, and what the last key asked for. */
export class Session {
  entry!: Entry;
  loaded!: LoadedProblem;
  file = "";
  as: string | undefined;
  /** Where its statement is, and whether an interview hides its notes; looked up when something happens, not for each drawing. */
  statement = "";
  hidesNotes = false;
  isJudging = false;
  /** The last verdict there is; it stays while the next one is awaited. */
  judged: Judged | undefined;
  panel: readonly string[] = [];
  scrolled = 0;
  private readonly events: SessionEvents;
  private judge: AttemptJudge | undefined;
  private stopWatching: () => void = () => undefined;
  private advising: AbortController | undefined;

  constructor(events: SessionEvents) {
    this.events = events;
  }

  /** Turns to a problem: lays its attempt where there is none, judges it, and goes on doing so on every save. */
  async take(
    entry: Entry,
    { as, review = false }: { as?: string | undefined; review?: boolean } = {},
  ): Promise<void> {
    this.release();
    this.entry = entry;
    this.as = as;
    this.judged = undefined;
    this.file = begin(entry, { as, review }).path;
    this.lookAtInterview();
    this.loaded = await loadProblem(entry.folder);
    this.judge = new AttemptJudge(entry, this.loaded, this.file);
    this.stopWatching = watchSaves(this.file, () => void this.judgeNow());
    this.tell([]);
    void this.judgeNow();
  }

  /** Judges the file as it is now; a run that is under way is given up. */
  async judgeNow(): Promise<void> {
    const { judge, entry, as } = this;
    this.isJudging = true;
    this.advising?.abort();
    this.events.changed();
    const verdict = await judge?.verdict();
    if (verdict === undefined || judge !== this.judge) return;
    this.isJudging = false;
    // Before anything else: a pass is kept even if the window closes now.
    const remembered = remember(entry, verdict, as);
    this.judged = { verdict, remembered, at: new Date(), advice: [] };
    this.lookAtInterview();
    this.events.judged();
    this.events.changed();
    if (verdict.word !== "load-error") await this.advise(this.judged);
  }

  /** Shows lines in the panel, until the next key. */
  tell(lines: readonly string[]): void {
    this.panel = lines.flatMap((line) => line.split("\n"));
    this.scrolled = 0;
    this.lookAtInterview();
    this.events.told();
    this.events.changed();
  }

  /** Scrolls the panel, or closes it; false where the key does neither. */
  scroll(key: string): boolean {
    const by = { up: -1, down: 1, pageup: -10, pagedown: 10 }[key];
    if (key === "escape") this.tell([]);
    else if (by === undefined) return false;
    else this.scrolled = Math.max(0, Math.min(this.panel.length - 1, this.scrolled + by));
    this.events.changed();
    return true;
  }

  private lookAtInterview(): void {
    const now = new Date();
    this.statement = statementOf(this.entry, now);
    this.hidesNotes = isInterviewed(this.entry, now);
  }

  private async advise(judged: Judged): Promise<void> {
    this.advising = new AbortController();
    const { signal } = this.advising;
    const advice = await typeAdvice(this.file, signal);
    if (signal.aborted || advice.length === 0 || this.judged !== judged) return;
    this.judged = { ...judged, advice };
    this.events.changed();
  }

  private release(): void {
    this.stopWatching();
    this.judge?.close();
    this.advising?.abort();
  }
}

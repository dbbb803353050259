import { record } from "#lab/journal/journal.ts";
import { compare } from "../../bench/engine/compare.ts";
import { entryContest } from "../../bench/engine/entry-contest.ts";
import { resultLines } from "../../bench/report/terminal.ts";
import type { Session } from "./session.ts";

const running = new WeakMap<Session, AbortController>();

/** Compares the approaches beside the session, which goes on; called again, it stops and shows what was measured so far. */
export function compareOrStop(session: Session): void {
  const before = running.get(session);
  if (before) {
    before.abort();
    return;
  }
  const stopping = new AbortController();
  running.set(session, stopping);
  session.tell(["  Comparing your attempt with the approaches: half a minute or less. b again stops it."]);
  void compared(session, stopping.signal)
    .then((lines) => session.tell(lines))
    .catch((error: unknown) => session.tell([`  ${error instanceof Error ? error.message : String(error)}.`]))
    .finally(() => running.delete(session));
}

async function compared({ entry }: Session, signal: AbortSignal): Promise<string[]> {
  const contest = await entryContest(entry, { against: [] });
  const quietly = { thorough: false, yardstick: false, signal, tell: () => undefined };
  const result = await compare(entry.slug, [contest], quietly);
  record({ event: "benched", problem: entry.slug });
  return resultLines(result);
}

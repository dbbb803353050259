import type { Entry } from "#lab/catalogue/catalogue.ts";
import { problemLine } from "#lab/terminal/problem-line.ts";
import { Session } from "./session.ts";

/** Judges an attempt on every save, for an editor that reads: each verdict is one line between two that say so. */
export async function watchLines(entry: Entry, as: string | undefined): Promise<void> {
  let wasJudging = false;
  const session: Session = new Session({
    changed: () => {
      if (session.isJudging && !wasJudging) console.log("lab: judging");
      wasJudging = session.isJudging;
    },
    judged: () => {
      const { loaded, file, judged } = session;
      console.log(`${problemLine({ entry, loaded, file }, judged!.verdict)}\nlab: done`);
    },
    told: () => undefined,
  });
  await session.take(entry, { as });
  await new Promise(() => undefined);
}

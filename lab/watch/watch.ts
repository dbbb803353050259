import { type Entry } from "#lab/catalogue/catalogue.ts";
import { actions } from "./actions.ts";
import { framed } from "./frame.ts";
import { Session } from "./session.ts";
import { Terminal } from "./terminal.ts";
import { bodyLines, footerLines, headerLines, plainLines } from "./view.ts";

export interface WatchOptions {
  readonly as?: string | undefined;
  /** Lines below each other instead of a screen that is drawn over: for screen readers, and for logs. */
  readonly plain?: boolean | undefined;
}

/** Judges an attempt on every save, and answers single keys, until somebody quits. */
export async function watchProblem(entry: Entry, { as, plain = false }: WatchOptions): Promise<void> {
  const isPlain = plain || !process.stdout.isTTY;
  const terminal = new Terminal(
    { key: (key) => void pressed(key), resized: () => draw() },
    { plain: isPlain },
  );
  const session = new Session({
    changed: () => draw(),
    judged: () => {
      if (isPlain) terminal.print(["", ...bodyLines(session)]);
    },
    told: () => {
      if (isPlain && session.panel.length > 0) terminal.print(["", ...session.panel]);
    },
  });

  function draw(): void {
    if (isPlain) return;
    const { columns, rows } = process.stdout;
    const header = headerLines(session, columns, rows);
    const parts = { header, body: bodyLines(session), panel: session.panel, scrolled: session.scrolled };
    terminal.draw(framed({ ...parts, footer: footerLines(columns, rows) }, columns, rows));
  }

  let isBusy = false;
  async function pressed(key: string): Promise<void> {
    if (session.scroll(key)) return;
    const action = actions.find((each) => each.key === key);
    if (!action) {
      if (key.length === 1) session.tell([`  No key "${key}". ? shows those there are.`]);
      return;
    }
    // One thing at a time: a second question must not come while one is being asked.
    if (isBusy) return;
    isBusy = true;
    try {
      await action.act(session, terminal);
    } catch (error) {
      // Whatever goes wrong with one key, the next one still answers.
      session.tell([`  ${error instanceof Error ? error.message : String(error)}.`]);
    } finally {
      isBusy = false;
    }
  }

  await session.take(entry, { as });
  if (isPlain) terminal.print(plainLines(session));
  terminal.enter();
  // Until q, a signal or the end of the terminal.
  await new Promise(() => undefined);
}

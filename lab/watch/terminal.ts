import { setTimeout } from "node:timers/promises";
import { emitKeypressEvents, type Key } from "node:readline";

const hideCursor = "\u001b[?25l";
const showCursor = "\u001b[?25h";
/** What is pasted comes between two marks then, and is no key. */
const markPastes = "\u001b[?2004h";
const unmarkPastes = "\u001b[?2004l";
const enterScreen = `\u001b[?1049h${hideCursor}`;
const leaveScreen = `${showCursor}\u001b[?1049l`;
const home = "\u001b[H";
/** Before the line: after one that fills the window it would take its last character. */
const clearLine = "\u001b[K";
const clearBelow = "\u001b[J";

/** What the terminal is told, so that it can be told to somebody else in tests. */
export interface TerminalEvents {
  /** A key by its character, or its name where it has none ("up", "escape"). */
  readonly key: (key: string) => void;
  readonly resized: () => void;
}

/**
 * The terminal while it is watched: single keys, and a screen of its own or, when `plain`, lines below each other. However
 * the process ends, the terminal is as it was before, but for kill -9, which leaves no time for it.
 */
export class Terminal {
  private readonly events: TerminalEvents;
  private readonly plain: boolean;
  private entered = false;
  private isListening = false;
  private isPasting = false;

  constructor(events: TerminalEvents, { plain }: { plain: boolean }) {
    this.events = events;
    this.plain = plain;
    emitKeypressEvents(process.stdin);
    process.on("exit", this.leave);
    for (const [signal, number] of Object.entries({ SIGINT: 2, SIGTERM: 15, SIGHUP: 1 }))
      process.on(signal, () => process.exit(128 + number));
    process.on("SIGCONT", () => {
      if (!this.entered) this.enter();
    });
    process.on("uncaughtException", (error) => {
      this.leave();
      console.error(error);
      process.exit(2);
    });
    // The window was closed: there is nobody left to write to.
    for (const stream of [process.stdin, process.stdout]) stream.on("error", () => process.exit(129));
    process.stdout.on("resize", () => {
      if (this.entered) this.events.resized();
    });
  }

  enter(): void {
    if (this.entered) return;
    this.entered = true;
    this.listen(true);
    if (!this.plain) process.stdout.write(enterScreen);
    this.events.resized();
  }

  /** Gives the terminal back: to the shell, to an editor, or to a question. */
  readonly leave = (): void => {
    if (!this.entered) return;
    this.entered = false;
    if (!this.plain) process.stdout.write(leaveScreen);
    this.listen(false);
  };

  /** Lends the terminal to an editor or the like, which has a screen of its own. */
  async lent<T>(use: () => Promise<T>): Promise<T> {
    this.leave();
    try {
      return await use();
    } finally {
      this.enter();
    }
  }

  /** Lends the screen to a question. */
  async asked<T>(question: () => Promise<T>): Promise<T> {
    this.listen(false);
    if (!this.plain) process.stdout.write(`${home}${clearBelow}${showCursor}`);
    try {
      return await question();
    } finally {
      // The prompt's own end comes a little later, and takes the keyboard with it.
      await setTimeout(20);
      this.listen(true);
      if (!this.plain) process.stdout.write(hideCursor);
      this.events.resized();
    }
  }

  /** Shows these lines, which fit, in the place of those before. Nothing happens while it is lent. */
  draw(lines: readonly string[]): void {
    if (!this.entered || !this.isListening) return;
    process.stdout.write(`${home}${lines.map((line) => clearLine + line).join("\r\n")}${clearBelow}`);
  }

  /** Adds lines below what is there. */
  print(lines: readonly string[]): void {
    process.stdout.write(`${lines.join("\n")}\n`);
  }

  private listen(isListening: boolean): void {
    if (this.isListening === isListening) return;
    this.isListening = isListening;
    const { stdin } = process;
    if (!stdin.isTTY) return;
    stdin.setRawMode(isListening);
    if (process.stdout.isTTY) process.stdout.write(isListening ? markPastes : unmarkPastes);
    if (isListening) stdin.on("keypress", this.pressed).resume();
    else stdin.off("keypress", this.pressed).pause();
  }

  private readonly pressed = (character: string | undefined, key: Key): void => {
    if (key.ctrl && key.name === "c") process.exit(process.exitCode ?? 0);
    if (key.ctrl && key.name === "z" && process.platform !== "win32") {
      this.leave();
      process.kill(process.pid, "SIGTSTP");
      return;
    }
    if (key.name === "paste-start" || key.name === "paste-end") this.isPasting = key.name === "paste-start";
    if (this.isPasting) return;
    const isPrintable = character !== undefined && character >= " " && character !== "\u007f";
    this.events.key(isPrintable ? character : (key.name ?? ""));
  };
}

import { join } from "node:path";
import { spawn, type IPty } from "@lydell/node-pty";
import xterm from "@xterm/headless";
import { root } from "#lab/catalogue/catalogue.ts";

/** The command in a terminal that somebody looks at: for tests and benchmarks. */
export class PseudoTerminal {
  /** Everything that was written, control sequences included. */
  written = "";
  readonly ended: Promise<{ code: number; signal: number | undefined }>;
  private readonly terminal: xterm.Terminal;
  private readonly process: IPty;
  private onChange: () => void = () => undefined;

  constructor(
    args: readonly string[],
    {
      columns = 80,
      rows = 24,
      env = {},
    }: { columns?: number; rows?: number; env?: Record<string, string> } = {},
  ) {
    this.terminal = new xterm.Terminal({ cols: columns, rows, allowProposedApi: true });
    this.process = spawn(process.execPath, [join(root, "lab/cli/lab.ts"), ...args], {
      cols: columns,
      rows,
      cwd: root,
      env: { PATH: process.env.PATH, HOME: process.env.HOME, TERM: "xterm-256color", ...env },
    });
    this.process.onData((data) => {
      this.written += data;
      this.terminal.write(data, () => this.onChange());
    });
    this.ended = new Promise((resolve) => {
      this.process.onExit(({ exitCode, signal }) => resolve({ code: exitCode, signal }));
    });
  }

  /** The lines of the window as they can be read. */
  lines(): string[] {
    const { active } = this.terminal.buffer;
    return Array.from({ length: this.terminal.rows }, (_, i) =>
      (active.getLine(active.viewportY + i)?.translateToString(true, 0, this.terminal.cols) ?? "").trimEnd(),
    );
  }

  text(): string {
    return this.lines().join("\n").trimEnd();
  }

  /** Waits until the window shows this. */
  async shows(wanted: RegExp, seconds = 15): Promise<string> {
    const found = (): boolean => wanted.test(this.text());
    if (!found()) {
      await new Promise<void>((resolve, reject) => {
        const late = setTimeout(() => {
          reject(
            new Error(`${String(wanted)} did not come in ${seconds} s; the window shows\n${this.text()}`),
          );
        }, seconds * 1000);
        this.onChange = () => {
          if (!found()) return;
          clearTimeout(late);
          resolve();
        };
      });
    }
    this.onChange = () => undefined;
    return this.text();
  }

  type(keys: string): void {
    this.process.write(keys);
  }

  resize(columns: number, rows: number): void {
    this.terminal.resize(columns, rows);
    this.process.resize(columns, rows);
  }

  kill(signal: string): void {
    this.process.kill(signal);
  }
}

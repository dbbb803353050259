import { vi } from "vitest";

export interface Ran {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
}

/** Runs the command in the test's own process and catches what it prints. */
export async function labInProcess(...args: string[]): Promise<Ran> {
  const { runLab } = await import("./commands.ts");
  const printed = { out: "", err: "" };
  const catching = (stream: "out" | "err") => (text: unknown) => {
    printed[stream] += text instanceof Error ? String(text.stack) : String(text);
    return true;
  };
  const line = (stream: "out" | "err") => (text: unknown) => catching(stream)(`${String(text)}\n`);
  const spies = [
    vi.spyOn(console, "log").mockImplementation(line("out")),
    vi.spyOn(console, "error").mockImplementation(line("err")),
    vi.spyOn(process.stdout, "write").mockImplementation(catching("out")),
    vi.spyOn(process.stderr, "write").mockImplementation(catching("err")),
  ];
  try {
    return { code: await runLab(args), ...printed };
  } finally {
    process.exitCode = undefined;
    for (const spy of spies) spy.mockRestore();
  }
}

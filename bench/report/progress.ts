import { clearLine, cursorTo } from "node:readline";

/** One line on the error stream that says what is being done; nothing where that is no terminal. */
export function changingLine(): { readonly show: (text: string) => void; readonly clear: () => void } {
  const { stderr } = process;
  if (!stderr.isTTY) return { show: () => undefined, clear: () => undefined };
  const clear = (): void => {
    cursorTo(stderr, 0);
    clearLine(stderr, 0);
  };
  return {
    show: (text) => {
      clear();
      stderr.write(text.slice(0, Math.max(20, (stderr.columns || 80) - 1)));
    },
    clear,
  };
}

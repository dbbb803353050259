import { emitKeypressEvents, type Key } from "node:readline";

/** Asks with a prompt that can be left: undefined after Esc, Ctrl-C or Ctrl-D. */
export async function asked<T>(
  prompt: (context: { signal: AbortSignal }) => Promise<T>,
): Promise<T | undefined> {
  const leaving = new AbortController();
  const pressed = (_character: string | undefined, key: Key): void => {
    if (key.name === "escape" || (key.ctrl === true && key.name === "d")) leaving.abort();
  };
  emitKeypressEvents(process.stdin);
  process.stdin.on("keypress", pressed);
  try {
    return await prompt({ signal: leaving.signal });
  } catch (error) {
    if (error instanceof Error && ["ExitPromptError", "AbortPromptError"].includes(error.name))
      return undefined;
    throw error;
  } finally {
    process.stdin.off("keypress", pressed);
  }
}

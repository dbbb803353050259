import { on } from "node:events";
import { emitKeypressEvents, type Key } from "node:readline";

/** Waits for a key and returns what it types; "q" for Ctrl-C, Ctrl-D and a closed window. */
export type NextKey = () => Promise<string>;

/** Lends `use` the keyboard, and gives it back however that ends. */
export async function withKeys<T>(
  use: (next: NextKey) => Promise<T>,
  input: NodeJS.ReadStream = process.stdin,
): Promise<T> {
  emitKeypressEvents(input);
  const presses = on(input, "keypress", { close: ["end"] });
  input.setRawMode(true);
  input.resume();
  try {
    return await use(async () => {
      const { value, done } = await presses.next();
      if (done) return "q";
      const [, { name, ctrl, sequence }] = value as [string | undefined, Key];
      return ctrl && (name === "c" || name === "d") ? "q" : (sequence ?? "");
    });
  } finally {
    input.setRawMode(false);
    input.pause();
    await presses.return?.();
  }
}

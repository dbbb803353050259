import { PassThrough } from "node:stream";
import { expect, test } from "vitest";
import { withKeys } from "./keys.ts";

function keyboard(): { input: NodeJS.ReadStream; modes: boolean[]; type: (text: string) => void } {
  const modes: boolean[] = [];
  const stream = Object.assign(new PassThrough(), { setRawMode: (mode: boolean) => modes.push(mode) });
  return { input: stream as unknown as NodeJS.ReadStream, modes, type: (text) => stream.write(text) };
}

async function typed(text: string, count: number): Promise<string[]> {
  const { input, type } = keyboard();
  return withKeys(async (next) => {
    type(text);
    const keys: string[] = [];
    while (keys.length < count) keys.push(await next());
    return keys;
  }, input);
}

test("keys typed ahead are kept, and an arrow is one key", async () => {
  expect(await typed(" 3\u001b[As", 4)).toEqual([" ", "3", "\u001b[A", "s"]);
});

test("Ctrl-C and Ctrl-D quit", async () => {
  expect(await typed("\u0003\u0004", 2)).toEqual(["q", "q"]);
});

test("a keyboard that is gone quits", async () => {
  const { input } = keyboard();
  const key = withKeys((next) => {
    input.emit("end");
    return next();
  }, input);
  expect(await key).toBe("q");
});

test("the terminal is given back when something throws", async () => {
  const { input, modes } = keyboard();
  await expect(withKeys(() => Promise.reject(new Error("broken")), input)).rejects.toThrow("broken");
  expect(modes).toEqual([true, false]);
  expect(input.isPaused()).toBe(true);
  expect(input.listenerCount("keypress")).toBe(0);
});

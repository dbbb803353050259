import { Console } from "node:console";
import { createRequire } from "node:module";
import { dirname } from "node:path";
import { Writable } from "node:stream";
import { buildSync } from "esbuild";
import { ListNode } from "#lab/problem/list.ts";
import { TreeNode } from "#lab/problem/tree.ts";

/** Runs a TypeScript block of the note at `path`, whose imports are relative to it, and returns what it prints. */
export function printedBy(text: string, path: string): string {
  const { outputFiles } = buildSync({
    stdin: { contents: text, resolveDir: dirname(path), sourcefile: path, loader: "ts" },
    bundle: true,
    format: "cjs",
    platform: "node",
    packages: "external",
    write: false,
    logLevel: "silent",
  });
  let printed = "";
  const stdout = new Writable({
    write(chunk, _encoding, done) {
      printed += String(chunk);
      done();
    },
  });
  const globals = { require: createRequire(path), console: new Console({ stdout }), ListNode, TreeNode };
  // eslint-disable-next-line @typescript-eslint/no-implied-eval -- the notes are our own
  const run = new Function(...Object.keys(globals), outputFiles[0]!.text) as (...values: unknown[]) => void;
  run(...Object.values(globals));
  return printed;
}

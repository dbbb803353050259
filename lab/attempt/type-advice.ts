import { execFile } from "node:child_process";
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { root } from "#lab/catalogue/catalogue.ts";
import { shortened } from "#lab/terminal/path.ts";

const most = 5;

/**
 * What the TypeScript compiler, in a process of its own, says about an attempt: "file:line:column message". Missing
 * annotations (its messages from 7000 to 7999) are left out: pasted JavaScript has none. Aborted, it says nothing.
 */
export async function typeAdvice(file: string, signal?: AbortSignal): Promise<string[]> {
  const { compilerOptions } = JSON.parse(readFileSync(join(root, "lab/attempt.tsconfig.json"), "utf8")) as {
    compilerOptions: Record<string, unknown>;
  };
  // An empty list cannot be said on the command line; it is what TypeScript 6 takes where nothing is said.
  const said = Object.entries(compilerOptions).filter(([, value]) => String(value) !== "");
  const flags = said.flatMap(([name, value]) => [`--${name}`, String(value)]);
  const tsc = createRequire(import.meta.url).resolve("typescript/lib/tsc.js");
  const files = [
    file,
    ...["lab/problem/leetcode.d.ts", "lab/attempt-globals.d.ts"].map((path) => join(root, path)),
    ...(/\b(Go|Operation|yield|makeChan|Mutex)\b/.test(readFileSync(file, "utf8"))
      ? [join(root, "lab/attempt-go-globals.d.ts")]
      : []),
  ];
  const output = await new Promise<string>((resolve) => {
    execFile(
      process.execPath,
      [tsc, "--ignoreConfig", "--pretty", "false", ...flags, ...files],
      { cwd: root, signal },
      (_error, stdout) => resolve(stdout),
    );
  });
  const advice = [
    ...output.matchAll(/^(?!patterns\/)(.+?)\((\d+),(\d+)\): error TS(?!7\d{3}:)\d+: (.*)$/gm),
  ].map(
    ([, path, line, column, message]) => `${shortened(join(root, path!))}:${line!}:${column!}  ${message!}`,
  );
  return advice.length > most ? [...advice.slice(0, most), `… and ${advice.length - most} more`] : advice;
}

import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { recordsFolder, writing } from "./attempts.ts";

/** More than this many are not kept for one problem: the oldest go first. */
const most = 20;

/** Inputs that earlier attempts at a problem failed on, newest first. They are tried first from then on. */
export function savedCases(slug: string): unknown[][] {
  let text: string;
  try {
    text = readFileSync(fileOf(slug), "utf8");
  } catch {
    return [];
  }
  return text.split("\n").flatMap((line) => {
    try {
      const input: unknown = JSON.parse(line);
      return Array.isArray(input) ? [input as unknown[]] : [];
    } catch {
      return [];
    }
  });
}

/** Keeps an input for later; returns the file it is in. */
export function saveCase(slug: string, input: unknown[]): string {
  const file = fileOf(slug);
  const lines = [input, ...savedCases(slug)].map((saved) => JSON.stringify(saved));
  const distinct = [...new Set(lines)].slice(0, most);
  writing(file, () => writeFileSync(file, `${distinct.join("\n")}\n`));
  return file;
}

function fileOf(slug: string): string {
  return join(recordsFolder, "cases", `${slug}.jsonl`);
}

import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Entry } from "#lab/catalogue/catalogue.ts";
import { recordsFolder, writeWhole } from "./attempts.ts";

/** More than this many are not kept for one problem: the oldest go first. */
const most = 20;

/** Inputs that earlier attempts at a problem failed on, newest first. They are tried first from then on. */
export function savedCases({ slug, formerly }: Entry): unknown[][] {
  const lines = [slug, ...formerly].flatMap((name) => casesIn(fileOf(name)));
  return [...new Set(lines)].map((line) => JSON.parse(line) as unknown[]);
}

/** Keeps an input for later; returns the file it is in. */
export function saveCase(entry: Entry, input: unknown[]): string {
  const file = fileOf(entry.slug);
  const lines = [input, ...savedCases(entry)].map((saved) => JSON.stringify(saved));
  const distinct = [...new Set(lines)].slice(0, most);
  writeWhole(file, `${distinct.join("\n")}\n`);
  return file;
}

/** The lines of a file that hold an input, whatever else somebody has written into it. */
function casesIn(file: string): string[] {
  let text: string;
  try {
    text = readFileSync(file, "utf8");
  } catch {
    return [];
  }
  return text.split("\n").filter((line) => {
    try {
      return Array.isArray(JSON.parse(line));
    } catch {
      return false;
    }
  });
}

function fileOf(slug: string): string {
  return join(recordsFolder, "cases", `${slug}.jsonl`);
}

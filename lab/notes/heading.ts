import { readFileSync } from "node:fs";
import { join } from "node:path";

/** "path:line" of the heading with this text in the problem's notes; undefined when there is none. */
export function headingIn(folder: string, text: string): string | undefined {
  const path = join(folder, "NOTES.md");
  let lines: string[];
  try {
    lines = readFileSync(path, "utf8").split("\n");
  } catch {
    return undefined;
  }
  const index = lines.findIndex((line) => /^#+ (.*)$/.exec(line)?.[1]?.trim() === text);
  return index === -1 ? undefined : `${path}:${index + 1}`;
}

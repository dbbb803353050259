import { existsSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { readNote } from "#lab/notes/note.ts";
import type { Fault } from "./fault.ts";
import { explanationFaults } from "./topic-faults.ts";

const families = [
  "techniques",
  "structures",
  "graphs",
  "strings",
  "dynamic-programming",
  "sorting",
  "math",
  "go",
  "lock-free",
  "performance",
  "operating-systems",
  "system-design",
  "infrastructure",
  "machine-learning",
];

/** What the folder of a pattern, patterns/<family>/<name>/, lacks or has wrong. */
export function patternFaults(folder: string): Fault[] {
  const name = basename(folder);
  const family = basename(dirname(folder));
  const files = {
    "its note": "README.md",
    "the reference": `${name}.ts`,
    laws: `${name}.test.ts`,
    "a benchmark": `${name}.bench.ts`,
  };
  const faults: Fault[] = Object.entries(files)
    .filter(([, file]) => !existsSync(join(folder, file)))
    .map(([what, file]) => ({ file: join(folder, file), what: `the file is missing: ${what}` }));
  if (!families.includes(family))
    faults.push({ file: folder, what: `"${family}" is no family; the families are ${families.join(", ")}` });
  const path = join(folder, "README.md");
  if (!existsSync(path)) return faults;
  const note = readNote(path);
  const { title, ...others } = note.data;
  if (typeof title !== "string" || title === "")
    faults.push({ file: path, line: 1, what: "the front matter has no title" });
  for (const key of Object.keys(others))
    faults.push({ file: path, line: 1, what: `the front matter has "${key}", which nothing reads` });
  return [...faults, ...explanationFaults(note)];
}

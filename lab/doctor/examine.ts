import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { entries, foldersIn } from "#lab/catalogue/catalogue.ts";
import { readNote } from "#lab/notes/note.ts";
import { placeholder } from "#lab/scaffold/placeholder.ts";
import type { Fault } from "./fault.ts";
import { generatedFaults, practiseList } from "./generated.ts";
import { linkFaults } from "./link-faults.ts";
import { patternFaults } from "./pattern-faults.ts";
import { problemFaults } from "./problem-faults.ts";
import { topicFaults } from "./topic-faults.ts";

/**
 * Examines the shape of every problem, topic, pattern and guide below `root`: what vitest cannot know, since it
 * proves behaviour. With `fix`, generated lists are written first.
 */
export async function examine(root: string, { fix = false } = {}): Promise<Fault[]> {
  const problems = join(root, "problems");
  const patterns = join(root, "patterns");
  const faults: Fault[] = [];
  // Last, since they are right by themselves once everything else is.
  const lists: Fault[] = [];
  const all = entries(root);
  for (const topic of foldersIn(problems)) {
    const folder = join(problems, topic);
    const page = join(folder, "README.md");
    faults.push(...topicFaults(folder));
    const ofTopic = all.filter((entry) => entry.topic === topic);
    if (existsSync(page)) lists.push(...generatedFaults(practiseList(page, ofTopic), fix));
    faults.push(...noteFaults(folder));
    for (const slug of foldersIn(folder))
      faults.push(...(await problemFaults(join(folder, slug))), ...noteFaults(join(folder, slug)));
  }
  for (const family of foldersIn(patterns))
    for (const name of foldersIn(join(patterns, family))) {
      const folder = join(patterns, family, name);
      const page = join(folder, "README.md");
      faults.push(...patternFaults(folder));
      const practising = all.filter((entry) => entry.patterns.includes(`${family}/${name}`));
      if (existsSync(page)) lists.push(...generatedFaults(practiseList(page, practising), fix));
      faults.push(...noteFaults(folder));
    }
  for (const folder of [root, join(root, "docs")]) faults.push(...noteFaults(folder));
  return [...faults, ...lists];
}

/** Links that lead nowhere, and what `lab new` left to be written. */
function noteFaults(folder: string): Fault[] {
  if (!existsSync(folder)) return [];
  const files = readdirSync(folder).map((name) => join(folder, name));
  return [
    ...files.filter((file) => file.endsWith(".md")).flatMap((file) => linkFaults(readNote(file))),
    ...files.filter((file) => /\.(md|ts)$/.test(file)).flatMap(placeholderFaults),
  ];
}

function placeholderFaults(file: string): Fault[] {
  return readFileSync(file, "utf8")
    .split("\n")
    .flatMap((text, i) =>
      text.includes(`${placeholder}:`)
        ? [{ file, line: i + 1, what: `still to be written: ${text.trim()}` }]
        : [],
    );
}

import { existsSync } from "node:fs";
import { dirname, join } from "node:path";
import { questionsOf, readNote, type Note } from "#lab/notes/note.ts";
import type { Fault } from "./fault.ts";
import { sectionFaults } from "./section-faults.ts";

const bones = [
  "Core idea",
  "Why it matters",
  "How it works",
  "Variations and advanced use",
  "Pitfalls",
  "In Go",
  "Discussion",
  "Practise",
  "Sources",
];
const fewestQuestions = 3;

/** What the page of a topic, problems/<topic>/README.md, lacks or has wrong. */
export function topicFaults(folder: string): Fault[] {
  const file = join(folder, "README.md");
  if (!existsSync(file)) return [{ file, what: "the topic has no page" }];
  const note = readNote(file);
  const { title, after, ...others } = note.data;
  const faults: Fault[] = [];
  const fault = (what: string): unknown => faults.push({ file, line: 1, what });
  if (typeof title !== "string" || title === "") fault("the front matter has no title");
  if (!Array.isArray(after)) fault("the front matter does not say after which topics it comes; [] is none");
  else
    for (const topic of after as unknown[])
      if (!existsSync(join(dirname(folder), String(topic))))
        fault(`it comes after "${String(topic)}", which is no topic`);
  for (const key of Object.keys(others)) fault(`the front matter has "${key}", which nothing reads`);
  return [...faults, ...explanationFaults(note)];
}

/** The bones that the notes of topics and patterns share. */
export function explanationFaults(note: Note): Fault[] {
  const asked = questionsOf(note).length;
  return [
    ...sectionFaults(note, bones, { optional: [] }),
    ...(asked < fewestQuestions
      ? [
          {
            file: note.path,
            what: `the discussion has ${asked} questions; it must have at least ${fewestQuestions}`,
          },
        ]
      : []),
  ];
}

import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import {
  anchorsOf,
  blocksOf,
  hintsOf,
  linksOf,
  questionsOf,
  readNote,
  sectionsOf,
  subsectionsOf,
} from "./note.ts";

const markdown = `---
title: A note
---

# A note

## Hints

1. The first, which
   goes on.
2. The second: \`x\`.

## Approaches

Before.

### One Way

See [the other](#another-way) and [a file](./file.ts).

\`\`\`ts from ./file.ts
one();
\`\`\`

### Another way

## Discussion

**Why?** Because.

It goes on.

**It does not fit into memory.** Then *what*?

## Discussion
`;
const path = join(mkdtempSync(join(tmpdir(), "note-")), "NOTES.md");
writeFileSync(path, markdown);
const note = readNote(path);

test("sections know their line and their body", () => {
  expect(sectionsOf(note).map(({ heading, line }) => [heading, line])).toEqual([
    ["Hints", 7],
    ["Approaches", 13],
    ["Discussion", 27],
    ["Discussion", 35],
  ]);
  expect(subsectionsOf(note, "Approaches").map((section) => [section.heading, section.markdown])).toEqual([
    [
      "One Way",
      "See [the other](#another-way) and [a file](./file.ts).\n\n```ts from ./file.ts\none();\n```",
    ],
    ["Another way", ""],
  ]);
  expect(subsectionsOf(note, "Nowhere")).toEqual([]);
});

test("hints are the items of the list", () => {
  expect(hintsOf(note)).toEqual(["The first, which\ngoes on.", "The second: `x`."]);
});

test("questions are bold, their answers go on to the next", () => {
  expect(questionsOf(note)).toEqual([
    { question: "Why?", answer: "Because.\n\nIt goes on.", line: 29 },
    { question: "It does not fit into memory.", answer: "Then *what*?", line: 33 },
  ]);
});

test("blocks, links and anchors", () => {
  expect(blocksOf(note)).toEqual([
    { language: "ts", meta: "from ./file.ts", text: "one();", line: 21, output: undefined },
  ]);
  expect(linksOf(note).map(({ url }) => url)).toEqual(["#another-way", "./file.ts"]);
  expect([...anchorsOf(note)]).toEqual([
    "a-note",
    "hints",
    "approaches",
    "one-way",
    "another-way",
    "discussion",
    "discussion-1",
  ]);
});

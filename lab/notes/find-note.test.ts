import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { root } from "#lab/catalogue/catalogue.ts";
import { findNote } from "./find-note.ts";

const at = mkdtempSync(join(tmpdir(), "lab-find-note-"));
afterAll(() => rmSync(at, { recursive: true }));
const folders = [
  "problems/arrays",
  "problems/two-pointers",
  "problems/design/lru-cache",
  "patterns/techniques/two-pointers",
  "patterns/structures/lru-cache",
  "patterns/structures/fenwick-tree",
];
for (const folder of folders) {
  mkdirSync(join(at, folder), { recursive: true });
  writeFileSync(join(at, folder, "README.md"), "---\ntitle: A title\n---\n");
}

/** The folder, seen from the root, of what a name calls. */
function found(name: string): string {
  const note = findNote(name, at);
  // The problems are those of the lab itself.
  return "entry" in note
    ? note.entry.folder.slice(root.length)
    : note.page.path.slice(at.length + 1, -"/README.md".length);
}

test.each([
  ["arrays", "problems/arrays"],
  ["fenwick-tree", "patterns/structures/fenwick-tree"],
  ["Fenwick", "patterns/structures/fenwick-tree"],
  ["problems/two-pointers", "problems/two-pointers"],
  ["techniques/two-pointers", "patterns/techniques/two-pointers"],
  ["structures/lru-cache", "patterns/structures/lru-cache"],
  ["design/lru-cache", "problems/design/lru-cache"],
  ["two-sum", "problems/arrays/two-sum"],
  ["1", "problems/arrays/two-sum"],
  ["attempts/two-sum.heap.ts", "problems/arrays/two-sum"],
])("%s is %s", (name, folder) => {
  expect(found(name)).toBe(folder);
});

test.each([
  ["two-pointers", /may be problems.two-pointers or patterns.techniques.two-pointers; say which/],
  ["lru-cache", /may be problems.design.lru-cache or patterns.structures.lru-cache; say which/],
  ["fenwik-tree", /no problem, topic or pattern "fenwik-tree"; did you mean fenwick-tree\?/],
  ["tow-sum", /did you mean two-sum/],
  ["", /there is no problem ""/],
])("%j is refused", (name, reason) => {
  expect(() => findNote(name, at)).toThrow(reason);
});

import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { entries } from "#lab/catalogue/catalogue.ts";
import { about, sources } from "./pages.ts";

const root = mkdtempSync(join(tmpdir(), "lab-sources-"));
afterAll(() => rmSync(root, { recursive: true }));

function page(path: string, data: string): void {
  mkdirSync(join(root, path), { recursive: true });
  writeFileSync(join(root, path, "README.md"), `---\n${data}\n---\n`);
}

page("problems/arrays", "title: Arrays");
page("problems/arrays/a", "title: A\ndifficulty: easy\npatterns: [techniques/counting]");
page("problems/trees/b", "title: B\ndifficulty: hard\npatterns: []");
page("patterns/techniques/counting", "title: Counting");
page("patterns/techniques/sweeping", "title: Sweeping");
mkdirSync(join(root, "patterns/techniques/empty"));
const all = sources(entries(root), root);
const namesOf = (topic: string): string[] => about(all, topic).map(({ name }) => name);

test("problems, topics and patterns that have a page are asked by", () => {
  expect(all.map(({ kind, name, title }) => [kind, name, title])).toEqual([
    ["problem", "a", "A"],
    ["problem", "b", "B"],
    ["topic", "arrays", "Arrays"],
    ["pattern", "techniques/counting", "Counting"],
    ["pattern", "techniques/sweeping", "Sweeping"],
  ]);
  expect(all[0]!.path).toBe(join(root, "problems/arrays/a/NOTES.md"));
});

test("a topic has its problems, its page and the patterns practised there; a family its patterns", () => {
  expect(namesOf("arrays")).toEqual(["a", "arrays", "techniques/counting"]);
  expect(namesOf("trees")).toEqual(["b"]);
  expect(namesOf("techniques")).toEqual(["techniques/counting", "techniques/sweeping"]);
});

test("an unknown topic is refused with the nearest, or all", () => {
  expect(() => about(all, "array")).toThrow('there is no topic "array"; did you mean arrays?');
  expect(() => about(all, "zzzzzzzzz")).toThrow("the topics are arrays, techniques, trees");
});

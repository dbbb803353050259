import { globSync, readFileSync } from "node:fs";
import { dirname, join, relative } from "node:path";
import { describe, expect, test } from "vitest";
import { root } from "#lab/catalogue/catalogue.ts";
import { blocksOf, readNote } from "./note.ts";
import { printedBy } from "./run-block.ts";
import { typeErrors } from "./type-check.ts";

const paths = globSync("{*.md,{docs,problems,patterns}/**/*.md}", { cwd: root }).map((path) =>
  join(root, path),
);
const blocks = paths.flatMap((path) =>
  blocksOf(readNote(path))
    .filter(({ language }) => language === "ts")
    .map((block) => ({ ...block, path, at: `${relative(root, path)}:${block.line}` })),
);
const quoted = blocks.filter(({ meta }) => meta.startsWith("from "));
const free = blocks.filter((block) => !quoted.includes(block));

test("every TypeScript block of the notes type-checks by itself", () => {
  const sources = new Map(free.map(({ path, line, text }) => [`${path}.line-${line}.ts`, text]));
  const faults = typeErrors(sources).map(({ path, line, message }) => {
    const [, note, opening] = /^(.*)\.line-(\d+)\.ts$/.exec(path)!;
    return `${relative(root, note!)}:${Number(opening) + line}  ${message}`;
  });
  expect(faults).toEqual([]);
});

/** The test of a problem runs those of its own notes. */
const ownTest = /problems\/[^/]+\/[^/]+\/NOTES\.md$/;

describe("a block prints what stands below it", () => {
  test.each(free.filter(({ output, path }) => output !== undefined && !ownTest.test(path)))(
    "$at",
    ({ text, path, output }) => {
      expect(printedBy(text, path).trimEnd()).toBe(output);
    },
  );
});

test("a block that quotes a file is in it", () => {
  const missing = quoted.filter(({ text, meta, path }) => {
    const source = readFileSync(join(dirname(path), meta.slice("from ".length)), "utf8");
    return !unindented(source).includes(unindented(text));
  });
  expect(missing.map(({ at }) => at)).toEqual([]);
});

function unindented(lines: string): string {
  return lines.replaceAll(/^[ \t]+/gm, "");
}

import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import { expect, test } from "vitest";
import { root as lab } from "#lab/catalogue/catalogue.ts";
import { type Planned, planned } from "#lab/catalogue/planned.ts";
import { problemFaults } from "#lab/doctor/problem-faults.ts";
import { typeErrors } from "#lab/notes/type-check.ts";
import { problemFolder } from "./problem-folder.ts";
import { plainSignature, signatureOf, stubFrom } from "./signature.ts";

const all = planned();

function plan(slug: string): Planned {
  return all.find((each) => each.slug === slug)!;
}

test("a stub says the signature it was made from, for every problem of the catalogue that has one", () => {
  const stubs = all.map(({ signature }) => [signature, stubFrom(signature)] as const);
  const made = stubs.filter(([, stub]) => stub !== undefined);
  for (const [signature, stub] of made) expect(signatureOf(stub!)).toBe(plainSignature(signature));
  const notMade = stubs.filter(([, stub]) => stub === undefined).map(([signature]) => signature);
  expect([...new Set(notMade)]).toEqual([
    "Go-style, ours",
    expect.stringMatching(/^var solution/),
    expect.stringMatching(/^function guessNumber.*; global: guess/),
  ]);
});

test("what lab new lays type-checks before anything is written into it", () => {
  const slugs = [
    "two-sum",
    "rotate-array",
    "merge-two-sorted-lists",
    "invert-binary-tree",
    "flatten-binary-tree-to-linked-list",
    "merge-k-sorted-lists",
    "encode-and-decode-strings",
    "lfu-cache",
    "design-twitter",
    "word-search",
    "kth-largest-element-in-a-stream",
  ];
  const files = slugs.flatMap((slug) => {
    const { topic } = plan(slug);
    return Object.entries(problemFolder(plan(slug))).map(
      ([name, text]) => [join(lab, "problems", topic, `${slug}-new`, name), text] as const,
    );
  });
  const errors = typeErrors(new Map(files.filter(([path]) => path.endsWith(".ts"))));
  expect(errors.map(({ path, line, message }) => `${path}:${line} ${message}`)).toEqual([]);
});

test("doctor names every part that is not written yet", async () => {
  const root = mkdtempSync(join(tmpdir(), "lab-new-"));
  const folder = join(root, "problems/arrays/rotate-array");
  mkdirSync(folder, { recursive: true });
  for (const shared of ["lab", "node_modules", "package.json"])
    symlinkSync(join(lab, shared), join(root, shared));
  for (const [name, text] of Object.entries(problemFolder(plan("rotate-array"))))
    writeFileSync(join(folder, name), text);
  const faults = (await problemFaults(folder)).map(({ file, what }) => `${basename(file)}: ${what}`);
  rmSync(root, { recursive: true });
  expect(faults).toEqual([
    "problem.ts: it has no examples",
    "problem.ts: it has no constraints",
    "problem.ts: it has no checks",
    "problem.ts: it has no workloads",
    "mistakes.ts: it has 0 mistakes; people make at least 3",
    'approaches.ts: it has fewer than two approaches, and the notes have no "### Why only one"',
    "NOTES.md: the discussion has no question: a paragraph that begins with one in bold",
  ]);
});

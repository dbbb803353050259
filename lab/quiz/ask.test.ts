import { expect, test } from "vitest";
import { ask, type Grade } from "./ask.ts";
import type { Posed } from "./round.ts";

const questions = ["one", "two", "three"].map((name, i): Posed => {
  const source = { kind: "topic", name, title: `Title ${name}`, path: "", topics: [] } as const;
  return { id: name, question: `Why ${name}?`, answer: `*${name}*`, line: 1, source, spoils: i === 1 };
});

async function asking(
  ...keys: string[]
): Promise<{ count: number; shown: string; graded: [string, Grade][] }> {
  const shown: string[] = [];
  const graded: [string, Grade][] = [];
  const count = await ask(questions, {
    next: () => {
      shown.push(`<${keys[0] ?? "q"}>`);
      return Promise.resolve(keys.shift() ?? "q");
    },
    show: (text) => shown.push(text),
    rendered: (markdown) => `rendered ${markdown}`,
    graded: ({ id }, grade) => {
      graded.push([id, grade]);
      return "tomorrow";
    },
  });
  return { count, shown: shown.join("\n"), graded };
}

test("the answer is shown after a key, not before", async () => {
  const { shown } = await asking(" ", "3");
  expect(shown).toMatch(/1 of 3 +Title one\n[^]*Why one\?[^]*< >[^]*rendered \*one\*[^]*1 forgotten[^]*<3>/);
  expect(shown.indexOf("rendered")).toBeGreaterThan(shown.indexOf("< >"));
  expect(shown).toContain("good: again tomorrow");
});

test("says where the answer would spoil a problem, and only there", async () => {
  const { shown } = await asking("s", "s", "s");
  expect(shown.match(/not solved yet/g)).toHaveLength(1);
  expect(shown).toContain("Title two, not solved yet");
});

test.each([1, 2, 3, 4] as const)("%i is the grade it says", async (grade) => {
  const { graded, count } = await asking("x", String(grade));
  expect({ graded, count }).toEqual({ graded: [["one", grade]], count: 1 });
});

test("skipping, before or after the answer, grades nothing and goes on", async () => {
  const { graded, count, shown } = await asking("s", " ", "s", " ", "4");
  expect({ graded, count }).toEqual({ graded: [["three", 4]], count: 1 });
  expect(shown).not.toContain("rendered *one*");
});

test("quitting keeps what was graded", async () => {
  expect(await asking(" ", "1", "q", "4")).toMatchObject({ graded: [["one", 1]], count: 1 });
  expect(await asking(" ", "1", " ", "q", "4")).toMatchObject({ graded: [["one", 1]], count: 1 });
});

test("a key without a meaning is answered with those that have one", async () => {
  const { shown, graded } = await asking(" ", "5", "\u001b[A", "2");
  expect(shown.match(/s skips, q quits/g)).toHaveLength(2);
  expect(graded).toEqual([["one", 2]]);
});

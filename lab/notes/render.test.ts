import { stripVTControlCharacters } from "node:util";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { rendered } from "./render.ts";

const columnsBefore = process.stdout.columns;
beforeEach(() => vi.stubEnv("NO_COLOR", "1"));
afterEach(() => {
  vi.unstubAllEnvs();
  process.stdout.columns = columnsBefore;
});

function at(columns: number, markdown: string): string[] {
  process.stdout.columns = columns;
  return rendered(markdown).split("\n");
}

describe("prose", () => {
  test("fits the window, lines joined as Markdown joins them", () => {
    expect(at(40, "One two three four\nfive six seven eight nine ten eleven.\n\nNext.")).toEqual([
      "One two three four five six seven eight",
      "nine ten eleven.",
      "",
      "Next.",
    ]);
  });

  test("is no wider than can be read, however wide the window is", () => {
    expect(Math.max(...at(300, "word ".repeat(100)).map((line) => line.length))).toBeLessThanOrEqual(100);
  });

  test("keeps the marks of code and headings where there is no colour, and no other", () => {
    expect(at(80, "## A *b*\n\nA **c**, `d < e` and *f*; 2 * 3 * 4 \\* 5.")).toEqual([
      "## A b",
      "",
      "A c, `d < e` and f; 2 * 3 * 4 * 5.",
    ]);
  });

  test("shows where links lead, but not those within the page", () => {
    expect(at(80, "[a](../b.md) [c](#d) <https://e.f>")).toEqual(["a (../b.md) c https://e.f"]);
  });

  test("leaves out comments", () => {
    expect(at(80, "<!-- generated -->\n\nA")).toEqual(["A"]);
  });
});

describe("lists", () => {
  test("are numbered as written, wrapped beside their marks, with what stands in their items", () => {
    expect(
      at(30, "3. The **first** one, which *is* long\n   enough.\n4. Two\n   - deeper `x`, which also wraps"),
    ).toEqual([
      "3. The first one, which is",
      "   long enough.",
      "4. Two",
      "   - deeper `x`, which also",
      "     wraps",
    ]);
  });

  test("have paragraphs and code inside", () => {
    expect(at(30, "- One\n\n  ```ts\n  f();\n  ```\n\n- Two")).toEqual([
      "- One",
      "",
      "    f();",
      "",
      "- Two",
    ]);
  });
});

describe("tables", () => {
  const table = "| a | note |\n| --- | --- |\n| `x` | one two three four five six seven |\n| y | |";

  test("stand in columns", () => {
    expect(at(80, table)).toEqual([
      "  a    note",
      "  ───  ─────────────────────────────────",
      "  `x`  one two three four five six seven",
      "  y",
    ]);
  });

  test("have their widest column wrapped in a narrow window", () => {
    expect(at(30, table).slice(2)).toEqual(["  `x`  one two three four five", "       six seven", "  y"]);
  });

  test("become lines where not even that fits", () => {
    const wide =
      "| name | first | second |\n| --- | --- | --- |\n| some name | one two three | four five six |";
    expect(at(26, wide)).toEqual(["some name", "  first: one two three", "  second: four five six"]);
  });
});

describe("code", () => {
  const code =
    "```ts from ./approaches.ts\nconst x: number = 1; // a comment longer than the window is\n\n  y();\n```";
  const lines = ["  const x: number = 1; // a comment longer than the window is", "", "    y();"];

  test("is never wrapped", () => {
    expect(at(30, code)).toEqual(lines);
  });

  test("has colours where there are any, and the same text", () => {
    vi.unstubAllEnvs();
    vi.stubEnv("FORCE_COLOR", "1");
    const text = at(30, code);
    expect(text[0]).toContain("\u001b[1mconst\u001b[22m");
    expect(text.map(stripVTControlCharacters)).toEqual(lines);
  });

  test("in a language of no colours is shown as it is, and nothing is complained of", () => {
    vi.unstubAllEnvs();
    vi.stubEnv("FORCE_COLOR", "1");
    const said = vi.spyOn(console, "error");
    expect(at(80, "```nonsense\na :smile: b\n```")).toEqual(["  a :smile: b"]);
    expect(said).not.toHaveBeenCalled();
  });

  test("of a diagram says who draws it", () => {
    expect(at(80, "```mermaid\nA --> B\n```")).toEqual([
      "  VS Code shows this diagram in its Markdown preview:",
      "  A --> B",
    ]);
  });
});

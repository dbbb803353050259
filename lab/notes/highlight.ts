import { createRequire } from "node:module";
import { Marked, type MarkedExtension } from "marked";
import { bold, dim, green, yellow } from "#lab/terminal/style.ts";

let highlighter: Marked | undefined;

/** Source code in colours. */
export function highlighted(code: string, language: string): string {
  highlighter ??= load();
  return highlighter.parser([{ type: "code", raw: code, lang: language, text: code }]).trimEnd();
}

/** Knows 190 languages and takes a quarter of a second, which text without code does not wait for. */
function load(): Marked {
  const { markedTerminal } = createRequire(import.meta.url)("marked-terminal") as {
    markedTerminal: (...options: object[]) => MarkedExtension;
  };
  const plain = (text: string): string => text;
  const colours = { keyword: bold, string: green, regexp: green, number: yellow, literal: yellow };
  const quiet = { comment: dim, doctag: dim, meta: dim };
  const names = ["built_in", "type", "class", "function", "name", "attr", "tag"];
  const theme = { ...Object.fromEntries(names.map((name) => [name, plain])), ...colours, ...quiet };
  return new Marked(markedTerminal({ code: plain, tab: 0 }, { theme }));
}

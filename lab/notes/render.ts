import { stripVTControlCharacters } from "node:util";
import { Marked, type RendererObject, type Tokens } from "marked";
import wrapAnsi from "wrap-ansi";
import { bold, dim, width, yellow } from "#lab/terminal/style.ts";
import { highlighted } from "./highlight.ts";
import { tableLines } from "./table.ts";

/** Longer lines of prose are hard to read, however wide the window is. */
const widest = 100;
const narrowest = 20;

/** Markdown as the terminal shows it: as wide as the window at most, in colours where there are any. */
export function rendered(markdown: string): string {
  const marked = new Marked({ renderer: renderer(Math.min(width(), widest)) });
  return (marked.parse(markdown) as string).replaceAll(/\n{3,}/g, "\n\n").trimEnd();
}

function renderer(columns: number): RendererObject {
  let room = columns;
  const wrapped = (text: string): string => wrapAnsi(text, Math.max(narrowest, room), { hard: true });
  /** What `inner` renders beside `first`, and below it as far from the left. */
  const beside = (first: string, rest: string, inner: () => string): string => {
    room -= first.length;
    const lines = inner().trimEnd().split("\n");
    room += first.length;
    return lines.map((line, i) => `${i === 0 ? first : rest}${line}`.trimEnd()).join("\n");
  };
  return {
    space: () => "",
    heading({ tokens, depth }) {
      return `${bold(wrapped(`${"#".repeat(depth)} ${plain(this.parser.parseInline(tokens))}`))}\n\n`;
    },
    paragraph({ tokens }) {
      return `${wrapped(this.parser.parseInline(tokens))}\n\n`;
    },
    text(token) {
      // The text of a list's item is a block with tokens of its own.
      if ("tokens" in token) return `${wrapped(this.parser.parseInline(token.tokens))}\n`;
      return token.text.replaceAll("\n", " ");
    },
    list({ items, ordered, start, loose }) {
      const rows = items.map((item, i) => {
        const mark = ordered ? `${Number(start) + i}. ` : "- ";
        return beside(mark, " ".repeat(mark.length), () => this.parser.parse(item.tokens));
      });
      return `${rows.join(loose ? "\n\n" : "\n")}\n\n`;
    },
    blockquote({ tokens }) {
      return `${beside("| ", "| ", () => this.parser.parse(tokens))}\n\n`;
    },
    code: codeBlock,
    table({ header, rows }) {
      const cells = (row: Tokens.TableCell[]): string[] =>
        row.map(({ tokens }) => this.parser.parseInline(tokens));
      return `${tableLines(cells(header), rows.map(cells), room).join("\n")}\n\n`;
    },
    hr: () => `${dim("─".repeat(Math.max(narrowest, room)))}\n\n`,
    html: ({ text }) => (text.startsWith("<!--") ? "" : text),
    strong({ tokens }) {
      return bold(this.parser.parseInline(tokens));
    },
    em({ tokens }) {
      return bold(this.parser.parseInline(tokens));
    },
    del({ tokens }) {
      return this.parser.parseInline(tokens);
    },
    codespan: ({ text }) => (hasColours() ? yellow(text) : `\`${text}\``),
    br: () => "\n",
    link({ href, tokens }) {
      const text = this.parser.parseInline(tokens);
      return href.startsWith("#") || plain(text) === href ? text : `${text} ${dim(`(${href})`)}`;
    },
    image: ({ href, text }) => `${text} ${dim(`(${href})`)}`,
  };
}

/** Lines of code are never broken: they could not be copied. */
function codeBlock({ text, lang = "" }: Tokens.Code): string {
  const [language = ""] = lang.split(" ");
  const above =
    language === "mermaid" ? `${dim("  VS Code shows this diagram in its Markdown preview:")}\n` : "";
  const isSource = ["ts", "go"].includes(language);
  const lines = (isSource && hasColours() ? highlighted(text, language) : text).split("\n");
  return `${above}${lines.map((line) => `  ${line}`.trimEnd()).join("\n")}\n\n`;
}

function hasColours(): boolean {
  return bold("x") !== "x";
}

function plain(text: string): string {
  return stripVTControlCharacters(text);
}

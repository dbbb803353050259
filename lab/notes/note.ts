import { readFileSync } from "node:fs";
import GithubSlugger from "github-slugger";
import type { Code, Heading, List, Paragraph, Root, RootContent } from "mdast";
import { fromMarkdown } from "mdast-util-from-markdown";
import { gfmFromMarkdown } from "mdast-util-gfm";
import { toString } from "mdast-util-to-string";
import { gfm } from "micromark-extension-gfm";
import { visit } from "unist-util-visit";
import { frontMatter } from "#lab/catalogue/front-matter.ts";

/** A Markdown file, parsed; lines are counted from 1 and include the front matter. */
export interface Note {
  readonly path: string;
  readonly data: Readonly<Record<string, unknown>>;
  readonly markdown: string;
  readonly tree: Root;
}

/** What stands below a heading, up to the next one of the same or a higher level. */
export interface Section {
  readonly heading: string;
  readonly line: number;
  readonly nodes: readonly RootContent[];
  /** The body as it is written. */
  readonly markdown: string;
}

export interface Question {
  readonly question: string;
  /** Markdown. */
  readonly answer: string;
  readonly line: number;
}

export interface Block {
  readonly language: string;
  /** What follows the language on the opening line. */
  readonly meta: string;
  readonly text: string;
  readonly line: number;
  /** The block right below it, where it is one of plain text: what this one prints. */
  readonly output: string | undefined;
}

const parsed = new Map<string, { markdown: string; note: Note }>();

/** Throws as readFileSync does. A note that was read before and has not changed is not parsed again. */
export function readNote(path: string): Note {
  const markdown = readFileSync(path, "utf8");
  const known = parsed.get(path);
  if (known?.markdown === markdown) return known.note;
  const note = parse(path, markdown);
  parsed.set(path, { markdown, note });
  return note;
}

function parse(path: string, markdown: string): Note {
  const { data, body } = frontMatter(markdown);
  // Empty lines in the place of the front matter keep the numbers of the lines.
  const padding = "\n".repeat(markdown.slice(0, markdown.length - body.length).split("\n").length - 1);
  const options = { extensions: [gfm()], mdastExtensions: [gfmFromMarkdown()] };
  return { path, data, markdown: padding + body, tree: fromMarkdown(padding + body, options) };
}

/** The sections of level 2. */
export function sectionsOf(note: Note): Section[] {
  return split(note, note.tree.children, 2);
}

/** The sections of level 3 within one of level 2; none where there is no such section. */
export function subsectionsOf(note: Note, heading: string): Section[] {
  const section = sectionsOf(note).find((each) => each.heading === heading);
  return section ? split(note, section.nodes, 3) : [];
}

/** The rungs of the ladder below "Hints", each as Markdown. */
export function hintsOf(note: Note): string[] {
  const section = sectionsOf(note).find(({ heading }) => heading === "Hints");
  const list = section?.nodes.find((node): node is List => node.type === "list");
  return (list?.children ?? []).map((item) =>
    source(note, item)
      .replace(/^\s*(\d+[.)]|[-*])\s+/, "")
      .replaceAll(/\n {2,4}/g, "\n"),
  );
}

/** The questions of "Discussion": each begins with a paragraph whose first words are bold. */
export function questionsOf(note: Note): Question[] {
  const section = sectionsOf(note).find(({ heading }) => heading === "Discussion");
  const asked: { question: string; line: number; from: number }[] = [];
  for (const node of section?.nodes ?? []) {
    if (node.type !== "paragraph") continue;
    const question = questionIn(node);
    if (question !== undefined) asked.push({ question, line: lineOf(node), from: startOf(node) });
  }
  const end = section?.nodes.at(-1)?.position?.end.offset ?? 0;
  return asked.map(({ question, line, from }, i) => {
    const whole = note.markdown.slice(from, asked[i + 1]?.from ?? end);
    return { question, line, answer: whole.replace(/^\*\*[^]*?\*\*/, "").trim() };
  });
}

export function blocksOf(note: Note): Block[] {
  const blocks: Block[] = [];
  visit(note.tree, "code", (node: Code, index, parent) => {
    const next = parent?.children[(index ?? 0) + 1];
    const output = next?.type === "code" && next.lang === "text" ? next.value : undefined;
    blocks.push({
      language: node.lang ?? "",
      meta: node.meta ?? "",
      text: node.value,
      line: lineOf(node),
      output,
    });
  });
  return blocks;
}

/** Where its links and images lead. */
export function linksOf(note: Note): { url: string; line: number }[] {
  const links: { url: string; line: number }[] = [];
  visit(note.tree, (node) => {
    if (node.type === "link" || node.type === "image" || node.type === "definition")
      links.push({ url: node.url, line: lineOf(node) });
  });
  return links;
}

/** The anchors of its headings, as GitHub and VS Code make them. */
export function anchorsOf(note: Note): Set<string> {
  const slugger = new GithubSlugger();
  const anchors = new Set<string>();
  visit(note.tree, "heading", (node: Heading) => {
    anchors.add(slugger.slug(toString(node)));
  });
  return anchors;
}

function split(note: Note, nodes: readonly RootContent[], depth: number): Section[] {
  const isHeading = (node: RootContent): node is Heading => node.type === "heading" && node.depth <= depth;
  return nodes.flatMap((node, i) => {
    if (!isHeading(node) || node.depth !== depth) return [];
    const after = nodes.findIndex((other, k) => k > i && isHeading(other));
    const body = nodes.slice(i + 1, after === -1 ? undefined : after);
    const last = body.at(-1);
    const markdown = last ? note.markdown.slice(startOf(body[0]!), last.position?.end.offset) : "";
    return [{ heading: toString(node), line: lineOf(node), nodes: body, markdown }];
  });
}

function questionIn({ children: [first] }: Paragraph): string | undefined {
  return first?.type === "strong" ? toString(first).trim() : undefined;
}

function source(note: Note, node: { position?: RootContent["position"] }): string {
  return note.markdown.slice(node.position?.start.offset, node.position?.end.offset);
}

function startOf(node: RootContent): number {
  return node.position?.start.offset ?? 0;
}

function lineOf(node: { position?: RootContent["position"] }): number {
  return node.position?.start.line ?? 1;
}

import { parse } from "yaml";

/** Splits a Markdown file into the YAML between its first two `---` lines and the rest. */
export function frontMatter(markdown: string): { data: Record<string, unknown>; body: string } {
  const [, yaml, body] = /^---\n([^]*?)\n---\n([^]*)$/.exec(markdown) ?? [];
  if (yaml === undefined || body === undefined) return { data: {}, body: markdown };
  return { data: (parse(yaml) ?? {}) as Record<string, unknown>, body };
}

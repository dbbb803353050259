/** A position as editors count: from 1. */
export interface Place {
  readonly line: number;
  readonly column: number;
}

/** Where a file declares the first of these names that it declares at all; its default export, or its first line, otherwise. */
export function declarationIn(source: string, names: readonly string[]): Place {
  // An earlier attempt is often kept in a comment.
  const code = source.replaceAll(/\/\*[^]*?\*\//g, (comment) => comment.replaceAll(/[^\n]/g, " "));
  const patterns = [
    ...names.map((name) => new RegExp(`${declares}(${name})(?![\\w$])`, "dm")),
    /^[ \t]*(export default|module\.exports)\b/dm,
  ];
  for (const pattern of patterns) {
    const at = pattern.exec(code)?.indices?.[1]?.[0];
    if (at === undefined) continue;
    const before = code.slice(0, at);
    return { line: before.split("\n").length, column: at - before.lastIndexOf("\n") };
  }
  return { line: 1, column: 1 };
}

const declares = String.raw`^[ \t]*(?:export\s+)?(?:default\s+)?(?:abstract\s+|async\s+)?(?:function\s*\*?\s*|(?:class|const|let|var)\s+|(?:module\.)?exports\.)`;

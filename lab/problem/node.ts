/** A node with a value and links, as LeetCode's `_Node` or `Node`, whose fields differ from problem to problem. */
export type NodeClass = new (val?: number, ...links: unknown[]) => Record<string, unknown>;

/**
 * LeetCode's `_Node` for one problem: `nodeClass({ next: null, random: null })` takes (val, next, random) and
 * fills what is left out with the given values (`[]` stands for an empty list of its own).
 */
export function nodeClass(links: Readonly<Record<string, null | readonly []>>): NodeClass {
  const fields = Object.entries(links);
  return class _Node {
    [field: string]: unknown;

    constructor(val = 0, ...given: unknown[]) {
      this.val = val;
      for (let i = 0; i < fields.length; i++) {
        const [name, empty] = fields[i]!;
        this[name] = given[i] ?? (empty && []);
      }
    }
  };
}

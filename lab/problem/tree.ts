import fc from "fast-check";
import { isObject, NotPlain } from "./plain.ts";
import { kindOf } from "./shape.ts";

/** LeetCode's binary tree node. */
export class TreeNode {
  val: number;
  left: TreeNode | null;
  right: TreeNode | null;

  constructor(val?: number, left?: TreeNode | null, right?: TreeNode | null) {
    this.val = val ?? 0;
    this.left = left ?? null;
    this.right = right ?? null;
  }
}

/** A tree as LeetCode writes it: level by level, null for a missing child, nothing below a null, no null last. */
export type Levels = (number | null)[];

/** Builds a tree. O(n), no recursion. */
export function tree(levels: Levels): TreeNode | null {
  const [rootValue] = levels;
  if (typeof rootValue !== "number") return null;
  const root = new TreeNode(rootValue);
  const parents = [root];
  for (let i = 1, p = 0; i < levels.length; p++) {
    for (const side of ["left", "right"] as const) {
      const value = levels[i++];
      if (typeof value === "number") parents.push((parents[p]![side] = new TreeNode(value)));
    }
  }
  return root;
}

/** Reads a tree back. O(n). Throws NotPlain when a node can be reached twice or something is no tree node. */
export function levels(root: unknown): Levels {
  const result: Levels = [];
  const seen = new Set<object>();
  const waiting: unknown[] = [root];
  // The array grows while it is walked: it is the queue of a breadth-first search.
  for (const node of waiting) {
    if (node === null || node === undefined) {
      result.push(null);
      continue;
    }
    if (!isObject(node) || !("val" in node))
      throw new NotPlain(`a tree with ${isObject(node) ? "an object" : kindOf(node)} for a node`);
    if (seen.has(node)) throw new NotPlain("a tree in which one node is reached twice");
    seen.add(node);
    result.push(node.val as number);
    waiting.push(node.left, node.right);
  }
  while (result.at(-1) === null) result.pop();
  return result;
}

/** Does every entry hang below a node, and is the last one a node? */
export function areLevels(values: Levels): boolean {
  let places = 1;
  for (const value of values) {
    if (places === 0) return false;
    places += value === null ? -1 : 1;
  }
  return values.at(-1) !== null;
}

/** Trees of all forms, bare chains among them, as lists of 0 to maxLength entries; maxLength is 1 or more. */
export function treeInputs(values: fc.Arbitrary<number>, maxLength: number): fc.Arbitrary<Levels> {
  const bushy = fc.array(fc.option(values, { freq: 4 }), { maxLength });
  const stringy = fc.array(fc.option(values, { freq: 1 }), { maxLength });
  const link = fc.tuple(values, fc.boolean()).map(([value, left]) => (left ? [value, null] : [null, value]));
  const chain = fc
    .tuple(values, fc.array(link, { maxLength: (maxLength - 1) >> 1 }))
    .map(([root, links]) => [root, ...links.flat()]);
  return fc.oneof(
    ...[bushy, stringy, chain].map((entries) => entries.map(trimmed, (value) => value as Levels)),
  );
}

/** Drops what hangs below nothing. */
function trimmed(values: Levels): Levels {
  let places = 1;
  const kept: Levels = [];
  for (const value of values) {
    if (places === 0) break;
    places += value === null ? -1 : 1;
    kept.push(value);
  }
  while (kept.at(-1) === null) kept.pop();
  return kept;
}

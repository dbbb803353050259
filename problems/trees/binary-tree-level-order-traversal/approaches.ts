import type { Approaches } from "#lab/problem/index.ts";
import type * as stub from "./stub.ts";

/** Walks down from the root once for each level. O(n · h) time for n nodes in h levels, O(h) space. */
export function oneWalkEach(root: TreeNode | null): number[][] {
  const height = (node: TreeNode | null): number =>
    node === null ? 0 : 1 + Math.max(height(node.left), height(node.right));
  const collect = (node: TreeNode | null, depth: number, values: number[]): number[] => {
    if (node === null) return values;
    if (depth === 0) values.push(node.val);
    else {
      collect(node.left, depth - 1, values);
      collect(node.right, depth - 1, values);
    }
    return values;
  };
  return Array.from({ length: height(root) }, (_, depth) => collect(root, depth, []));
}

/** Visits each node before its subtrees and puts its value into the row of its depth. O(n) time, O(h) space. */
export function rowsByDepth(root: TreeNode | null): number[][] {
  const rows: number[][] = [];
  const visit = (node: TreeNode | null, depth: number): void => {
    if (node === null) return;
    if (depth === rows.length) rows.push([]);
    rows[depth]!.push(node.val);
    visit(node.left, depth + 1);
    visit(node.right, depth + 1);
  };
  visit(root, 0);
  return rows;
}

/** Makes each level's nodes out of those of the level above. O(n) time, O(w) space for levels of w nodes at most. */
export function levelFromLevel(root: TreeNode | null): number[][] {
  const rows: number[][] = [];
  let level = root === null ? [] : [root];
  while (level.length > 0) {
    rows.push(level.map(({ val }) => val));
    const below: TreeNode[] = [];
    for (const { left, right } of level) {
      if (left !== null) below.push(left);
      if (right !== null) below.push(right);
    }
    level = below;
  }
  return rows;
}

export default {
  "one walk for each level": { growth: "n²", levelOrder: oneWalkEach },
  "rows by depth": { growth: "n", levelOrder: rowsByDepth },
  "level from level": { growth: "n", levelOrder: levelFromLevel },
} satisfies Approaches<typeof stub>;

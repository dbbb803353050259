import type { Approaches } from "#lab/problem/index.ts";
import type * as stub from "./stub.ts";

/** Compares each node with all nodes of its two subtrees. O(n · h) time for n nodes in h levels, O(h) space. */
export function wholeSubtrees(root: TreeNode | null): boolean {
  if (root === null) return true;
  const every = (node: TreeNode | null, fits: (val: number) => boolean): boolean =>
    node === null || (fits(node.val) && every(node.left, fits) && every(node.right, fits));
  return (
    every(root.left, (val) => val < root.val) &&
    every(root.right, (val) => val > root.val) &&
    wholeSubtrees(root.left) &&
    wholeSubtrees(root.right)
  );
}

/** Hands down the two bounds that the way from the root sets. O(n) time, O(h) space. */
export function withinBounds(root: TreeNode | null): boolean {
  const fits = (node: TreeNode | null, low: number, high: number): boolean => {
    if (node === null) return true;
    const { val, left, right } = node;
    return low < val && val < high && fits(left, low, val) && fits(right, val, high);
  };
  return fits(root, -Infinity, Infinity);
}

/** Visits the nodes in order, on a stack of its own, and sees that the values rise. O(n) time, O(h) space. */
export function risingInOrder(root: TreeNode | null): boolean {
  const waiting: TreeNode[] = [];
  let node = root;
  let previous = -Infinity;
  while (node !== null || waiting.length > 0) {
    for (; node !== null; node = node.left) waiting.push(node);
    const next = waiting.pop()!;
    if (next.val <= previous) return false;
    previous = next.val;
    node = next.right;
  }
  return true;
}

export default {
  "whole subtrees": { growth: "n²", isValidBST: wholeSubtrees },
  "within bounds": { growth: "n", isValidBST: withinBounds },
  "rising in order": { growth: "n", isValidBST: risingInOrder },
} satisfies Approaches<typeof stub>;

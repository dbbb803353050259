import type { Approaches } from "#lab/problem/index.ts";
import type * as stub from "./stub.ts";

/** Writes level by level from a queue whose front is shifted off. O(n²) time, O(n) space. */
export function writeByShifting(root: TreeNode | null): string {
  const waiting = [root];
  const parts: string[] = [];
  while (waiting.length > 0) {
    const node = waiting.shift() ?? null;
    if (node === null) {
      parts.push("#");
    } else {
      parts.push(String(node.val));
      waiting.push(node.left, node.right);
    }
  }
  return parts.join(",");
}

/** Shifts one part after the other off the text, two for each waiting node. O(n²) time, O(n) space. */
export function readByShifting(data: string): TreeNode | null {
  const parts = data.split(",");
  const first = parts.shift()!;
  if (first === "#") return null;
  const root = new TreeNode(Number(first));
  const waiting = [root];
  while (waiting.length > 0) {
    const node = waiting.shift()!;
    const left = parts.shift()!;
    if (left !== "#") {
      node.left = new TreeNode(Number(left));
      waiting.push(node.left);
    }
    const right = parts.shift()!;
    if (right !== "#") {
      node.right = new TreeNode(Number(right));
      waiting.push(node.right);
    }
  }
  return root;
}

/** Writes each node before its subtrees, the left one first. O(n) time, O(n) space. */
export function writePreorder(root: TreeNode | null): string {
  const parts: string[] = [];
  const write = (node: TreeNode | null): void => {
    if (node === null) {
      parts.push("#");
      return;
    }
    parts.push(String(node.val));
    write(node.left);
    write(node.right);
  };
  write(root);
  return parts.join(",");
}

/** Reads a node, then its left subtree, then its right one. O(n) time, O(n) space. */
export function readPreorder(data: string): TreeNode | null {
  const parts = data.split(",");
  let next = 0;
  const read = (): TreeNode | null => {
    const part = parts[next++]!;
    if (part === "#") return null;
    const node = new TreeNode(Number(part));
    node.left = read();
    node.right = read();
    return node;
  };
  return read();
}

/** Lists the nodes level by level; the list is its own queue. O(n) time, O(n) space, no recursion. */
export function writeLevels(root: TreeNode | null): string {
  const nodes = [root];
  for (const node of nodes) {
    if (node !== null) nodes.push(node.left, node.right);
  }
  return nodes.map((node) => (node === null ? "#" : node.val)).join(",");
}

/** Hands the next two parts to each node in the order in which the nodes were read. O(n) time, O(n) space. */
export function readLevels(data: string): TreeNode | null {
  const parts = data.split(",");
  const nodes: TreeNode[] = [];
  let next = 0;
  const read = (): TreeNode | null => {
    const part = parts[next++]!;
    if (part === "#") return null;
    const node = new TreeNode(Number(part));
    nodes.push(node);
    return node;
  };
  const root = read();
  for (const node of nodes) {
    node.left = read();
    node.right = read();
  }
  return root;
}

export default {
  "level order by shifting": { growth: "n²", serialize: writeByShifting, deserialize: readByShifting },
  preorder: { growth: "n", serialize: writePreorder, deserialize: readPreorder },
  "level order": { growth: "n", serialize: writeLevels, deserialize: readLevels },
} satisfies Approaches<typeof stub>;

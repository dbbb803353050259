import type { Mistakes } from "#lab/problem/index.ts";
import type problem from "./problem.ts";

let previous = -Infinity;

export default {
  "compares each node with its children only": {
    law: "a node on the wrong side of any ancestor makes it false",
    input: [[0, null, 2, -1]],
    isValidBST(root) {
      const valid = (node: TreeNode | null): boolean => {
        if (!node) return true;
        const { val, left, right } = node;
        if (left && left.val >= val) return false;
        if (right && right.val <= val) return false;
        return valid(left) && valid(right);
      };
      return valid(root);
    },
  },
  "lets equal values pass": {
    law: "a child on the wrong side of its parent makes it false",
    input: [[0, 0]],
    isValidBST(root) {
      const valid = (node: TreeNode | null, low: number, high: number): boolean => {
        if (!node) return true;
        if (node.val < low || node.val > high) return false;
        return valid(node.left, low, node.val) && valid(node.right, node.val, high);
      };
      return valid(root, -Infinity, Infinity);
    },
  },
  "takes the smallest and the largest number for no bound": {
    law: "it is true where every node is on the right side of all its ancestors",
    input: [[-(2 ** 31)]],
    isValidBST(root) {
      const valid = (node: TreeNode | null, low: number, high: number): boolean => {
        if (!node) return true;
        if (node.val <= low || node.val >= high) return false;
        return valid(node.left, low, node.val) && valid(node.right, node.val, high);
      };
      return valid(root, -(2 ** 31), 2 ** 31 - 1);
    },
  },
  "takes the bound 0 for no bound": {
    law: "a child on the wrong side of its parent makes it false",
    input: [[0, 0]],
    isValidBST(root) {
      const valid = (node: TreeNode | null, low?: number, high?: number): boolean => {
        if (!node) return true;
        if (low && node.val <= low) return false;
        if (high && node.val >= high) return false;
        return valid(node.left, low, node.val) && valid(node.right, node.val, high);
      };
      return valid(root);
    },
  },
  "drops the answer for the left subtree": {
    law: "a child on the wrong side of its parent makes it false",
    input: [[1, 0, null, 0]],
    isValidBST(root) {
      let last = -Infinity;
      const valid = (node: TreeNode | null): boolean => {
        if (!node) return true;
        valid(node.left);
        if (node.val <= last) return false;
        last = node.val;
        return valid(node.right);
      };
      return valid(root);
    },
  },
  "sorts the values as text": {
    law: "it is true where every node is on the right side of all its ancestors",
    input: [[-1, -2]],
    isValidBST(root) {
      const values: number[] = [];
      const collect = (node: TreeNode | null): void => {
        if (!node) return;
        collect(node.left);
        values.push(node.val);
        collect(node.right);
      };
      collect(root);
      const sorted = [...new Set(values)].sort();
      return sorted.length === values.length && sorted.every((value, i) => value === values[i]);
    },
  },
  "keeps the last value from one call to the next": {
    law: "answers a second call as well",
    input: [[0]],
    inChild: true,
    isValidBST(root) {
      const valid = (node: TreeNode | null): boolean => {
        if (!node) return true;
        if (!valid(node.left)) return false;
        if (node.val <= previous) return false;
        previous = node.val;
        return valid(node.right);
      };
      return valid(root);
    },
  },
} satisfies Mistakes<typeof problem>;

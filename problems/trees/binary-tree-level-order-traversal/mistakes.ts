import type { Mistakes } from "#lab/problem/index.ts";
import type problem from "./problem.ts";

export default {
  "returns one empty level for the empty tree": {
    law: "no level is empty",
    input: [[]],
    levelOrder(root) {
      const rows: number[][] = [];
      let level = [root];
      while (level.length > 0) {
        const nodes = level.filter((node) => node !== null);
        rows.push(nodes.map(({ val }) => val));
        level = nodes.flatMap(({ left, right }) => [left, right]).filter((node) => node !== null);
      }
      return rows;
    },
  },
  "hands out one array for all levels": {
    law: "no level is empty",
    input: [[0]],
    levelOrder(root) {
      const rows: number[][] = [];
      const row: number[] = [];
      let level = root ? [root] : [];
      while (level.length > 0) {
        row.length = 0;
        rows.push(row);
        const below: TreeNode[] = [];
        while (level.length > 0) {
          const node = level.shift()!;
          row.push(node.val);
          if (node.left) below.push(node.left);
          if (node.right) below.push(node.right);
        }
        level = below;
      }
      row.length = 0;
      return rows;
    },
  },
  "reads the length of the queue while it grows": {
    law: "each level has the nodes of one depth, the root's first",
    input: [[0, 0, 0]],
    levelOrder(root) {
      const rows: number[][] = [];
      const queue = root ? [root] : [];
      while (queue.length > 0) {
        const row: number[] = [];
        for (let i = 0; i < queue.length; i++) {
          const node = queue.shift()!;
          row.push(node.val);
          if (node.left) queue.push(node.left);
          if (node.right) queue.push(node.right);
        }
        rows.push(row);
      }
      return rows;
    },
  },
  "puts the right child first": {
    law: "each level from left to right",
    input: [[0, 0, 1]],
    levelOrder(root) {
      const rows: number[][] = [];
      const stack: [TreeNode | null, number][] = [[root, 0]];
      while (stack.length > 0) {
        const [node, depth] = stack.pop()!;
        if (!node) continue;
        (rows[depth] ??= []).push(node.val);
        stack.push([node.left, depth + 1], [node.right, depth + 1]);
      }
      return rows;
    },
  },
  "takes every level to be full": {
    law: "each level has the nodes of one depth, the root's first",
    input: [[0, 0, null, 0]],
    levelOrder(root) {
      const nodes = root ? [root] : [];
      for (const { left, right } of nodes) {
        if (left) nodes.push(left);
        if (right) nodes.push(right);
      }
      const rows: number[][] = [];
      for (let start = 0, width = 1; start < nodes.length; start += width, width *= 2) {
        rows.push(nodes.slice(start, start + width).map(({ val }) => val));
      }
      return rows;
    },
  },
  "lists missing children": {
    law: "returns a value of the right kind",
    input: [[0]],
    levelOrder(root) {
      const rows: number[][] = [];
      let level = root ? [root] : [];
      while (level.length > 0) {
        rows.push(level.map((node) => node?.val));
        level = level.flatMap((node) => (node ? [node.left!, node.right!] : []));
      }
      return rows;
    },
  },
  "takes the value 0 for a missing node": {
    law: "every node's value, as often as it occurs",
    input: [[0]],
    levelOrder(root) {
      const rows: number[][] = [];
      const visit = (node: TreeNode | null, depth: number): void => {
        if (!node?.val) return;
        if (depth === rows.length) rows.push([]);
        rows[depth]!.push(node.val);
        visit(node.left, depth + 1);
        visit(node.right, depth + 1);
      };
      visit(root, 0);
      return rows;
    },
  },
  "leaves out the last level": {
    law: "every node's value, as often as it occurs",
    input: [[0]],
    levelOrder(root) {
      const rows: number[][] = [];
      if (!root) return rows;
      const queue = [root, null];
      let row: number[] = [];
      while (queue.length > 1) {
        const node = queue.shift();
        if (node) {
          row.push(node.val);
          if (node.left) queue.push(node.left);
          if (node.right) queue.push(node.right);
        } else {
          rows.push(row);
          row = [];
          queue.push(null);
        }
      }
      return rows;
    },
  },
} satisfies Mistakes<typeof problem>;

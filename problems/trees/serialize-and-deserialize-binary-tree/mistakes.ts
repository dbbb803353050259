import type { Mistakes } from "#lab/problem/index.ts";
import type problem from "./problem.ts";

let kept: TreeNode | null = null;

export default {
  "keeps the tree in a variable instead of the text": {
    law: "a fresh program reads the same tree",
    input: [[0]],
    inChild: true,
    serialize(root) {
      kept = root;
      return "kept";
    },
    deserialize() {
      return kept;
    },
  },
  "crashes on the empty tree": {
    law: "does not throw",
    input: [[]],
    serialize(root) {
      const nodes = [root!];
      const parts = [String(root!.val)];
      for (const { left, right } of nodes) {
        for (const child of [left, right]) {
          if (child) nodes.push(child);
          parts.push(child ? String(child.val) : "#");
        }
      }
      return parts.join(",");
    },
    deserialize(data) {
      const parts = data.split(",");
      let next = 0;
      const read = () => {
        const part = parts[next++]!;
        return part === "#" ? null : new TreeNode(Number(part));
      };
      const root = read()!;
      const nodes = [root];
      for (const node of nodes) {
        node.left = read();
        node.right = read();
        if (node.left) nodes.push(node.left);
        if (node.right) nodes.push(node.right);
      }
      return root;
    },
  },
  "reads a node with the value 0 from the empty text": {
    law: "no node is lost or added",
    input: [[]],
    serialize(root) {
      if (!root) return "";
      const nodes: (TreeNode | null)[] = [root];
      for (const node of nodes) if (node) nodes.push(node.left, node.right);
      return nodes.map((node) => (node ? node.val : "#")).join(",");
    },
    deserialize(data) {
      const parts = data.split(",");
      const root = new TreeNode(Number(parts[0]));
      const nodes = [root];
      for (let next = 1, n = 0; next < parts.length; next += 2, n++) {
        const node = nodes[n]!;
        if (parts[next] !== "#") nodes.push((node.left = new TreeNode(Number(parts[next]))));
        if (parts[next + 1] !== "#") nodes.push((node.right = new TreeNode(Number(parts[next + 1]))));
      }
      return root;
    },
  },
  "takes the value 0 for a missing node": {
    law: "no node is lost or added",
    input: [[0]],
    serialize(root) {
      const parts: (number | string)[] = [];
      const write = (node: TreeNode | null): void => {
        if (!node?.val) {
          parts.push("#");
          return;
        }
        parts.push(node.val);
        write(node.left);
        write(node.right);
      };
      write(root);
      return parts.join(",");
    },
    deserialize(data) {
      const parts = data.split(",");
      let next = 0;
      const read = (): TreeNode | null => {
        const part = parts[next++]!;
        return part === "#" ? null : new TreeNode(Number(part), read(), read());
      };
      return read();
    },
  },
  "puts nothing between the values": {
    law: "no node is lost or added",
    input: [[10]],
    serialize(root) {
      const write = (node: TreeNode | null): string =>
        node ? `${node.val}${write(node.left)}${write(node.right)}` : "#";
      return write(root);
    },
    deserialize(data) {
      const parts = data.match(/-?\d|#/g)!;
      let next = 0;
      const read = (): TreeNode | null => {
        const part = parts[next++];
        if (part === undefined || part === "#") return null;
        return new TreeNode(Number(part), read(), read());
      };
      return read();
    },
  },
  "loses the minus signs": {
    law: "every node has its value",
    input: [[-1]],
    serialize(root) {
      const write = (node: TreeNode | null): string =>
        node ? `${node.val}(${write(node.left)})(${write(node.right)})` : "";
      return write(root);
    },
    deserialize(data) {
      const parts = data.match(/\d+|[()]/g) ?? [];
      let next = 0;
      const read = (): TreeNode | null => {
        if (next >= parts.length || parts[next] === ")") return null;
        const node = new TreeNode(Number(parts[next++]));
        next++;
        node.left = read();
        next += 2;
        node.right = read();
        next++;
        return node;
      };
      return read();
    },
  },
  "gives the values back as strings": {
    law: "returns a value of the right kind",
    input: [[0]],
    serialize(root) {
      const write = (node: TreeNode | null): string =>
        node ? `${node.val},${write(node.left)},${write(node.right)}` : "#";
      return write(root);
    },
    deserialize(data) {
      const parts = data.split(",");
      let next = 0;
      const read = (): TreeNode | null => {
        const part = parts[next++] as never;
        return part === "#" ? null : new TreeNode(part, read(), read());
      };
      return read();
    },
  },
  "marks no missing children": {
    law: "every node is in its place",
    input: [[0, null, 0]],
    serialize(root) {
      const nodes = root ? [root] : [];
      for (const { left, right } of nodes) {
        if (left) nodes.push(left);
        if (right) nodes.push(right);
      }
      return nodes.map(({ val }) => val).join(",");
    },
    deserialize(data) {
      if (data === "") return null;
      const nodes = data.split(",").map((part) => new TreeNode(Number(part)));
      for (const [i, node] of nodes.entries()) {
        node.left = nodes[2 * i + 1] ?? null;
        node.right = nodes[2 * i + 2] ?? null;
      }
      return nodes[0]!;
    },
  },
  "writes the values in order only": {
    law: "every node is in its place",
    input: [[0, null, 0]],
    serialize(root) {
      const values: number[] = [];
      const write = (node: TreeNode | null): void => {
        if (!node) return;
        write(node.left);
        values.push(node.val);
        write(node.right);
      };
      write(root);
      return values.join(",");
    },
    deserialize(data) {
      if (data === "") return null;
      const values = data.split(",").map(Number);
      const read = (from: number, to: number): TreeNode | null => {
        if (from === to) return null;
        const middle = (from + to) >> 1;
        return new TreeNode(values[middle], read(from, middle), read(middle + 1, to));
      };
      return read(0, values.length);
    },
  },
  "takes all values to be different": {
    law: "every node is in its place",
    input: [[0, 0]],
    serialize(root) {
      const preorder: number[] = [];
      const inorder: number[] = [];
      const write = (node: TreeNode | null): void => {
        if (!node) return;
        preorder.push(node.val);
        write(node.left);
        inorder.push(node.val);
        write(node.right);
      };
      write(root);
      return JSON.stringify([preorder, inorder]);
    },
    deserialize(data) {
      const [preorder, inorder] = JSON.parse(data) as [number[], number[]];
      const read = (preorder: number[], inorder: number[]): TreeNode | null => {
        if (preorder.length === 0) return null;
        const left = inorder.indexOf(preorder[0]!);
        return new TreeNode(
          preorder[0],
          read(preorder.slice(1, left + 1), inorder.slice(0, left)),
          read(preorder.slice(left + 1), inorder.slice(left + 1)),
        );
      };
      return read(preorder, inorder);
    },
  },
  "reads left and right in another order than it wrote them": {
    law: "every node is in its place",
    input: [[0, 0]],
    serialize(root) {
      const parts: (number | string)[] = [];
      const stack = [root];
      while (stack.length > 0) {
        const node = stack.pop()!;
        parts.push(node ? node.val : "#");
        if (node) stack.push(node.left, node.right);
      }
      return parts.join(",");
    },
    deserialize(data) {
      const parts = data.split(",");
      let next = 0;
      const read = (): TreeNode | null => {
        const part = parts[next++]!;
        return part === "#" ? null : new TreeNode(Number(part), read(), read());
      };
      return read();
    },
  },
  "cuts the nulls off at the end and reads past it": {
    law: "no node is lost or added",
    input: [[0, 0]],
    serialize(root) {
      const nodes = [root];
      for (const node of nodes) if (node) nodes.push(node.left, node.right);
      while (nodes.at(-1) === null) nodes.pop();
      return JSON.stringify(nodes.map((node) => (node ? node.val : null)));
    },
    deserialize(data) {
      const values = JSON.parse(data) as number[];
      if (values.length === 0) return null;
      const root = new TreeNode(values[0]);
      const nodes = [root];
      for (let next = 1, n = 0; next < values.length; next += 2, n++) {
        const node = nodes[n]!;
        if (values[next] !== null) nodes.push((node.left = new TreeNode(values[next])));
        if (values[next + 1] !== null) nodes.push((node.right = new TreeNode(values[next + 1])));
      }
      return root;
    },
  },
} satisfies Mistakes<typeof problem>;

import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { equal } from "./compare.ts";
import { notation } from "./notation.ts";
import { NotPlain } from "./plain.ts";
import { areLevels, type Levels, levels, tree, treeInputs, TreeNode } from "./tree.ts";

/** All trees of n nodes, each node with the value 0. */
function trees(n: number): (TreeNode | null)[] {
  if (n === 0) return [null];
  return Array.from({ length: n }, (_, left) =>
    trees(left).flatMap((l) => trees(n - 1 - left).map((r) => new TreeNode(0, l, r))),
  ).flat();
}

const allTrees = Array.from({ length: 8 }, (_, n) => trees(n)).flat();

/** All lists of 0 and null with this many entries. */
function words(length: number): Levels[] {
  if (length === 0) return [[]];
  return words(length - 1).flatMap((word) => [
    [...word, 0],
    [...word, null],
  ]);
}

function alike(a: TreeNode | null, b: TreeNode | null): boolean {
  if (a === null || b === null) return a === b;
  return a.val === b.val && alike(a.left, b.left) && alike(a.right, b.right);
}

/** Each node's values from the root to it, with the turns taken: what a tree is, said without levels. */
function paths(node: TreeNode | null, path = ""): string[] {
  if (node === null) return [];
  const here = `${path} ${node.val}`;
  return [here, ...paths(node.left, `${here} left`), ...paths(node.right, `${here} right`)];
}

const { node: someTree } = fc.letrec<{ node: TreeNode | null }>((tie) => ({
  node: fc.oneof(
    { maxDepth: 6 },
    fc.constant(null),
    fc
      .tuple(fc.integer(), tie("node"), tie("node"))
      .map(([val, left, right]) => new TreeNode(val, left, right)),
  ),
}));

const someLevels = treeInputs(fc.integer(), 30);

describe("a node", () => {
  test("holds 0 and has no children unless it is told otherwise", () => {
    expect(new TreeNode()).toEqual({ val: 0, left: null, right: null });
    expect(new TreeNode(3, null, null)).toEqual({ val: 3, left: null, right: null });
  });

  test("takes its left child before its right one", () => {
    const left = new TreeNode(1);
    const right = new TreeNode(2);
    expect(new TreeNode(0, left, right)).toEqual({ val: 0, left, right });
  });
});

describe("building", () => {
  test("undoes reading, for every tree of at most 7 nodes", () => {
    expect(allTrees.every((root) => alike(tree(levels(root)), root))).toBe(true);
  });

  test("undoes reading", () => {
    fc.assert(fc.property(someTree, (root) => alike(tree(levels(root)), root)));
  });

  test("is undone by reading", () => {
    fc.assert(fc.property(someLevels, (values) => equal(levels(tree(values)), values)));
  });

  test.each<[Levels, string[]]>([
    [[], []],
    [[1], [" 1"]],
    [
      [1, 2],
      [" 1", " 1 left 2"],
    ],
    [
      [1, null, 2],
      [" 1", " 1 right 2"],
    ],
    [
      [1, 2, 3, null, null, 4],
      [" 1", " 1 left 2", " 1 right 3", " 1 right 3 left 4"],
    ],
    [
      [1, null, 2, 3],
      [" 1", " 1 right 2", " 1 right 2 left 3"],
    ],
  ])("%j is the tree that LeetCode makes of it", (values, expected) => {
    expect(paths(tree(values))).toEqual(expected);
  });

  test("makes new nodes each time", () => {
    const values = [1, 2, 3];
    expect(tree(values)).not.toBe(tree(values));
    expect(tree(values)).toBeInstanceOf(TreeNode);
  });
});

describe("reading", () => {
  test("takes undefined for a missing child, as LeetCode does", () => {
    expect(levels(undefined)).toEqual([]);
    expect(levels({ val: 1, left: undefined, right: { val: 2 } })).toEqual([1, null, 2]);
  });

  test("hands values on as they are, for the shape to judge", () => {
    expect(levels({ val: "1", left: { val: undefined }, right: null })).toEqual(["1", undefined]);
  });

  test.each([
    [5, "a tree with a number for a node"],
    [[1, 2], "a tree with an object for a node"],
    [{}, "a tree with an object for a node"],
    [{ val: 1, left: "2" }, "a tree with a string for a node"],
    [{ val: 1, left: null, right: { left: null } }, "a tree with an object for a node"],
    [{ val: 1, right: () => null }, "a tree with a function for a node"],
  ])("describes what is no tree: %j: %s", (root, description) => {
    expect(() => levels(root)).toThrow(new NotPlain(description));
  });

  test("describes a node that is reached twice, by way of a cycle or from two parents", () => {
    const inTwoPlaces = new NotPlain("a tree in which one node is reached twice");
    const shared = new TreeNode(2);
    const root = new TreeNode(1, new TreeNode(0, null, shared), shared);
    expect(() => levels(root)).toThrow(inTwoPlaces);
    root.right = root;
    expect(() => levels(root)).toThrow(inTwoPlaces);
    expect(() => levels(new TreeNode(1, shared, shared))).toThrow(inTwoPlaces);
  });
});

describe("level lists", () => {
  test("of at most 7 entries are legal exactly when some tree is written so", () => {
    const written = new Set(allTrees.map((root) => notation(levels(root))));
    for (const word of Array.from({ length: 8 }, (_, n) => words(n)).flat()) {
      expect([word, areLevels(word)]).toEqual([word, written.has(notation(word))]);
    }
  });

  test("that are read from a tree are legal", () => {
    fc.assert(fc.property(someTree, (root) => areLevels(levels(root))));
  });
});

describe("generated level lists", () => {
  test("are legal and no longer than allowed", () => {
    fc.assert(
      fc.property(
        fc
          .integer({ min: 1, max: 20 })
          .chain((max) => fc.tuple(fc.constant(max), treeInputs(fc.integer(), max))),
        ([max, values]) => areLevels(values) && values.length <= max,
      ),
    );
  });

  test("have all forms of three nodes, and none at all, among them", () => {
    const forms = new Set(
      fc.sample(treeInputs(fc.constant(0), 7), { numRuns: 3000, seed: 1 }).map((values) => notation(values)),
    );
    for (const root of [null, ...trees(1), ...trees(2), ...trees(3)])
      expect(forms).toContain(notation(levels(root)));
  });

  test("shrink from an input that was not generated", () => {
    const arbitrary = treeInputs(fc.integer(), 10);
    const found = fc.check(
      fc.property(arbitrary, (values) => values.length < 2),
      { examples: [[[5, null, 7, 1, 2]]], numRuns: 1 },
    );
    expect(found.counterexample?.[0]).toHaveLength(2);
  });
});

describe("10⁵ nodes", () => {
  const values = Array.from({ length: 1e5 }, (_, i) => i % 7);

  test.each<[string, Levels]>([
    ["in a row to the left", values.flatMap((x, i) => (i < 2 ? [x] : [null, x]))],
    ["in a row to the right", values.flatMap((x, i) => (i < 1 ? [x] : [null, x]))],
    ["level by level", values],
  ])("%s are built, read, compared and printed", (_form, row) => {
    expect(areLevels(row)).toBe(true);
    const read = levels(tree(row));
    expect(equal(read, row)).toBe(true);
    expect(notation(read, 40)).toBe(notation(row, 40));
  });

  test("in a row may close to a cycle", () => {
    const root = new TreeNode(0);
    let last = root;
    for (let i = 1; i < 1e5; i++) last = last.left = new TreeNode(i);
    last.right = root;
    expect(() => levels(root)).toThrow(new NotPlain("a tree in which one node is reached twice"));
  });
});

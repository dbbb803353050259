import fc from "fast-check";
import {
  areLevels,
  type Levels,
  levels,
  problem,
  sameAsObvious,
  tree,
  treeInputs,
} from "#lab/problem/index.ts";
import * as stub from "./stub.ts";

const smallest = -(2 ** 31);
const largest = 2 ** 31 - 1;

/** The tree with other values: `change` gets each value and the one before it, 0 at first, from left to right. */
function inOrder(values: Levels, change: (value: number, before: number) => number): Levels {
  const root = tree(values);
  const waiting: TreeNode[] = [];
  let node = root;
  let before = 0;
  while (node !== null || waiting.length > 0) {
    for (; node !== null; node = node.left) waiting.push(node);
    const next = waiting.pop()!;
    before = next.val = change(next.val, before);
    node = next.right;
  }
  return levels(root);
}

/** Trees of at most maxLength entries, in which each value lies `steps` above the one before it in order. */
function rising(steps: fc.Arbitrary<number>, maxLength: number): fc.Arbitrary<Levels> {
  return treeInputs(steps, maxLength).map(
    (values) => inOrder(values, (step, before) => before + step),
    (values) => {
      let last = 0;
      return inOrder(values as Levels, (value) => {
        const step = value - last;
        last = value;
        return step;
      });
    },
  );
}

/** Now and then a value is not larger than the one before it. */
const mostlyUp = fc.oneof(
  { arbitrary: fc.integer({ min: 1, max: 5 }), weight: 12 },
  { arbitrary: fc.integer({ min: -5, max: 0 }), weight: 1 },
);

/** A child of the root with a chain towards the middle below it, whose last value may lie on the wrong side of the root. */
const deepInside = fc
  .tuple(fc.integer({ min: 1, max: 9 }), fc.integer({ min: -2, max: 1 }), fc.boolean())
  .map(([length, last, toTheRight]): Levels => {
    const sign = toTheRight ? 1 : -1;
    const chain = Array.from({ length }, (_, i) => sign * (length + 1 - i));
    const below = [...chain.slice(1), sign * last].flatMap((value) =>
      toTheRight ? [value, null] : [null, value],
    );
    const root = toTheRight ? [0, null, chain[0]!] : [0, chain[0]!, null];
    const values = [...root, ...below];
    while (values.at(-1) === null) values.pop();
    return values;
  });

/** The values from left to right. */
function valuesInOrder(root: Levels): number[] {
  const values: number[] = [];
  inOrder(root, (value) => {
    values.push(value);
    return value;
  });
  return values;
}

/** Is each left child smaller than its parent, and each right one larger? */
function childrenFit(root: Levels): boolean {
  const waiting = [tree(root)];
  for (const node of waiting) {
    if (node === null) continue;
    const { val, left, right } = node;
    if ((left && left.val >= val) || (right && right.val <= val)) return false;
    waiting.push(left, right);
  }
  return true;
}

/** The form of a tree, with the values 1, 2, 3, ... from left to right. */
function numbered(form: Levels): Levels {
  return inOrder(form, (_value, before) => before + 1);
}

/** The form of n nodes one below the other: to the left where `turnsLeft` says so, or else to the right. */
function chain(n: number, turnsLeft: () => boolean): Levels {
  const form: Levels = [0];
  for (let i = 1; i < n; i++) form.push(...(turnsLeft() ? [0, null] : [null, 0]));
  if (form.at(-1) === null) form.pop();
  return form;
}

export default problem(stub, {
  takes: { root: "(number | null)[]" },
  returns: "boolean",
  examples: [
    { input: [[2, 1, 3]], output: true },
    { input: [[5, 1, 4, null, null, 3, 6]], output: false },
    { input: [[4, 2, 6, null, null, 3, 7]], output: false },
    { input: [[1, null, 1]], output: false },
  ],
  constraints: {
    "root lists a tree level by level": ([root]) => areLevels(root),
    "the tree has 1 to 10⁴ nodes": ([root]) =>
      root.length > 0 && root.filter((value) => value !== null).length <= 1e4,
    "all values are integers from -2³¹ to 2³¹ - 1": ([root]) =>
      root.every(
        (value) => value === null || (Number.isInteger(value) && value >= smallest && value <= largest),
      ),
  },
  inputs: fc.tuple(
    fc
      .oneof(
        treeInputs(fc.integer({ min: -2, max: 2 }), 4),
        rising(fc.integer({ min: 0, max: 2 }), 7),
        treeInputs(fc.constantFrom(0, -1, smallest, largest), 4),
        rising(fc.integer({ min: 1, max: 5 }), 40),
        rising(mostlyUp, 16),
        deepInside,
      )
      .filter((root) => root.length > 0),
  ),
  call: ({ isValidBST }, [root]) => isValidBST(tree(root)),
  checks: {
    "a child on the wrong side of its parent makes it false": (valid, [root]) => !valid || childrenFit(root),
    "a value that occurs twice makes it false": (valid, [root]) => {
      const values = valuesInOrder(root);
      return !valid || new Set(values).size === values.length;
    },
    "a node on the wrong side of any ancestor makes it false": (valid, [root]) =>
      !valid || valuesInOrder(root).every((value, i, values) => i === 0 || values[i - 1]! < value),
    "it is true where every node is on the right side of all its ancestors": sameAsObvious,
  },
  workloads: {
    "a full tree": (n) => [numbered(Array.from({ length: n }, () => 0))],
    "a chain to the left": (n) => [numbered(chain(n, () => true))],
    "a chain that turns at random": (n, random) => [numbered(chain(n, () => random.next() < 0.5))],
  },
  growth: "n",
  largest: 1e4,
});

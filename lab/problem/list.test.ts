import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { equal } from "./compare.ts";
import { list, ListNode, listNodes, listValues, walk } from "./list.ts";
import { notation } from "./notation.ts";
import { NotPlain } from "./plain.ts";

const values = fc.array(fc.integer(), { maxLength: 40, size: "max" });

/** Values, and the place of one of them. */
const cyclic = fc
  .tuple(fc.array(fc.integer(), { minLength: 1, maxLength: 40, size: "max" }), fc.nat(39))
  .map(([nums, place]): [number[], number] => [nums, place % nums.length]);

const many = Array.from({ length: 1e5 }, (_, i) => i % 7);

describe("a node", () => {
  test("holds 0 and ends the list unless it is told otherwise", () => {
    expect(new ListNode()).toEqual({ val: 0, next: null });
    expect(new ListNode(3)).toEqual({ val: 3, next: null });
    expect(new ListNode(3, null)).toEqual({ val: 3, next: null });
  });

  test("keeps the node it is given as the next one", () => {
    const next = new ListNode(2);
    expect(new ListNode(1, next).next).toBe(next);
  });
});

describe("building", () => {
  test("is undone by reading", () => {
    fc.assert(fc.property(values, (nums) => equal(listValues(list(nums)), nums)));
  });

  test("makes null of no values", () => {
    expect(list([])).toBeNull();
    expect(list([], 0)).toBeNull();
  });

  test("numbers the nodes: each holds the value at its place and is followed by the next one", () => {
    fc.assert(
      fc.property(values, (nums) => {
        const nodes = listNodes(nums);
        expect(nodes).toHaveLength(nums.length);
        for (const [i, node] of nodes.entries()) {
          expect(node).toBeInstanceOf(ListNode);
          expect(node.val).toBe(nums[i]);
          expect(node.next === (nodes[i + 1] ?? null)).toBe(true);
        }
      }),
    );
  });

  test("lets the last node point back to the place it is given, and changes no other link", () => {
    fc.assert(
      fc.property(cyclic, ([nums, cycleAt]) => {
        const nodes = listNodes(nums, cycleAt);
        expect(nodes.every(({ next }, i) => next === nodes[i === nodes.length - 1 ? cycleAt : i + 1])).toBe(
          true,
        );
      }),
    );
  });

  test("makes new nodes each time", () => {
    const nums = [1, 2, 3];
    const first = new Set(listNodes(nums));
    expect(listNodes(nums).some((node) => first.has(node))).toBe(false);
  });
});

describe("walking", () => {
  test("gives the very nodes that were built, in order", () => {
    fc.assert(
      fc.property(values, (nums) => {
        const nodes: unknown[] = listNodes(nums);
        const walked = walk(nodes[0] ?? null);
        expect(walked.length === nodes.length && walked.every((node, i) => node === nodes[i])).toBe(true);
      }),
    );
  });

  test("may start at any node", () => {
    fc.assert(
      fc.property(cyclic, ([nums, start]) => {
        expect(listValues(listNodes(nums)[start])).toEqual(nums.slice(start));
      }),
    );
  });

  test("takes undefined for the end, as LeetCode does", () => {
    expect(listValues(undefined)).toEqual([]);
    expect(listValues({ val: 1, next: { val: 2, next: undefined } })).toEqual([1, 2]);
  });

  test("takes any object with a value and a successor for a node", () => {
    expect(listValues({ val: 1, next: new ListNode(2, null) })).toEqual([1, 2]);
  });

  test("hands values on as they are, for the shape to judge", () => {
    expect(listValues({ val: "1", next: { val: undefined, next: null } })).toEqual(["1", undefined]);
  });
});

describe("what is no list is described", () => {
  test.each([
    [5, "a list whose node 0 is a number"],
    [NaN, "a list whose node 0 is NaN"],
    ["1", "a list whose node 0 is a string"],
    [true, "a list whose node 0 is a boolean"],
    [() => null, "a list whose node 0 is a function"],
    [[1, 2], "a list whose node 0 is an array"],
    [{}, "a list whose node 0 is no list node"],
    [{ next: null }, "a list whose node 0 is no list node"],
    [{ val: 1, next: { val: 2, next: 3 } }, "a list whose node 2 is a number"],
    [{ val: 1, next: [2] }, "a list whose node 1 is an array"],
  ])("%j: %s", (head, description) => {
    expect(() => walk(head)).toThrow(new NotPlain(description));
  });

  test("a cycle, by the places of the two nodes that close it", () => {
    fc.assert(
      fc.property(cyclic, ([nums, cycleAt]) => {
        const description = `a list that runs from node ${nums.length - 1} back to node ${cycleAt}`;
        expect(() => listValues(list(nums, cycleAt))).toThrow(new NotPlain(description));
      }),
    );
  });
});

describe("10⁵ nodes in a row", () => {
  test("are built, read, compared and printed", () => {
    const read = listValues(list(many));
    expect(equal(read, many)).toBe(true);
    expect(notation(read, 20)).toBe(notation(many, 20));
    expect(notation(read)).toBe(`[${many.join(", ")}]`);
  });

  test.each([0, 5e4, 1e5 - 1])("may close to a cycle at node %i", (cycleAt) => {
    const description = `a list that runs from node 99999 back to node ${cycleAt}`;
    expect(() => walk(list(many, cycleAt))).toThrow(new NotPlain(description));
  });
});

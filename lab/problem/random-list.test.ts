import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { equal } from "./compare.ts";
import { notation } from "./notation.ts";
import { NotPlain } from "./plain.ts";
import { type RandomListData, randomListData, randomListNodes, RandomNode, reused } from "./random-list.ts";

const lists = fc
  .array(fc.tuple(fc.integer(), fc.option(fc.nat(29))), { maxLength: 30, size: "max" })
  .map((nodes): RandomListData =>
    nodes.map(([val, random]) => [val, random === null ? null : random % nodes.length]),
  );

/** A list with at least one node. */
const filled = lists.filter((data) => data.length > 0);

const many: RandomListData = Array.from({ length: 1e5 }, (_, i) => [i, i % 3 === 0 ? null : 99_999 - i]);

describe("a node", () => {
  test("takes its value, its successor and its random link, in this order", () => {
    const next = new RandomNode(2);
    const random = new RandomNode(3);
    expect(new RandomNode(1, next, random)).toEqual({ val: 1, next, random });
  });

  test("holds 0 and points to nothing unless it is told otherwise", () => {
    expect(new RandomNode()).toEqual({ val: 0, next: null, random: null });
    expect(new RandomNode(4, undefined, null)).toEqual({ val: 4, next: null, random: null });
  });
});

describe("building", () => {
  test("is undone by reading", () => {
    fc.assert(fc.property(lists, (data) => equal(randomListData(randomListNodes(data)[0] ?? null), data)));
  });

  test("numbers the nodes: each holds its value and leads to the nodes it is to lead to", () => {
    fc.assert(
      fc.property(lists, (data) => {
        const nodes = randomListNodes(data);
        expect(nodes).toHaveLength(data.length);
        for (const [i, [val, random]] of data.entries()) {
          const node = nodes[i]!;
          expect(node).toBeInstanceOf(RandomNode);
          expect(node.val).toBe(val);
          expect(node.next === (nodes[i + 1] ?? null)).toBe(true);
          expect(node.random === (typeof random === "number" ? nodes[random] : null)).toBe(true);
        }
      }),
    );
  });

  test("makes new nodes each time", () => {
    fc.assert(
      fc.property(filled, (data) => reused(randomListNodes(data)[0], randomListNodes(data)).length === 0),
    );
  });
});

describe("reading", () => {
  test("takes undefined for null, as LeetCode does", () => {
    expect(randomListData(undefined)).toEqual([]);
    expect(randomListData({ val: 1, next: { val: 2, next: undefined } })).toEqual([
      [1, null],
      [2, null],
    ]);
  });

  test("hands values on as they are, for the shape to judge", () => {
    expect(randomListData({ val: "1", next: null, random: null })).toEqual([["1", null]]);
  });

  test("names the first node whose random link leaves the list", () => {
    fc.assert(
      fc.property(filled, fc.nat(29), fc.nat(29), (data, i, j) => {
        const nodes = randomListNodes(data);
        const [first, second] = [i % nodes.length, j % nodes.length];
        nodes[first]!.random = new RandomNode(1);
        nodes[second]!.random = randomListNodes(data)[0];
        expect(() => randomListData(nodes[0])).toThrow(
          new NotPlain(`a list whose node ${Math.min(first, second)} points at random outside the list`),
        );
      }),
    );
  });

  test.each([
    [7, "a list whose node 0 is a number"],
    [{ val: 1, next: "2", random: null }, "a list whose node 1 is a string"],
    [{ val: 1, next: null, random: 0 }, "a list whose node 0 points at random outside the list"],
    [{ val: 1, next: null, random: {} }, "a list whose node 0 points at random outside the list"],
  ])("describes what is no such list: %j: %s", (head, description) => {
    expect(() => randomListData(head)).toThrow(new NotPlain(description));
  });

  test("describes a cycle by the places of the two nodes that close it", () => {
    fc.assert(
      fc.property(filled, fc.nat(29), (data, place) => {
        const nodes = randomListNodes(data);
        const cycleAt = place % nodes.length;
        nodes.at(-1)!.next = nodes[cycleAt];
        expect(() => randomListData(nodes[0])).toThrow(
          new NotPlain(`a list that runs from node ${nodes.length - 1} back to node ${cycleAt}`),
        );
      }),
    );
  });
});

describe("the reused nodes", () => {
  test("of a list itself are all of them", () => {
    fc.assert(
      fc.property(lists, (data) => {
        const nodes = randomListNodes(data);
        expect(reused(nodes[0] ?? null, nodes)).toEqual([...data.keys()]);
      }),
    );
  });

  test("of a list of new nodes are none", () => {
    fc.assert(
      fc.property(lists, lists, (data, original) => {
        expect(reused(randomListNodes(data)[0], randomListNodes(original))).toEqual([]);
      }),
    );
  });

  test("are those behind the node that a next or a random link of the copy leads to", () => {
    fc.assert(
      fc.property(filled, fc.nat(29), fc.nat(29), fc.constantFrom("next", "random"), (data, i, j, link) => {
        const original = randomListNodes(data.map(([val]) => [val!, null]));
        const copy = randomListNodes(data.map(([val]) => [val!, null]));
        const [from, to] = [i % copy.length, j % copy.length];
        copy[from]![link] = original[to];
        expect(reused(copy[0], original)).toEqual([...original.keys()].slice(to));
      }),
    );
  });

  test("are found behind a random link too", () => {
    const original = randomListNodes([
      [0, null],
      [1, null],
      [2, 0],
    ]);
    expect(reused(new RandomNode(0, original[2]), original)).toEqual([0, 1, 2]);
    expect(reused(new RandomNode(0, null, original[1]), original)).toEqual([0, 1, 2]);
    expect(reused(new RandomNode(0, null, new RandomNode(1, original[2])), original.slice(1))).toEqual([
      0, 1,
    ]);
  });

  test("are found in a list with a cycle", () => {
    fc.assert(
      fc.property(filled, fc.nat(29), (data, place) => {
        const nodes = randomListNodes(data);
        nodes.at(-1)!.next = nodes[place % nodes.length];
        expect(reused(nodes[0], nodes)).toEqual([...data.keys()]);
        expect(reused(nodes[0], randomListNodes(data))).toEqual([]);
      }),
    );
  });

  test.each([null, undefined, 5, "list", {}, []])("of %j are none", (head) => {
    expect(reused(head, randomListNodes([[1, null]]))).toEqual([]);
  });
});

describe("10⁵ nodes in a row", () => {
  test("are built, read, compared and printed", () => {
    const read = randomListData(randomListNodes(many)[0]);
    expect(equal(read, many)).toBe(true);
    expect(notation(read, 40)).toBe(notation(many, 40));
  });

  test("are searched for reused ones", () => {
    const nodes = randomListNodes(many);
    expect(reused(nodes[0], nodes)).toHaveLength(1e5);
    expect(reused(nodes[0], randomListNodes(many))).toEqual([]);
  });

  test("may close to a cycle", () => {
    const nodes = randomListNodes(many);
    nodes.at(-1)!.next = nodes[0];
    expect(() => randomListData(nodes[0])).toThrow(
      new NotPlain("a list that runs from node 99999 back to node 0"),
    );
    expect(reused(nodes[0], nodes)).toHaveLength(1e5);
  });
});

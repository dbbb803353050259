import fc from "fast-check";
import { afterEach, describe, expect, test, vi } from "vitest";
import { UnionFind } from "../../structures/union-find/union-find.ts";
import { minimumSpanningTree } from "./minimum-spanning-tree.ts";

type Edge = readonly [from: number, to: number, weight: number];

function treeOf(n: number, edges: readonly Edge[]): { edges: number[]; weight: number } {
  const [from, to, weight] = [0, 1, 2].map((part) => edges.map((edge) => edge[part]!));
  const forest = minimumSpanningTree(n, from!, to!, weight!);
  return { edges: [...forest.edges], weight: forest.weight };
}

/** The order in which edges are taken: by weight, then by index. */
function ranked(edges: readonly Edge[]): number[] {
  return [...edges.keys()].sort((a, b) => edges[a]![2] - edges[b]![2] || a - b);
}

/** A name for the part of the graph each node is in, by nothing but spreading the least one. */
function parts(n: number, edges: readonly Edge[]): number[] {
  const part = Array.from({ length: n }, (_, x) => x);
  for (let changed = true; changed;) {
    changed = false;
    for (const [a, b] of edges) {
      const least = Math.min(part[a]!, part[b]!);
      if (part[a] === least && part[b] === least) continue;
      part[a] = part[b] = least;
      changed = true;
    }
  }
  return part;
}

const piecesOf = (n: number, edges: readonly Edge[]): number => new Set(parts(n, edges)).size;

/** Of all sets of edges that join what the graph joins, without a cycle, a lightest; of these, the one earliest in rank. */
function bestOfAll(n: number, edges: readonly Edge[]): number[] {
  const pieces = piecesOf(n, edges);
  const order = ranked(edges);
  let best: number[] = [];
  let least = Infinity;
  // In ascending order of sets as binary numbers, which is that of the last edge in which two of them differ.
  for (let chosen = 0; chosen < 1 << order.length; chosen++) {
    const some = order.filter((_, place) => chosen & (1 << place));
    if (some.length !== n - pieces) continue;
    const those = some.map((id) => edges[id]!);
    if (piecesOf(n, those) !== pieces) continue;
    const weight = those.reduce((sum, edge) => sum + edge[2], 0);
    if (weight < least) [best, least] = [some, weight];
  }
  return best;
}

describe("in every small world", () => {
  /** Every list of `length` edges over n nodes, in both directions, loops and parallel edges among them. */
  function* worlds(n: number, length: number, weights: readonly number[]): Generator<Edge[]> {
    const choices: Edge[] = [];
    for (let a = 0; a < n; a++)
      for (let b = 0; b < n; b++) for (const weight of weights) choices.push([a, b, weight]);
    for (let code = 0; code < choices.length ** length; code++) {
      const edges: Edge[] = [];
      for (let i = 0, rest = code; i < length; i++, rest = Math.floor(rest / choices.length))
        edges.push(choices[rest % choices.length]!);
      yield edges;
    }
  }

  test.each([
    [1, 2, [-1, 0, 1]],
    [2, 3, [-1, 0, 2]],
    [3, 2, [-1, 0, 2]],
    [3, 3, [1, 2]],
    [4, 2, [-1, 1]],
  ])(
    "with %d nodes and %d edges, no set of edges is better, or as good and earlier",
    (n, length, weights) => {
      for (const edges of worlds(n, length, weights)) {
        const wanted = bestOfAll(n, edges);
        const weight = wanted.reduce((sum, id) => sum + edges[id]![2], 0);
        const got = treeOf(n, edges);
        if (got.edges.join() !== wanted.join() || got.weight !== weight)
          expect(got, JSON.stringify(edges)).toEqual({ edges: wanted, weight });
      }
    },
  );

  test("nor with the six edges between four nodes, whatever they weigh", () => {
    const pairs = [[0, 1], [2, 3], [1, 2], [3, 0], [0, 2], [3, 1]] as const; // prettier-ignore
    for (let code = 0; code < 3 ** 6; code++) {
      const edges = pairs.map(([a, b], i): Edge => [a, b, (Math.floor(code / 3 ** i) % 3) - 1]);
      const got = treeOf(4, edges).edges;
      const wanted = bestOfAll(4, edges);
      if (got.join() !== wanted.join()) expect(got, JSON.stringify(edges)).toEqual(wanted);
    }
  });

  test("without edges nothing is taken, and nothing weighs 0", () => {
    for (let n = 0; n < 4; n++) expect(treeOf(n, [])).toEqual({ edges: [], weight: 0 });
  });
});

/** Any finite weights, with those near each other whose bits are not: zeros, neighbours, subnormals, both ends. */
const hostile = fc.oneof(
  fc.constantFrom(-0, 0, 5e-324, -5e-324, 2 ** -1022, Number.MAX_VALUE, -Number.MAX_VALUE),
  fc.constantFrom(
    1,
    1 + 2 ** -52,
    1 - 2 ** -53,
    -1,
    -1 - 2 ** -52,
    2 ** 32,
    2 ** 32 + 1,
    -(2 ** 31),
    2 ** 53,
  ),
  fc.double({ noNaN: true, noDefaultInfinity: true }),
  fc.integer({ min: -3, max: 3 }),
);

const graphs = fc
  .tuple(fc.integer({ min: 1, max: 24 }), fc.constantFrom(hostile, fc.integer({ min: -2, max: 2 })))
  .chain(([n, weights]) =>
    fc.record({
      n: fc.constant(n),
      edges: fc.array(fc.tuple(fc.nat(n - 1), fc.nat(n - 1), weights), { maxLength: 60, size: "max" }),
    }),
  );

describe("in larger worlds", () => {
  test("what is taken has no cycle, and joins what the graph joins", () => {
    fc.assert(
      fc.property(graphs, ({ n, edges }) => {
        const taken = treeOf(n, edges).edges.map((id) => edges[id]!);
        expect(parts(n, taken)).toEqual(parts(n, edges));
        expect(taken.length).toBe(n - piecesOf(n, edges));
      }),
    );
  });

  test("the cut: of the edges that would mend the tree without one of its edges, that one comes first", () => {
    fc.assert(
      fc.property(graphs, ({ n, edges }) => {
        const order = ranked(edges);
        const taken = treeOf(n, edges).edges;
        for (const id of taken) {
          const others = taken.filter((other) => other !== id);
          const part = parts(n, others.map((other) => edges[other]!)); // prettier-ignore
          const [a, b] = edges[id]!;
          const mends = ([x, y]: Edge): boolean =>
            (part[x] === part[a] && part[y] === part[b]) || (part[x] === part[b] && part[y] === part[a]);
          expect(order.find((other) => mends(edges[other]!))).toBe(id);
        }
      }),
      { numRuns: 50 },
    );
  });

  test("the cycle: an edge that is left comes after all those of the way it would close", () => {
    fc.assert(
      fc.property(graphs, ({ n, edges }) => {
        const order = ranked(edges);
        const taken = treeOf(n, edges).edges;
        order.forEach((id, place) => {
          if (taken.includes(id)) return;
          const before = order.slice(0, place).filter((other) => taken.includes(other));
          const part = parts(n, before.map((other) => edges[other]!)); // prettier-ignore
          expect(part[edges[id]![0]]).toBe(part[edges[id]![1]]);
        });
      }),
      { numRuns: 50 },
    );
  });

  test("the edges come by weight, equal ones by index, and the weight is their sum in that order", () => {
    fc.assert(
      fc.property(graphs, ({ n, edges }) => {
        const { edges: taken, weight } = treeOf(n, edges);
        expect(taken).toEqual(ranked(edges).filter((id) => taken.includes(id)));
        expect(weight).toBe(taken.reduce((sum, id) => sum + edges[id]![2], 0));
      }),
    );
  });

  test("a star needs all its edges, in the order in which a comparator puts them", () => {
    fc.assert(
      fc.property(fc.array(hostile, { maxLength: 300, size: "max" }), (weights) => {
        const edges = weights.map((weight, i): Edge => [0, i + 1, weight]);
        expect(treeOf(weights.length + 1, edges).edges).toEqual(ranked(edges));
      }),
    );
  });

  test("every single bit of a weight counts", () => {
    const bits = new BigUint64Array(1);
    const weights = Array.from({ length: 128 }, (_, i) => {
      bits[0] = (i < 64 ? 0x3ff0000000000000n : 0xbff0000000000000n) ^ (1n << BigInt(i % 64));
      return new Float64Array(bits.buffer)[0]!;
    }).filter((weight) => Number.isFinite(weight));
    expect(weights.length).toBe(126);
    const edges = weights.map((weight, i): Edge => [i + 1, 0, weight]);
    expect(treeOf(127, edges).edges).toEqual(ranked(edges));
  });

  test("-0 is as heavy as 0", () => {
    expect(treeOf(2, [[0, 1, 0], [0, 1, -0]]).edges).toEqual([0]); // prettier-ignore
    expect(treeOf(2, [[0, 1, -0], [0, 1, 0]])).toEqual({ edges: [0], weight: 0 }); // prettier-ignore
  });

  test("only the order of the weights decides, not how far they are apart", () => {
    fc.assert(
      fc.property(graphs, ({ n, edges }) => {
        const weights = [...new Set(edges.map(([, , weight]) => weight))].sort((a, b) => a - b);
        const other = edges.map(([a, b, weight]): Edge => [a, b, Math.expm1(weights.indexOf(weight) - 5)]);
        expect(treeOf(n, other).edges).toEqual(treeOf(n, edges).edges);
      }),
    );
  });

  test("an edge has no direction", () => {
    fc.assert(
      fc.property(graphs, ({ n, edges }) => {
        const turned = edges.map(([a, b, weight]): Edge => [b, a, weight]);
        expect(treeOf(n, turned)).toEqual(treeOf(n, edges));
      }),
    );
  });

  test("typed arrays and plain ones give the same answer, and are not changed", () => {
    const from = Object.freeze([0, 1, 2, 0]);
    const to = Object.freeze([1, 2, 0, 3]);
    const weight = Object.freeze([3, -1.5, 2, 0.25]);
    const typed = [Uint16Array.from(from), Int32Array.from(to), Float32Array.from(weight)] as const;
    const answer = { edges: Int32Array.of(1, 3, 2), weight: 0.75 };
    expect(minimumSpanningTree(4, from, to, weight)).toEqual(answer);
    expect(minimumSpanningTree(4, ...typed)).toEqual(answer);
    expect(typed.map((array) => [...array])).toEqual([from, to, weight]);
  });

  test("a sum beyond the largest double is infinite, and the edges are right nevertheless", () => {
    const huge = Number.MAX_VALUE;
    expect(treeOf(3, [[0, 1, huge], [1, 2, huge]])).toEqual({ edges: [0, 1], weight: Infinity }); // prettier-ignore
    expect(treeOf(3, [[0, 1, huge], [1, 2, -huge]])).toEqual({ edges: [1, 0], weight: 0 }); // prettier-ignore
  });
});

describe("what it costs", () => {
  afterEach(() => {
    vi.restoreAllMocks();
    vi.unstubAllGlobals();
  });

  test("one union for each edge, up to the last one that a tree needs", () => {
    const union = vi.spyOn(UnionFind.prototype, "union");
    const path = Array.from({ length: 99 }, (_, i): Edge => [i, i + 1, 1]);
    const heavier = Array.from({ length: 900 }, (_, i): Edge => [i % 100, (i * 7) % 100, 2]);
    treeOf(100, [...heavier, ...path]);
    expect(union).toHaveBeenCalledTimes(99);
    union.mockClear();
    treeOf(101, [...heavier, ...path]); // node 100 is alone
    expect(union).toHaveBeenCalledTimes(999);
    union.mockClear();
    treeOf(1, [[0, 0, 1]]);
    expect(union).toHaveBeenCalledTimes(0);
  });

  test("twice the edges need twice the accesses to arrays, and no more", () => {
    const accesses = [500, 1000, 2000].map((m) => {
      const weight = Array.from({ length: m }, (_, i) => Math.sin(i) * 2 ** (i % 64));
      const nodes = weight.map((_, i) => i % 2);
      const counter = counting();
      minimumSpanningTree(3, nodes, nodes, weight);
      vi.unstubAllGlobals();
      return counter();
    });
    const [small, medium, large] = accesses as [number, number, number];
    expect(large - medium).toBe(2 * (medium - small));
    expect((medium - small) / 500).toBeLessThan(70);
    expect(small - (medium - small)).toBeLessThan(6 * 4 * 2048); // what the digits cost, however few edges there are
  });

  test("no pass over digits that are all the same", () => {
    const accesses = [(i: number) => 4 + (i % 4), (i: number) => 4 + Math.sin(i)].map((weigh) => {
      const weight = Array.from({ length: 500 }, (_, i) => weigh(i));
      const nodes = weight.map((_, i) => i % 2);
      const counter = counting();
      minimumSpanningTree(3, nodes, nodes, weight);
      vi.unstubAllGlobals();
      return counter();
    });
    expect(accesses[0]).toBeLessThan(accesses[1]! / 2);
  });

  /** From now on, until globals are restored, the reads and writes of elements of new arrays of integers are counted. */
  function counting(): () => number {
    let accesses = 0;
    const isIndex = (key: string | symbol): boolean => typeof key === "string" && /^\d+$/.test(key);
    for (const Plain of [Int32Array, Uint32Array])
      vi.stubGlobal(Plain.name, function (argument: number) {
        const array = new Plain(argument);
        return new Proxy(array, {
          get(target, key) {
            if (isIndex(key)) accesses++;
            const value: unknown = Reflect.get(target, key);
            return typeof value === "function" ? (value.bind(target) as unknown) : value;
          },
          set(target, key, value: number) {
            accesses++;
            return Reflect.set(target, key, value);
          },
        });
      });
    return () => accesses;
  }
});

describe("what is refused", () => {
  const refusal = (what: string): RangeError => new RangeError(`minimumSpanningTree: ${what}`);

  test.each([-1, 0.5, NaN, Infinity, 2 ** 31 + 1])("%d as a number of nodes", (n) => {
    expect(() => treeOf(n, [])).toThrow(
      refusal(`there are ${n} nodes; their number is an integer from 0 to 2147483648`),
    );
  });

  test("but not 2³¹ nodes", () => {
    const Plain = Int32Array;
    vi.stubGlobal("Int32Array", function (length: number) {
      return length < 2 ** 31 ? new Plain(length) : { fill: () => "too large to try" };
    });
    expect(treeOf(2 ** 31, [])).toEqual({ edges: [], weight: 0 });
    vi.unstubAllGlobals();
  });

  test("arrays of different lengths", () => {
    expect(() => minimumSpanningTree(2, [0], [1], [])).toThrow(
      refusal("from, to and weight hold 1, 1 and 0 numbers, not equally many"),
    );
    expect(() => minimumSpanningTree(2, [0], [1, 1], [5])).toThrow(
      refusal("from, to and weight hold 1, 2 and 1 numbers, not equally many"),
    );
    expect(() => minimumSpanningTree(2, [], [1], [5])).toThrow(
      refusal("from, to and weight hold 0, 1 and 1 numbers, not equally many"),
    );
  });

  test("more edges than there are indices", () => {
    const endless = { length: 2 ** 31 + 1 };
    expect(() => minimumSpanningTree(2, endless, endless, endless)).toThrow(
      refusal("there are 2147483649 edges; there may be up to 2147483648"),
    );
    const longest = { length: 2 ** 31 };
    expect(() => minimumSpanningTree(2, longest, longest, longest)).toThrow(
      "edge 0 joins undefined and undefined",
    );
  });

  test.each([-1, 2, 0.5, NaN, Infinity, -(2 ** 32), 2 ** 32])("%d as a node, wherever it stands", (x) => {
    const nodes = "nodes are the integers from 0 up to, not including, 2";
    expect(() => treeOf(2, [[x, 0, 1]])).toThrow(refusal(`edge 0 joins ${x} and 0; ${nodes}`));
    expect(() => treeOf(2, [[0, 1, 1], [1, x, 2]])).toThrow(refusal(`edge 1 joins 1 and ${x}; ${nodes}`)); // prettier-ignore
  });

  test("any edge, where there are no nodes", () => {
    expect(() => treeOf(0, [[0, 0, 1]])).toThrow(
      refusal("edge 0 joins 0 and 0; nodes are the integers from 0 up to, not including, 0"),
    );
  });

  test.each([NaN, Infinity, -Infinity, "1", null, undefined])(
    "%s as a weight, wherever it stands",
    (weight) => {
      const weights = [1, 2, weight as number];
      expect(() => minimumSpanningTree(2, [0, 0, 1], [1, 1, 1], weights)).toThrow(
        refusal(`edge 2 weighs ${weight}; weights are finite numbers`),
      );
    },
  );
});

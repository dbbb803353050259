import fc from "fast-check";
import { afterEach, describe, expect, test, vi } from "vitest";
import { seededRandom } from "#lab/problem/random.ts";
import { NumericHeap } from "../../structures/binary-heap/numeric-heap.ts";
import { dijkstra, type Graph, graphOf, pathTo, type ShortestPaths } from "./dijkstra.ts";

type Edge = readonly [from: number, to: number, weight: number];

function graph(nodes: number, edges: readonly Edge[]): Graph {
  const [from, to, weight] = [0, 1, 2].map((part) => edges.map((edge) => edge[part]!));
  return graphOf(nodes, from!, to!, weight!);
}

/** Bellman and Ford: every edge again and again, until none makes a way shorter. */
function twin(nodes: number, edges: readonly Edge[], source: number): number[] {
  const distances = Array.from({ length: nodes }, (_, v) => (v === source ? 0 : Infinity));
  for (let changed = true; changed;) {
    changed = false;
    for (const [from, to, weight] of edges) {
      if (distances[from]! + weight >= distances[to]!) continue;
      distances[to] = distances[from]! + weight;
      changed = true;
    }
  }
  return distances;
}

/** What is wrong with an answer, by its definition and beside the twin's; undefined if nothing is. */
function fault(
  nodes: number,
  edges: readonly Edge[],
  source: number,
  found: ShortestPaths,
): string | undefined {
  const { distances, predecessors } = found;
  const expected = twin(nodes, edges, source);
  for (let v = 0; v < nodes; v++) {
    if (distances[v] !== expected[v]) return `distance of ${v}: ${distances[v]!}, not ${expected[v]!}`;
    const before = predecessors[v]!;
    if (v === source || distances[v] === Infinity) {
      if (before !== -1) return `there is ${before} before ${v}`;
      if (v !== source && pathTo(found, v) !== undefined) return `a path to ${v}`;
      continue;
    }
    if (
      !edges.some(
        ([from, to, weight]) => from === before && to === v && distances[from]! + weight === distances[v],
      )
    )
      return `no edge from ${before} makes the distance of ${v}`;
  }
  for (const [from, to, weight] of edges)
    if (distances[from]! + weight < distances[to]!) return `the edge from ${from} to ${to} is a shorter way`;
  for (let v = 0; v < nodes; v++) {
    const path = distances[v] === Infinity ? [] : pathTo(found, v)!;
    if (path.length === 0) continue;
    if (path[0] !== source || path.at(-1) !== v) return `the path to ${v} is ${path.join()}`;
    if (new Set(path).size !== path.length) return `a node twice on the path ${path.join()}`;
    if (path.some((node, i) => i > 0 && predecessors[node] !== path[i - 1]))
      return `other steps: ${path.join()}`;
  }
  return undefined;
}

function expectNoFault(nodes: number, edges: readonly Edge[], source: number): void {
  const found = dijkstra(graph(nodes, edges), source);
  const wrong = fault(nodes, edges, source, found);
  if (wrong !== undefined) expect({ nodes, edges, source, wrong }).toBe(undefined);
}

describe("in a small world", () => {
  test("distances are the least, on every graph of three nodes and up to three edges, loops and parallel ones too", () => {
    const kinds: Edge[] = [];
    for (const from of [0, 1, 2])
      for (const to of [0, 1, 2]) for (const weight of [0, 1, 3]) kinds.push([from, to, weight]);
    expectNoFault(3, [], 1);
    for (const a of kinds) {
      expectNoFault(3, [a], a[0]);
      for (const b of kinds) {
        expectNoFault(3, [a, b], a[0]);
        for (const c of kinds) expectNoFault(3, [a, b, c], a[0]);
      }
    }
  });

  test("distances are the least, on every acyclic graph of four nodes with weights 0, 1 and 3", () => {
    const pairs = [[0, 1], [0, 2], [0, 3], [1, 2], [1, 3], [2, 3]] as const; // prettier-ignore
    for (let code = 0; code < 4 ** 6; code++) {
      const edges = pairs.flatMap(([from, to], i): Edge[] => {
        const weight = [undefined, 0, 1, 3][Math.floor(code / 4 ** i) % 4];
        return weight === undefined ? [] : [[from, to, weight]];
      });
      expectNoFault(4, edges, 0);
      expectNoFault(
        4,
        edges.map(([from, to, weight]): Edge => [3 - from, 3 - to, weight]),
        3,
      );
    }
  });
});

describe("at any size", () => {
  const edgesOn = (nodes: number, weight: fc.Arbitrary<number>): fc.Arbitrary<Edge[]> =>
    fc.array(fc.tuple(fc.nat(nodes - 1), fc.nat(nodes - 1), weight), { maxLength: 4 * nodes });

  test("distances are the least, and predecessors a tree that makes them", () => {
    const arbitrary = fc
      .integer({ min: 1, max: 24 })
      .chain((nodes) => fc.tuple(fc.constant(nodes), edgesOn(nodes, fc.nat(20)), fc.nat(nodes - 1)));
    fc.assert(fc.property(arbitrary, ([nodes, edges, source]) => expectNoFault(nodes, edges, source)));
  });

  test("sums that are not exact are the least of all sums from the source on, bit for bit", () => {
    const weight = fc.double({ min: 0, noNaN: true });
    const arbitrary = edgesOn(9, fc.oneof(weight, fc.constantFrom(0.1, 0.2, 0.3, 1e16, 1, Number.MAX_VALUE)));
    fc.assert(fc.property(arbitrary, (edges) => expectNoFault(9, edges, 0)));
  });

  test("with every edge in both directions, the way back is as long as the way there", () => {
    fc.assert(
      fc.property(edgesOn(12, fc.nat(20)), fc.nat(11), fc.nat(11), (edges, a, b) => {
        const both = graph(12, [...edges, ...edges.map(([from, to, weight]): Edge => [to, from, weight])]);
        expect(dijkstra(both, a).distances[b]).toBe(dijkstra(both, b).distances[a]);
      }),
    );
  });

  test("a thousand nodes, from each of five sources", () => {
    const random = seededRandom(7);
    const edges = Array.from({ length: 5000 }, (): Edge => [
      random.integer(0, 999),
      random.integer(0, 999),
      random.integer(0, 99),
    ]);
    for (const source of [0, 1, 2, 500, 999]) {
      const { distances } = dijkstra(graph(1000, edges), source);
      expect([...distances]).toEqual(twin(1000, edges, source));
    }
  });
});

describe("weights at the edge of what is allowed", () => {
  test("zero weights, in a cycle too, are steps that cost nothing", () => {
    const found = dijkstra(graph(3, [[0, 1, 0], [1, 2, 0], [2, 0, 0]]), 1); // prettier-ignore
    expect([...found.distances]).toEqual([0, 0, 0]);
    expect(pathTo(found, 0)).toEqual([1, 2, 0]);
  });

  test("minus zero is zero, and no distance is minus zero", () => {
    const { distances } = dijkstra(graph(2, [[0, 1, -0], [1, 0, -0]]), 0); // prettier-ignore
    expect([...distances]).toEqual([0, 0]);
  });

  test("an edge of weight Infinity is as good as none", () => {
    const found = dijkstra(graph(3, [[0, 1, Infinity], [1, 2, 1]]), 0); // prettier-ignore
    expect([...found.distances]).toEqual([0, Infinity, Infinity]);
    expect([...found.predecessors]).toEqual([-1, -1, -1]);
    expect(pathTo(found, 1)).toBe(undefined);
  });

  test("a sum beyond the largest number is Infinity", () => {
    const half = 1.5 * 2 ** 1023;
    const { distances } = dijkstra(graph(3, [[0, 1, half], [1, 2, half]]), 0); // prettier-ignore
    expect([...distances]).toEqual([0, half, Infinity]);
  });
});

describe("graphs", () => {
  test("a weight that is null, as JSON has it for NaN, is refused and does not count as 0", () => {
    const weights = JSON.parse("[null]") as number[];
    expect(() => graphOf(2, [0], [1], weights)).toThrow(/^graphOf: edge 0 from 0 to 1 of weight null; /);
  });

  test("edges are sorted by where they start, and keep their order otherwise", () => {
    const made = graphOf(4, [2, 0, 2, 2, 0], Uint8Array.of(1, 3, 1, 0, 0), [5, 4, 3, 2, 1]);
    expect(made).toEqual({
      nodes: 4,
      starts: Int32Array.of(0, 2, 2, 5, 5),
      targets: Int32Array.of(3, 0, 1, 1, 0),
      weights: Float64Array.of(4, 1, 5, 3, 2),
    });
  });

  test("the arrays given are copied", () => {
    const [from, to, weight] = [Int32Array.of(0), Int32Array.of(1), Float64Array.of(2)];
    const made = graphOf(2, from, to, weight);
    for (const array of [from, to, weight]) array.fill(9);
    expect(made).toEqual(graph(2, [[0, 1, 2]]));
  });

  test("no nodes, or no edges, are legal", () => {
    expect(graphOf(0, [], [], [])).toEqual({
      nodes: 0,
      starts: Int32Array.of(0),
      targets: Int32Array.of(),
      weights: Float64Array.of(),
    });
    expect(dijkstra(graphOf(1, [], [], []), 0)).toEqual({
      distances: Float64Array.of(0),
      predecessors: Int32Array.of(-1),
    });
  });

  const place = "nodes are integers at least 0 and below 2, weights at least 0";
  test.each<[number, unknown[], unknown[], unknown[], string]>([
    [-1, [], [], [], "graphOf: -1 nodes; their number is an integer from 0 to 2147483646"],
    [1.5, [], [], [], "graphOf: 1.5 nodes; their number is an integer from 0 to 2147483646"],
    [NaN, [], [], [], "graphOf: NaN nodes; their number is an integer from 0 to 2147483646"],
    [2 ** 31 - 1, [], [], [], "graphOf: 2147483647 nodes; their number is an integer from 0 to 2147483646"],
    [2, [0], [], [1], "graphOf: 1 from, 0 to, 1 weight; an edge has one of each"],
    [2, [0], [1], [], "graphOf: 1 from, 1 to, 0 weight; an edge has one of each"],
    [2, [], [1], [1], "graphOf: 0 from, 1 to, 1 weight; an edge has one of each"],
    [2, [0, 2], [1, 1], [1, 1], `graphOf: edge 1 from 2 to 1 of weight 1; ${place}`],
    [2, [-1], [1], [1], `graphOf: edge 0 from -1 to 1 of weight 1; ${place}`],
    [2, [1], [2], [1], `graphOf: edge 0 from 1 to 2 of weight 1; ${place}`],
    [2, [1], [-1], [1], `graphOf: edge 0 from 1 to -1 of weight 1; ${place}`],
    [2, [1], [0.5], [1], `graphOf: edge 0 from 1 to 0.5 of weight 1; ${place}`],
    [2, [NaN], [0], [1], `graphOf: edge 0 from NaN to 0 of weight 1; ${place}`],
    [2, ["1"], [0], [1], `graphOf: edge 0 from 1 to 0 of weight 1; ${place}`],
    [2, [1], [0], [-1], `graphOf: edge 0 from 1 to 0 of weight -1; ${place}`],
    [2, [1], [0], [NaN], `graphOf: edge 0 from 1 to 0 of weight NaN; ${place}`],
    [2, [1], [0], [undefined], `graphOf: edge 0 from 1 to 0 of weight undefined; ${place}`],
    [2, [1], [0], [-Infinity], `graphOf: edge 0 from 1 to 0 of weight -Infinity; ${place}`],
  ])("what is no graph is refused: %d nodes, %j, %j, %j", (nodes, from, to, weight, message) => {
    expect(() => graphOf(nodes, from as number[], to as number[], weight as number[])).toThrow(
      new RangeError(message),
    );
  });

  test("2^31 edges are refused, as they cannot be numbered", () => {
    const many = { length: 2 ** 31 };
    expect(() => graphOf(1, many, many, many)).toThrow(
      new RangeError("graphOf: 2147483648 edges; 2147483647 is the most"),
    );
    const most = { length: 2 ** 31 - 1 };
    expect(() => graphOf(1, most, most, most)).toThrow("graphOf: edge 0 from undefined");
  });

  test.each([-1, 2, 0.5, NaN, Infinity])("%d is refused as a source and as a target among two nodes", (v) => {
    const two = graph(2, [[0, 1, 1]]);
    const allowed = "nodes are integers at least 0 and below 2";
    expect(() => dijkstra(two, v)).toThrow(new RangeError(`dijkstra from ${v}: ${allowed}`));
    expect(() => pathTo(dijkstra(two, 0), v)).toThrow(new RangeError(`pathTo(${v}): ${allowed}`));
  });

  test("a graph without nodes has no source", () => {
    const message = "dijkstra from 0: nodes are integers at least 0 and below 0";
    expect(() => dijkstra(graphOf(0, [], [], []), 0)).toThrow(new RangeError(message));
  });
});

describe("work, counted", () => {
  afterEach(() => {
    vi.restoreAllMocks();
  });

  /** How many edges are read, and how often the heap is pushed to and popped from. */
  function work(nodes: number, edges: readonly Edge[], source: number) {
    const made = graph(nodes, edges);
    let reads = 0;
    const targets = new Proxy(made.targets, {
      get(array, name) {
        reads++;
        return Reflect.get(array, name) as unknown;
      },
    });
    const push = vi.spyOn(NumericHeap.prototype, "push");
    const pop = vi.spyOn(NumericHeap.prototype, "pop");
    const found = dijkstra({ ...made, targets }, source);
    expect(fault(nodes, edges, source, found)).toBe(undefined);
    return { reads, pushes: push.mock.calls.length, pops: pop.mock.calls.length };
  }

  /** Each way to the hub is found before a shorter one, and the hub has many edges. */
  const hub = (k: number): Edge[] =>
    Array.from({ length: k }, (_, i): Edge[] => [
      [0, i + 1, i],
      [i + 1, k + 1, 2 * (k - i)],
      [k + 1, k + 2 + i, 1],
    ]).flat();

  /** A chain of diamonds, in which a search that goes by the weight of the last edge doubles its work with each. */
  const diamonds = (k: number): Edge[] =>
    Array.from({ length: k }, (_, i): Edge[] => [
      [2 * i, 2 * i + 2, 2 ** (k - i)],
      [2 * i, 2 * i + 1, 2 ** (k - i) - 1 - 2 ** (k - i - 1)],
      [2 * i + 1, 2 * i + 2, 0],
    ]).flat();

  /** All edges forwards, where the direct way is always the longer one. */
  const complete = (n: number): Edge[] =>
    Array.from({ length: n }, (_, from) =>
      Array.from({ length: n - from - 1 }, (_, i): Edge => [from, from + 1 + i, (i + 1) ** 2]),
    ).flat();

  test.each<[string, number, Edge[], source: number]>([
    ["a hub found again and again", 202, hub(100), 0],
    ["a chain of diamonds", 41, diamonds(20), 0],
    ["every edge forwards", 60, complete(60), 0],
    ["weights of zero, backwards", 60, complete(60).map(([from, to]): Edge => [to, from, 0]), 59],
    ["parallel edges, the lightest last", 2, Array.from({ length: 50 }, (_, i): Edge => [0, 1, 50 - i]), 0],
  ])(
    "each edge is read once, and at most m + 1 entries go through the heap: %s",
    (_, nodes, edges, source) => {
      const { reads, pushes, pops } = work(nodes, edges, source);
      expect(reads).toBe(edges.length);
      expect(pushes).toBeLessThanOrEqual(edges.length + 1);
      expect(pops).toBe(pushes);
    },
  );

  test("an entry is made only when a way becomes shorter", () => {
    const { pushes } = work(60, complete(60).map(([from, to]): Edge => [from, to, to - from]), 0); // prettier-ignore
    expect(pushes).toBe(60);
  });
});

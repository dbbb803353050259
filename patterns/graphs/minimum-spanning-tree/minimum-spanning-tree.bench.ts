import { comparison } from "#bench/comparison.ts";
import type { Random } from "#lab/problem/random.ts";
import { UnionFind } from "../../structures/union-find/union-find.ts";
import { minimumSpanningTree } from "./minimum-spanning-tree.ts";

interface Edge {
  readonly from: number;
  readonly to: number;
  readonly weight: number;
}

/** The same graph in both forms, so that nobody pays for a conversion. */
interface Graph {
  readonly n: number;
  readonly from: Int32Array;
  readonly to: Int32Array;
  readonly weight: Float64Array;
  readonly edges: readonly Edge[];
}

/** Five random edges for each node. */
function randomGraph(n: number, random: Random, weigh: () => number): Graph {
  const nodes = (): Int32Array => Int32Array.from({ length: 5 * n }, () => random.integer(0, n - 1));
  const [from, to] = [nodes(), nodes()];
  const weight = Float64Array.from({ length: 5 * n }, weigh);
  const edges = Array.from(weight, (w, i) => ({ from: from[i]!, to: to[i]!, weight: w }));
  return { n, from, to, weight, edges };
}

/** The number of edges taken, their weight, and a hash of which they are, in their order. */
type Answer = readonly [taken: number, weight: number, hash: number];

const hashed = (hash: number, { from, to }: Edge): number =>
  (Math.imul(hash, 31) + Math.imul(from, 17) + to) | 0;

const contenders = {
  "ours: flat arrays, radix sort": ({ n, from, to, weight, edges }: Graph): Answer => {
    const forest = minimumSpanningTree(n, from, to, weight);
    return [
      forest.edges.length,
      forest.weight,
      forest.edges.reduce((hash, id) => hashed(hash, edges[id]!), 0),
    ];
  },
  "objects, sorted by a comparator": ({ n, edges }: Graph): Answer => {
    const sets = new UnionFind(n);
    const taken: Edge[] = [];
    let weight = 0;
    for (const edge of edges.toSorted((a, b) => a.weight - b.weight)) {
      if (!sets.union(edge.from, edge.to)) continue;
      taken.push(edge);
      weight += edge.weight;
    }
    return [taken.length, weight, taken.reduce(hashed, 0)];
  },
  "flat arrays, ids sorted by a comparator": ({ n, from, to, weight, edges }: Graph): Answer => {
    const sets = new UnionFind(n);
    const ids = Uint32Array.from(weight.keys()).sort((a, b) => weight[a]! - weight[b]! || a - b);
    const taken: number[] = [];
    let sum = 0;
    for (const id of ids) {
      if (!sets.union(from[id]!, to[id]!)) continue;
      taken.push(id);
      sum += weight[id]!;
    }
    return [taken.length, sum, taken.reduce((hash, id) => hashed(hash, edges[id]!), 0)];
  },
};

const sizes = [1e2, 1e3, 1e4, 1e5, 1e6];

export default [
  comparison({
    title: "n nodes, 5 n random edges, weights anywhere between 0 and 1",
    sizes,
    input: (n, random) => randomGraph(n, random, () => random.next()),
    contenders,
    bars: [{ against: "objects, sorted by a comparator", atLeast: 2.5, at: 1e5 }],
  }),
  comparison({
    title: "n nodes, 5 n random edges, weights from -1000 to 1000, many of them equal",
    sizes,
    input: (n, random) => randomGraph(n, random, () => random.integer(-1000, 1000)),
    contenders,
  }),
];

import { NumericHeap } from "../../structures/binary-heap/numeric-heap.ts";

/**
 * Dijkstra's algorithm: the shortest ways from one node to all others, where no edge has a negative weight.
 *
 * Time: O(n + m log m) for n nodes and m edges; the heap gives and takes at most m + 1 entries, and each node's edges
 * are looked at once. Space: 12 bytes a node beside the graph and the heap, which holds an entry for each edge at worst.
 *
 * Source: Dijkstra 1959; the queue by lazy deletion, as entries whose node is nearer by now are skipped. Tested
 * against Bellman and Ford's algorithm, on every graph of three nodes with up to three edges of weight 0, 1 or 3 and on
 * random ones, bit for bit with weights that do not add up exactly, and by counting what is read and popped.
 */

/** A directed graph in compressed sparse rows, as `graphOf` makes it. It must not be changed by hand. */
export interface Graph {
  /** Nodes are the integers from 0 up to, but not including, this. */
  readonly nodes: number;
  /** The edges that leave v are those from starts[v] up to, but not including, starts[v + 1]. */
  readonly starts: Int32Array;
  /** The node each edge leads to. */
  readonly targets: Int32Array;
  /** The weight of each edge, 0 or more; never NaN. */
  readonly weights: Float64Array;
}

/** What `dijkstra` finds. */
export interface ShortestPaths {
  /** Of each node from the source; Infinity if no way leads there. */
  readonly distances: Float64Array;
  /** The node before each on a shortest way from the source; -1 for the source itself and where no way leads. */
  readonly predecessors: Int32Array;
}

/**
 * The graph of `nodes` nodes whose edge i leads from `from[i]` to `to[i]`. Parallel edges and loops are fine; for an
 * edge in both directions give it twice. An edge of weight Infinity is as good as none. Takes O(nodes + edges); the
 * arrays are copied.
 *
 * Throws RangeError if `nodes` is no integer from 0 to 2^31 - 2, there are 2^31 edges or more, an end is no node, a
 * weight is NaN or negative (which -0 is not), or the arrays differ in length.
 */
export function graphOf(
  nodes: number,
  from: ArrayLike<number>,
  to: ArrayLike<number>,
  weight: ArrayLike<number>,
): Graph {
  const edges = from.length;
  if (!Number.isInteger(nodes) || nodes < 0 || nodes > 2 ** 31 - 2)
    throw new RangeError(`graphOf: ${nodes} nodes; their number is an integer from 0 to ${2 ** 31 - 2}`);
  if (to.length !== edges || weight.length !== edges)
    throw new RangeError(
      `graphOf: ${edges} from, ${to.length} to, ${weight.length} weight; an edge has one of each`,
    );
  if (edges > 2 ** 31 - 1) throw new RangeError(`graphOf: ${edges} edges; ${2 ** 31 - 1} is the most`);
  const starts = new Int32Array(nodes + 1);
  for (let i = 0; i < edges; i++) {
    if (!isNode(from[i]!, nodes) || !isNode(to[i]!, nodes) || !isWeight(weight[i]!))
      throw new RangeError(
        `graphOf: edge ${i} from ${from[i]!} to ${to[i]!} of weight ${weight[i]!}; ` +
          `nodes are integers at least 0 and below ${nodes}, weights at least 0`,
      );
    starts[from[i]! + 1]!++;
  }
  for (let v = 0; v < nodes; v++) starts[v + 1]! += starts[v]!;
  const targets = new Int32Array(edges);
  const weights = new Float64Array(edges);
  const free = starts.slice();
  for (let i = 0; i < edges; i++) {
    const place = free[from[i]!]!++;
    targets[place] = to[i]!;
    weights[place] = weight[i]!;
  }
  return { nodes, starts, targets, weights };
}

/**
 * The distance of every node from `source`, and the node before it on the way. A way's length is the sum of its
 * weights, added in floating point from the source on; the distance is the least of these sums, exactly. Sums beyond
 * Number.MAX_VALUE are Infinity, as if there were no way. Throws RangeError if `source` is no node.
 */
export function dijkstra({ nodes, starts, targets, weights }: Graph, source: number): ShortestPaths {
  if (!isNode(source, nodes))
    throw new RangeError(`dijkstra from ${source}: nodes are integers at least 0 and below ${nodes}`);
  const distances = new Float64Array(nodes).fill(Infinity);
  const predecessors = new Int32Array(nodes).fill(-1);
  // Whatever is reached has an entry with its present distance as the key, until that is popped: it is final then.
  const reached = new NumericHeap();
  distances[source] = 0;
  reached.push(source, 0);
  while (reached.size > 0) {
    const distance = reached.peekKey()!;
    const node = reached.pop()!;
    if (distance > distances[node]!) continue;
    const end = starts[node + 1]!;
    for (let edge = starts[node]!; edge < end; edge++) {
      const next = targets[edge]!;
      const through = distance + weights[edge]!;
      if (through < distances[next]!) {
        distances[next] = through;
        predecessors[next] = node;
        reached.push(next, through);
      }
    }
  }
  return { distances, predecessors };
}

/**
 * The nodes of a shortest way to `target`, from the source, which is first, to the target, which is last; undefined if
 * no way leads there. Takes time in proportion to its length. Throws RangeError if `target` is no node.
 */
export function pathTo({ distances, predecessors }: ShortestPaths, target: number): number[] | undefined {
  if (!isNode(target, distances.length))
    throw new RangeError(`pathTo(${target}): nodes are integers at least 0 and below ${distances.length}`);
  if (distances[target] === Infinity) return undefined;
  const path = [target];
  for (let v = predecessors[target]!; v >= 0; v = predecessors[v]!) path.push(v);
  return path.reverse();
}

/** Null, as it comes out of JSON for NaN, would count as 0. */
function isWeight(weight: number): boolean {
  return typeof weight === "number" && weight >= 0;
}

function isNode(v: number, nodes: number): boolean {
  return Number.isInteger(v) && v >= 0 && v < nodes;
}

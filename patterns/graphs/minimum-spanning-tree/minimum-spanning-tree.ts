/**
 * The lightest way to keep together, without a cycle, what a graph without directions keeps together: Kruskal's
 * algorithm. It looks at the edges by weight and takes each one that joins two parts not joined before. If the graph is
 * in several pieces, the result is a forest with a tree for each of them.
 *
 * Time: O(n + m α(n)) for n nodes and m edges, as the edges are sorted by the bits of their weights, in at most six
 * passes of O(m); the search through them stops with the last edge that a tree needs. Space: 24 bytes for each edge and
 * 8 for each node.
 *
 * Sources: Joseph B. Kruskal, "On the shortest spanning subtree of a graph and the traveling salesman problem",
 * Proceedings of the American Mathematical Society 7(1), 1956; Donald E. Knuth, The Art of Computer Programming, volume
 * 3, section 5.2.5, on radix sorting. Tested against every set of edges of small graphs, and on larger ones by the laws
 * of cuts and cycles.
 */
import { UnionFind } from "../../structures/union-find/union-find.ts";

export interface SpanningForest {
  /** The edges taken, as indices into the caller's arrays: by weight, and by index where weights are equal. */
  readonly edges: Int32Array<ArrayBuffer>;
  /** The sum of their weights, added in this order; 0 if there are none. */
  readonly weight: number;
}

/**
 * Edge i joins from[i] and to[i], in both directions, at the cost weight[i]. An edge from a node to itself is never taken,
 * of edges between the same nodes at most one. Of equally heavy edges the one with the smaller index comes first (-0 is as
 * heavy as 0), so the answer is determined even where several trees are equally light. The arguments are not changed.
 *
 * The sum is one of doubles: exact for integers while it stays within ±2⁵³, and infinite once a part of it is beyond about ±1.8e308.
 *
 * @param n how many nodes there are, 0 to n - 1: an integer from 0 to 2³¹.
 * @param weight finite numbers, which may be negative. As long as `from` and `to`, and at most 2³¹.
 * @throws RangeError for arrays of different lengths, a node that is none, and a weight that is NaN or infinite.
 */
export function minimumSpanningTree(
  n: number,
  from: ArrayLike<number>,
  to: ArrayLike<number>,
  weight: ArrayLike<number>,
): SpanningForest {
  const sets = checked(n, from, to, weight);
  const ids = idsByWeight(weight);
  let taken = 0; // the edges taken are ids[0, taken), those to be looked at ids[i, m)
  let sum = 0;
  for (let i = 0; i < ids.length && sets.count > 1; i++) {
    const id = ids[i]!;
    if (!sets.union(from[id]!, to[id]!)) continue;
    ids[taken++] = id;
    sum += weight[id]!;
  }
  return { edges: ids.slice(0, taken), weight: sum };
}

/** Each node in a set of its own, if the arguments are what they have to be. */
function checked(
  n: number,
  from: ArrayLike<number>,
  to: ArrayLike<number>,
  weight: ArrayLike<number>,
): UnionFind {
  const refusal = (what: string): RangeError => new RangeError(`minimumSpanningTree: ${what}`);
  if (!Number.isInteger(n) || n < 0 || n > 2 ** 31)
    throw refusal(`there are ${n} nodes; their number is an integer from 0 to ${2 ** 31}`);
  const m = weight.length;
  if (from.length !== m || to.length !== m)
    throw refusal(`from, to and weight hold ${from.length}, ${to.length} and ${m} numbers, not equally many`);
  if (m > 2 ** 31) throw refusal(`there are ${m} edges; there may be up to ${2 ** 31}`);
  const isNode = (x: number): boolean => Number.isInteger(x) && x >= 0 && x < n;
  for (let i = 0; i < m; i++) {
    if (!isNode(from[i]!) || !isNode(to[i]!))
      throw refusal(
        `edge ${i} joins ${from[i]!} and ${to[i]!}; nodes are the integers from 0 up to, not including, ${n}`,
      );
    if (!Number.isFinite(weight[i]))
      throw refusal(`edge ${i} weighs ${weight[i]!}; weights are finite numbers`);
  }
  return new UnionFind(n);
}

/** The bits of a digit: 2048 counters stay in the innermost cache, and three digits make up a word of 32. */
const DIGIT = 11;

/** In a double seen as two words of 32 bits, which one holds the sign. */
const HIGH = new Uint32Array(Float64Array.of(-0).buffer)[1] === 0 ? 0 : 1;

/** The indices of the weights in ascending order, equal ones in the order in which they stand: radix sort, last digit first. */
function idsByWeight(weight: ArrayLike<number>): Int32Array {
  const m = weight.length;
  const words = orderedWords(weight);
  let ids = new Int32Array(m);
  for (let i = 0; i < m; i++) ids[i] = i;
  let nextIds = new Int32Array(m);
  let keys = new Uint32Array(m); // keys[i] is a word of the weight of ids[i]
  let nextKeys = new Uint32Array(m);
  const starts = new Uint32Array(1 << DIGIT);
  const mask = starts.length - 1;
  for (const half of [1 - HIGH, HIGH]) {
    for (let i = 0; i < m; i++) keys[i] = words[2 * ids[i]! + half]!;
    for (let shift = 0; shift < 32; shift += DIGIT) {
      starts.fill(0);
      for (let i = 0; i < m; i++) starts[(keys[i]! >>> shift) & mask]!++;
      if (starts[(keys[0]! >>> shift) & mask] === m) continue; // all have the same digit, as integers often do
      let start = 0;
      for (let digit = 0; digit <= mask; digit++) {
        const count = starts[digit]!;
        starts[digit] = start;
        start += count;
      }
      for (let i = 0; i < m; i++) {
        const key = keys[i]!;
        const at = starts[(key >>> shift) & mask]!++;
        nextKeys[at] = key;
        nextIds[at] = ids[i]!;
      }
      [ids, nextIds] = [nextIds, ids];
      [keys, nextKeys] = [nextKeys, keys];
    }
  }
  return ids;
}

/**
 * The bits of the weights, changed so that they compare as integers without a sign the way the weights do. Doubles that
 * are not negative do so already, and negative ones in reverse: flip all bits of these, and the sign of the others.
 */
function orderedWords(weight: ArrayLike<number>): Uint32Array {
  const m = weight.length;
  const doubles = new Float64Array(m);
  for (let i = 0; i < m; i++) doubles[i] = weight[i]! + 0; // which turns -0 into 0
  const words = new Uint32Array(doubles.buffer);
  for (let i = 0; i < 2 * m; i += 2) {
    const negative = words[i + HIGH]! >> 31; // all ones, or 0
    words[i + HIGH]! ^= negative | (1 << 31);
    words[i + 1 - HIGH]! ^= negative;
  }
  return words;
}

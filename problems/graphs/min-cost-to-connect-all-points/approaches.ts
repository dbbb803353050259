import type { Approaches } from "#lab/problem/index.ts";
import type * as stub from "./stub.ts";

/** Takes the cheapest connection that joins two groups, again and again (Kruskal). O(n² log n) time, O(n²) space. */
export function cheapestFirst(points: number[][]): number {
  const connections = points.flatMap((a, i) =>
    points.slice(0, i).map((b, j) => ({ i, j, cost: distance(a, b) })),
  );
  connections.sort((a, b) => a.cost - b.cost);
  const parent = points.map((_, i) => i);
  const rootOf = (i: number): number => {
    while (parent[i] !== i) i = parent[i] = parent[parent[i]!]!;
    return i;
  };
  let total = 0;
  for (const { i, j, cost } of connections) {
    const [a, b] = [rootOf(i), rootOf(j)];
    if (a === b) continue;
    parent[a] = b;
    total += cost;
  }
  return total;
}

/** Grows one tree, with all connections that leave it in a heap (Prim). O(n² log n) time, O(n²) space. */
export function growWithHeap(points: number[][]): number {
  const heap: { to: number; cost: number }[] = [{ to: 0, cost: 0 }];
  const connected = points.map(() => false);
  let total = 0;
  for (let missing = points.length; missing > 0;) {
    const { to, cost } = takeCheapest(heap);
    if (connected[to]) continue;
    connected[to] = true;
    total += cost;
    missing--;
    for (const [next, point] of points.entries()) {
      if (!connected[next]) offer(heap, { to: next, cost: distance(points[to]!, point) });
    }
  }
  return total;
}

/** Grows one tree, with the cheapest connection from it to each point in an array (Prim). O(n²) time, O(n) space. */
export function growWithArray(points: number[][]): number {
  const cheapest = points.map((_, i) => (i === 0 ? 0 : Infinity));
  const missing = new Set(points.keys());
  let total = 0;
  while (missing.size > 0) {
    let latest = -1;
    for (const i of missing) {
      if (latest === -1 || cheapest[i]! < cheapest[latest]!) latest = i;
    }
    missing.delete(latest);
    total += cheapest[latest]!;
    for (const i of missing) cheapest[i] = Math.min(cheapest[i]!, distance(points[latest]!, points[i]!));
  }
  return total;
}

function distance([x1, y1]: number[], [x2, y2]: number[]): number {
  return Math.abs(x1! - x2!) + Math.abs(y1! - y2!);
}

function offer<T extends { cost: number }>(heap: T[], item: T): void {
  let i = heap.length;
  for (let up = (i - 1) >> 1; i > 0 && heap[up]!.cost > item.cost; up = (i - 1) >> 1) {
    heap[i] = heap[up]!;
    i = up;
  }
  heap[i] = item;
}

function takeCheapest<T extends { cost: number }>(heap: T[]): T {
  const top = heap[0]!;
  const last = heap.pop()!;
  if (heap.length === 0) return top;
  let i = 0;
  for (let down = 1; down < heap.length; down = 2 * i + 1) {
    if (down + 1 < heap.length && heap[down + 1]!.cost < heap[down]!.cost) down++;
    if (heap[down]!.cost >= last.cost) break;
    heap[i] = heap[down]!;
    i = down;
  }
  heap[i] = last;
  return top;
}

export default {
  "cheapest first": { growth: "n² log n", minCostConnectPoints: cheapestFirst },
  "grow with a heap": { growth: "n² log n", minCostConnectPoints: growWithHeap },
  "grow with an array": { growth: "n²", minCostConnectPoints: growWithArray },
} satisfies Approaches<typeof stub>;

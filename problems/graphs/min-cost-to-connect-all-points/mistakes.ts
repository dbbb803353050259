import type { Mistakes } from "#lab/problem/index.ts";
import type problem from "./problem.ts";

const distance = ([x1, y1]: number[], [x2, y2]: number[]): number =>
  Math.abs(x1! - x2!) + Math.abs(y1! - y2!);

export default {
  "measures along the straight line": {
    law: "no less than the points are apart in width and height",
    input: [[[0, 0], [1, 1]]], // prettier-ignore
    minCostConnectPoints(points) {
      const cheapest = points.map((_, i) => (i === 0 ? 0 : Infinity));
      const missing = new Set(points.keys());
      let total = 0;
      while (missing.size > 0) {
        const latest = [...missing].reduce((best, i) => (cheapest[i]! < cheapest[best]! ? i : best));
        missing.delete(latest);
        total += cheapest[latest]!;
        for (const i of missing) {
          const [dx, dy] = [points[i]![0]! - points[latest]![0]!, points[i]![1]! - points[latest]![1]!];
          cheapest[i] = Math.min(cheapest[i]!, Math.hypot(dx, dy));
        }
      }
      return total;
    },
  },
  "goes on from the latest point only": {
    law: "the least that connects all points",
    input: [[[0, 0], [1, 0], [-1, 0]]], // prettier-ignore
    minCostConnectPoints(points) {
      const missing = new Set(points.keys());
      missing.delete(0);
      let latest = 0;
      let total = 0;
      while (missing.size > 0) {
        const apart = (i: number): number => distance(points[latest]!, points[i]!);
        const next = [...missing].reduce((best, i) => (apart(i) < apart(best) ? i : best));
        missing.delete(next);
        total += apart(next);
        latest = next;
      }
      return total;
    },
  },
  "adds up ways from the first point, as Dijkstra does": {
    law: "no more than from each point to the next one in the list",
    input: [[[0, 0], [1, 0], [2, 0]]], // prettier-ignore
    minCostConnectPoints(points) {
      const way = points.map((_, i) => (i === 0 ? 0 : Infinity));
      const missing = new Set(points.keys());
      let total = 0;
      while (missing.size > 0) {
        const next = [...missing].reduce((best, i) => (way[i]! < way[best]! ? i : best));
        missing.delete(next);
        total += way[next]!;
        for (const i of missing) way[i] = Math.min(way[i]!, way[next]! + distance(points[next]!, points[i]!));
      }
      return total;
    },
  },
  "joins each point to the nearest of those before it": {
    law: "the least that connects all points",
    input: [[[0, 0], [2, 0], [1, 0]]], // prettier-ignore
    minCostConnectPoints(points) {
      let total = 0;
      for (let i = 1; i < points.length; i++) {
        total += Math.min(...points.slice(0, i).map((point) => distance(point, points[i]!)));
      }
      return total;
    },
  },
  "joins neighbours in sorted order": {
    law: "the least that connects all points",
    input: [[[0, 0], [0, 1], [1, 0]]], // prettier-ignore
    minCostConnectPoints(points) {
      const sorted = [...points].sort((a, b) => a[0]! - b[0]! || a[1]! - b[1]!);
      return sorted.slice(1).reduce((total, point, i) => total + distance(sorted[i]!, point), 0);
    },
  },
  "takes the n - 1 cheapest connections, cycles and all": {
    law: "no less than the points are apart in width and height",
    input: [[[0, 0], [1, 0], [2, 0], [5, 0]]], // prettier-ignore
    minCostConnectPoints(points) {
      const costs = points.flatMap((a, i) => points.slice(0, i).map((b) => distance(a, b)));
      costs.sort((a, b) => a - b);
      return costs.slice(0, points.length - 1).reduce((total, cost) => total + cost, 0);
    },
  },
  "unites the points instead of their groups": {
    law: "no more than from each point to the next one in the list",
    input: [[[0, 0], [1, 0], [-1, 0]]], // prettier-ignore
    minCostConnectPoints(points) {
      const edges: [cost: number, a: number, b: number][] = [];
      for (let a = 0; a < points.length; a++) {
        for (let b = a + 1; b < points.length; b++) edges.push([distance(points[a]!, points[b]!), a, b]);
      }
      edges.sort((a, b) => a[0] - b[0]);
      const parent = points.map((_, i) => i);
      const find = (i: number): number => (parent[i] === i ? i : find(parent[i]!));
      let total = 0;
      for (const [cost, a, b] of edges) {
        if (find(a) === find(b)) continue;
        parent[a] = b;
        total += cost;
      }
      return total;
    },
  },
  "sorts the costs as text": {
    law: "no more than from each point to the next one in the list",
    input: [[[0, 0], [9, 0], [10, 0]]], // prettier-ignore
    minCostConnectPoints(points) {
      const edges: [cost: number, a: number, b: number][] = [];
      for (let a = 0; a < points.length; a++) {
        for (let b = a + 1; b < points.length; b++) edges.push([distance(points[a]!, points[b]!), a, b]);
      }
      edges.sort();
      const parent = points.map((_, i) => i);
      const find = (i: number): number => (parent[i] === i ? i : find(parent[i]!));
      let total = 0;
      for (const [cost, a, b] of edges) {
        if (find(a) === find(b)) continue;
        parent[find(a)] = find(b);
        total += cost;
      }
      return total;
    },
  },
  "takes 10⁶ for more than any cost": {
    law: "no less than the points are apart in width and height",
    input: [[[0, 0], [1000000, 1]]], // prettier-ignore
    minCostConnectPoints(points) {
      const cheapest = points.map((_, i): number => (i === 0 ? 0 : 1e6));
      const missing = new Set(points.keys());
      let total = 0;
      while (missing.size > 0) {
        const latest = [...missing].reduce((best, i) => (cheapest[i]! < cheapest[best]! ? i : best));
        missing.delete(latest);
        total += cheapest[latest]!;
        for (const i of missing) {
          cheapest[i] = Math.min(cheapest[i]!, distance(points[latest]!, points[i]!));
        }
      }
      return total;
    },
  },
} satisfies Mistakes<typeof problem>;

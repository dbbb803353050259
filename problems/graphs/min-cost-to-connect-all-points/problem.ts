import fc from "fast-check";
import { problem, sameAsObvious, type Random } from "#lab/problem/index.ts";
import * as stub from "./stub.ts";

/** Different points, with coordinates from -limit to limit. */
function clouds(limit: number, minLength: number, maxLength: number): fc.Arbitrary<[number[][]]> {
  const coordinate = fc.integer({ min: -limit, max: limit });
  const point = fc.tuple(coordinate, coordinate);
  return fc.tuple(fc.uniqueArray(point, { selector: String, minLength, maxLength }));
}

/** How far apart the points are in one coordinate. */
function extent(points: number[][], axis: number): number {
  const coordinates = points.map((point) => point[axis]!);
  return Math.max(...coordinates) - Math.min(...coordinates);
}

/** What it costs to connect each point to the next one. */
function costInOrder(points: number[][]): number {
  const costs = points
    .slice(1)
    .map(([x, y], i) => Math.abs(x! - points[i]![0]!) + Math.abs(y! - points[i]![1]!));
  return costs.reduce((total, cost) => total + cost, 0);
}

/** n different points, near one another or all over the plane as `limit` says. */
function scattered(n: number, limit: number, random: Random): number[][] {
  const points = new Map<string, number[]>();
  while (points.size < n) {
    const point = [random.integer(-limit, limit), random.integer(-limit, limit)];
    points.set(String(point), point);
  }
  return [...points.values()];
}

export default problem(stub, {
  takes: { points: "number[][]" },
  returns: "number",
  examples: [
    { input: [[[0, 0], [2, 2], [3, 10], [5, 2], [7, 0]]], output: 20 }, // prettier-ignore
    { input: [[[3, 12], [-2, 5], [-4, 1]]], output: 18 }, // prettier-ignore
    { input: [[[4, -7]]], output: 0 },
  ],
  constraints: {
    "there are 1 to 1000 points": ([points]) => points.length >= 1 && points.length <= 1000,
    "each point is a pair of integers from -10⁶ to 10⁶": ([points]) =>
      points.every(
        (point) => point.length === 2 && point.every((c) => Number.isInteger(c) && Math.abs(c) <= 1e6),
      ),
    "no two points are the same": ([points]) => new Set(points.map(String)).size === points.length,
  },
  inputs: fc.oneof(
    clouds(2, 1, 4),
    clouds(9, 1, 6),
    clouds(1e6, 1, 8),
    // Only among many points does a queue that is slightly out of order show.
    { arbitrary: fc.noBias(clouds(99, 6, 13)), weight: 3 },
  ),
  call: ({ minCostConnectPoints }, [points]) => minCostConnectPoints(points),
  checks: {
    "no less than the points are apart in width and height": (cost, [points]) =>
      cost >= extent(points, 0) + extent(points, 1),
    "no more than from each point to the next one in the list": (cost, [points]) =>
      cost <= costInOrder(points),
    "the least that connects all points": sameAsObvious,
  },
  workloads: {
    "points all over the plane": (n, random) => [scattered(n, 1e6, random)],
    "a cluster, and one point far away": (n, random) => [[...scattered(n - 1, 1e3, random), [1e6, 1e6]]],
  },
  growth: "n²",
  largest: 1000,
});

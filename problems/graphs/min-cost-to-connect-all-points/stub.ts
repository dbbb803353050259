export function minCostConnectPoints(points: number[][]): number {
  throw new Error("not implemented");
}

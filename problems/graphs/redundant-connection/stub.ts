export function findRedundantConnection(edges: number[][]): number[] {
  throw new Error("not implemented");
}

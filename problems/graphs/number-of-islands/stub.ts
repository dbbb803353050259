export function numIslands(grid: string[][]): number {
  throw new Error("not implemented");
}

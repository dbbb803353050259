export function solveNQueens(n: number): string[][] {
  throw new Error("not implemented");
}

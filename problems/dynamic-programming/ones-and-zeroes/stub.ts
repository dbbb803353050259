export function findMaxForm(strs: string[], m: number, n: number): number {
  throw new Error("not implemented");
}

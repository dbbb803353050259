export function myPow(x: number, n: number): number {
  throw new Error("not implemented");
}

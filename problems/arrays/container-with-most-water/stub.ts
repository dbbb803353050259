export function maxArea(height: number[]): number {
  throw new Error("not implemented");
}

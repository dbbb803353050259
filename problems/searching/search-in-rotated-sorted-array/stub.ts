export function search(nums: number[], target: number): number {
  throw new Error("not implemented");
}

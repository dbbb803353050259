export function removeDuplicates(nums: number[]): number {
  throw new Error("not implemented");
}

export function threeSum(nums: number[]): number[][] {
  throw new Error("not implemented");
}

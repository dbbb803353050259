export function maxSubArray(nums: number[]): number {
  throw new Error("not implemented");
}

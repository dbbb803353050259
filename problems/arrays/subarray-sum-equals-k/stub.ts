export function subarraySum(nums: number[], k: number): number {
  throw new Error("not implemented");
}

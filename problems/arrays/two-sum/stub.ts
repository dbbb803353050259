export function twoSum(nums: number[], target: number): number[] {
  throw new Error("not implemented");
}

export function singleNumber(nums: number[]): number {
  throw new Error("not implemented");
}

export function sortArray(nums: number[]): number[] {
  throw new Error("not implemented");
}

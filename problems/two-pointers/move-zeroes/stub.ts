export function moveZeroes(nums: number[]): void {
  throw new Error("not implemented");
}

export function groupAnagrams(strs: string[]): string[][] {
  throw new Error("not implemented");
}

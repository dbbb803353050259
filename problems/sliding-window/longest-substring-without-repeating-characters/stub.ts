export function lengthOfLongestSubstring(s: string): number {
  throw new Error("not implemented");
}

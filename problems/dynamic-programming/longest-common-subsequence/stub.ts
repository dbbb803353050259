export function longestCommonSubsequence(text1: string, text2: string): number {
  throw new Error("not implemented");
}

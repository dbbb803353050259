export function isValid(s: string): boolean {
  throw new Error("not implemented");
}

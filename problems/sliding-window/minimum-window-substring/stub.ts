export function minWindow(s: string, t: string): string {
  throw new Error("not implemented");
}

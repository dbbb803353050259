export function hasCycle(head: ListNode | null): boolean {
  throw new Error("not implemented");
}

export function mergeKLists(lists: (ListNode | null)[]): ListNode | null {
  throw new Error("not implemented");
}

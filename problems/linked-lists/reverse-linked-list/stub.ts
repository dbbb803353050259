export function reverseList(head: ListNode | null): ListNode | null {
  throw new Error("not implemented");
}

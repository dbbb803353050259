export function copyRandomList(head: _Node | null): _Node | null {
  throw new Error("not implemented");
}

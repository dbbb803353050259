export function cloneGraph(node: _Node | null): _Node | null {
  throw new Error("not implemented");
}

export function serialize(root: TreeNode | null): string {
  throw new Error("not implemented");
}

export function deserialize(data: string): TreeNode | null {
  throw new Error("not implemented");
}

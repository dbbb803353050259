export function levelOrder(root: TreeNode | null): number[][] {
  throw new Error("not implemented");
}

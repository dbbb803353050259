export function isValidBST(root: TreeNode | null): boolean {
  throw new Error("not implemented");
}

export const solution = function (isBadVersion: (version: number) => boolean) {
  return function (n: number): number {
    throw new Error("not implemented");
  };
};

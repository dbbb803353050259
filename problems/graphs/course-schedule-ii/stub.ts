export function findOrder(numCourses: number, prerequisites: number[][]): number[] {
  throw new Error("not implemented");
}

export function networkDelayTime(times: number[][], n: number, k: number): number {
  throw new Error("not implemented");
}

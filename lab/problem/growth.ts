/**
 * The classes of growth a cost is judged by, slowest first; n is the size a workload is asked for. With the
 * exponential ones a factor that is a power of n does not count.
 */
export const growthClasses = {
  "1": () => 1,
  "log n": (n) => Math.log2(n),
  n: (n) => n,
  "n log n": (n) => n * Math.log2(n),
  "n²": (n) => n * n,
  "n² log n": (n) => n * n * Math.log2(n),
  "n³": (n) => n * n * n,
  "2ⁿ": (n) => 2 ** n,
  "n!": (n) => factorial(n),
} as const satisfies Record<string, (n: number) => number>;

export type Growth = keyof typeof growthClasses;

/** All classes, slowest growing first. */
export const growths = Object.keys(growthClasses) as Growth[];

/** Classes so steep that sizes rise one by one. */
export const exponential: readonly Growth[] = ["2ⁿ", "n!"];

function factorial(n: number): number {
  return n <= 1 ? 1 : n * factorial(n - 1);
}

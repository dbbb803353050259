import type { Approaches } from "#lab/problem/index.ts";
import type * as stub from "./stub.ts";

/** Multiplies once for each unit of the exponent, as long as that changes anything. O(n) time, O(1) space. */
export function repeatedMultiplication(x: number, n: number): number {
  const factors = Math.abs(n);
  let power = 1;
  for (let used = 0; used < factors; used++) {
    const next = power * x;
    // Two more factors change nothing (1, -1, 0, infinity), so no further two will: all depends on the parity.
    if (next * x === power) {
      if ((factors - used) % 2 === 1) power = next;
      break;
    }
    power = next;
  }
  return n < 0 ? 1 / power : power;
}

/** Squares the power for half the exponent. O(log n) time, O(log n) space. */
export function recursiveHalving(x: number, n: number): number {
  if (n === 0) return 1;
  if (n < 0) return 1 / recursiveHalving(x, -n);
  const half = recursiveHalving(x, Math.floor(n / 2));
  return n % 2 === 0 ? half * half : half * half * x;
}

/** Multiplies those of x, x², x⁴, x⁸ … that the bits of the exponent name. O(log n) time, O(1) space. */
export function bitByBit(x: number, n: number): number {
  let square = n < 0 ? 1 / x : x;
  let power = 1;
  // 2³¹ fits into 32 bits without a sign, so >>> is right where >> would make it negative.
  for (let bits = Math.abs(n); bits > 0; bits >>>= 1) {
    if ((bits & 1) === 1) power *= square;
    square *= square;
  }
  return power;
}

export default {
  "repeated multiplication": { growth: "n", myPow: repeatedMultiplication },
  "recursive halving": { growth: "log n", myPow: recursiveHalving },
  "bit by bit": { growth: "log n", myPow: bitByBit },
} satisfies Approaches<typeof stub>;

import type { Approaches } from "#lab/problem/index.ts";
import type * as stub from "./stub.ts";

/** Looks through the whole stack for the minimum. O(n) time for getMin, O(1) for the others, O(n) space. */
export class Scan {
  private readonly values: number[] = [];

  push(val: number): void {
    this.values.push(val);
  }

  pop(): void {
    this.values.pop();
  }

  top(): number {
    return this.values.at(-1)!;
  }

  getMin(): number {
    let min = Infinity;
    for (const val of this.values) {
      if (val < min) min = val;
    }
    return min;
  }
}

/** Keeps the values that were minimum when they came in a second stack. O(1) time per call, O(n) space. */
export class SecondStack {
  readonly values: number[] = [];
  /** Never rising; the last is the minimum of `values`. */
  private readonly minima: number[] = [];

  push(val: number): void {
    this.values.push(val);
    if (this.minima.length === 0 || val <= this.minima.at(-1)!) this.minima.push(val);
  }

  pop(): void {
    if (this.values.pop() === this.minima.at(-1)) this.minima.pop();
  }

  top(): number {
    return this.values.at(-1)!;
  }

  getMin(): number {
    return this.minima.at(-1)!;
  }
}

/** Keeps beside each value the minimum from the bottom up to it. O(1) time per call, O(n) space. */
export class Pairs {
  private readonly entries: { val: number; min: number }[] = [];

  push(val: number): void {
    const below = this.entries.at(-1);
    this.entries.push({ val, min: below === undefined ? val : Math.min(val, below.min) });
  }

  pop(): void {
    this.entries.pop();
  }

  top(): number {
    return this.entries.at(-1)!.val;
  }

  getMin(): number {
    return this.entries.at(-1)!.min;
  }
}

/** Keeps how far each value lies from the minimum before it. O(1) time per call, O(n) space, one number a value. */
export class Differences {
  /** Each value minus the minimum below it; negative exactly where the value is a new minimum. */
  private readonly differences: number[] = [];
  private min = 0;

  push(val: number): void {
    if (this.differences.length === 0) this.min = val;
    const difference = val - this.min;
    this.differences.push(difference);
    if (difference < 0) this.min = val;
  }

  pop(): void {
    const difference = this.differences.pop()!;
    if (difference < 0) this.min -= difference;
  }

  top(): number {
    return this.min + Math.max(0, this.differences.at(-1)!);
  }

  getMin(): number {
    return this.min;
  }
}

export default {
  scan: { growth: "n", MinStack: Scan },
  "second stack": { growth: "1", MinStack: SecondStack },
  differences: { growth: "1", MinStack: Differences },
  pairs: { growth: "1", MinStack: Pairs },
} satisfies Approaches<typeof stub>;

import type { Approaches } from "#lab/problem/index.ts";
import type * as stub from "./stub.ts";

/** Sorts all numbers whenever the median is asked for. O(1) time for addNum, O(n log n) for findMedian, O(n) space. */
export class SortWhenAsked {
  private readonly numbers: number[] = [];

  addNum(num: number): void {
    this.numbers.push(num);
  }

  findMedian(): number {
    const sorted = this.numbers.toSorted((a, b) => a - b);
    const half = sorted.length >> 1;
    return sorted.length % 2 === 1 ? sorted[half]! : (sorted[half - 1]! + sorted[half]!) / 2;
  }
}

/** Keeps the numbers sorted, by binary search. O(n) time for addNum, O(1) for findMedian, O(n) space. */
export class SortedArray {
  /** Never falling. */
  private readonly numbers: number[] = [];

  addNum(num: number): void {
    let low = 0;
    let high = this.numbers.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (this.numbers[middle]! < num) low = middle + 1;
      else high = middle;
    }
    this.numbers.splice(low, 0, num);
  }

  findMedian(): number {
    const { numbers } = this;
    const half = numbers.length >> 1;
    return numbers.length % 2 === 1 ? numbers[half]! : (numbers[half - 1]! + numbers[half]!) / 2;
  }
}

/** A binary heap of numbers, the smallest on top. */
class Heap {
  /** No number is smaller than its parent: that of the number at i is at (i - 1) >> 1. */
  private readonly numbers: number[] = [];

  get size(): number {
    return this.numbers.length;
  }

  get top(): number {
    return this.numbers[0]!;
  }

  push(num: number): void {
    const { numbers } = this;
    let i = numbers.length;
    while (i > 0 && num < numbers[(i - 1) >> 1]!) {
      numbers[i] = numbers[(i - 1) >> 1]!;
      i = (i - 1) >> 1;
    }
    numbers[i] = num;
  }

  pop(): number {
    const { numbers, top } = this;
    const num = numbers.pop()!;
    if (numbers.length === 0) return top;
    let i = 0;
    for (;;) {
      let child = 2 * i + 1;
      if (child >= numbers.length) break;
      if (child + 1 < numbers.length && numbers[child + 1]! < numbers[child]!) child++;
      if (numbers[child]! >= num) break;
      numbers[i] = numbers[child]!;
      i = child;
    }
    numbers[i] = num;
    return top;
  }
}

/** Keeps the smaller half and the larger half in heaps. O(log n) time for addNum, O(1) for findMedian, O(n) space. */
export class TwoHeaps {
  /** The smaller half, negated, so that its largest number is on top: as many as in `larger`, or one more. */
  readonly smaller = new Heap();
  /** No number in it is below one of `smaller`. */
  private readonly larger = new Heap();

  addNum(num: number): void {
    this.smaller.push(-num);
    this.larger.push(-this.smaller.pop());
    if (this.larger.size > this.smaller.size) this.smaller.push(-this.larger.pop());
  }

  findMedian(): number {
    if (this.smaller.size > this.larger.size) return -this.smaller.top;
    return (this.larger.top - this.smaller.top) / 2;
  }
}

export default {
  "sort when asked": { growth: "n log n", MedianFinder: SortWhenAsked },
  "sorted array": { growth: "n", MedianFinder: SortedArray },
  "two heaps": { growth: "log n", MedianFinder: TwoHeaps },
} satisfies Approaches<typeof stub>;

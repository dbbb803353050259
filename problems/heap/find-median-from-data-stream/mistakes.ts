import type { Mistakes } from "#lab/problem/index.ts";
import type problem from "./problem.ts";

/** The median of numbers that are sorted, for the mistakes that are made elsewhere. */
function medianOf(sorted: number[]): number {
  const half = sorted.length >> 1;
  return sorted.length % 2 === 1 ? sorted[half]! : (sorted[half - 1]! + sorted[half]!) / 2;
}

export default {
  "halves only one of the middle two": {
    law: "the median lies between the smallest and the largest number",
    input: [
      ["MedianFinder", "addNum", "addNum", "findMedian"],
      [[], [1], [1], []],
    ],
    MedianFinder: class {
      private readonly numbers: number[] = [];
      addNum(num: number) {
        this.numbers.push(num);
      }
      findMedian() {
        const sorted = this.numbers.sort((a, b) => a - b);
        const half = sorted.length >> 1;
        return sorted.length % 2 === 1 ? sorted[half]! : sorted[half - 1]! + sorted[half]! / 2;
      }
    },
  },
  "returns the mean of all numbers": {
    law: "of an odd count of numbers it is one of them",
    input: [
      ["MedianFinder", "addNum", "addNum", "addNum", "findMedian"],
      [[], [0], [0], [1], []],
    ],
    MedianFinder: class {
      private sum = 0;
      private count = 0;
      addNum(num: number) {
        this.sum += num;
        this.count++;
      }
      findMedian() {
        return this.sum / this.count;
      }
    },
  },
  "drops a number that is there already": {
    law: "of an odd count of numbers it is one of them",
    input: [
      ["MedianFinder", "addNum", "addNum", "addNum", "findMedian"],
      [[], [0], [0], [1], []],
    ],
    MedianFinder: class {
      private readonly numbers = new Set<number>();
      addNum(num: number) {
        this.numbers.add(num);
      }
      findMedian() {
        return medianOf([...this.numbers].sort((a, b) => a - b));
      }
    },
  },
  "takes the upper one of the middle two": {
    law: "it is the middle number, or the mean of the middle two",
    input: [
      ["MedianFinder", "addNum", "addNum", "findMedian"],
      [[], [0], [1], []],
    ],
    MedianFinder: class {
      private readonly numbers: number[] = [];
      addNum(num: number) {
        this.numbers.push(num);
      }
      findMedian() {
        return this.numbers.sort((a, b) => a - b)[this.numbers.length >> 1]!;
      }
    },
  },
  "cuts the half off the mean": {
    law: "it is the middle number, or the mean of the middle two",
    input: [
      ["MedianFinder", "addNum", "addNum", "findMedian"],
      [[], [0], [1], []],
    ],
    MedianFinder: class {
      private readonly numbers: number[] = [];
      addNum(num: number) {
        this.numbers.push(num);
      }
      findMedian() {
        return Math.floor(medianOf(this.numbers.sort((a, b) => a - b)));
      }
    },
  },
  "sorts the numbers as text": {
    law: "it is the middle number, or the mean of the middle two",
    input: [
      ["MedianFinder", "addNum", "addNum", "addNum", "findMedian"],
      [[], [0], [-1], [-2], []],
    ],
    MedianFinder: class {
      private readonly numbers: number[] = [];
      addNum(num: number) {
        this.numbers.push(num);
      }
      findMedian() {
        return medianOf(this.numbers.sort());
      }
    },
  },
  "sorts the first time only": {
    law: "it is the middle number, or the mean of the middle two",
    input: [
      ["MedianFinder", "addNum", "findMedian", "addNum", "addNum", "findMedian"],
      [[], [0], [], [1], [0], []],
    ],
    MedianFinder: class {
      private readonly numbers: number[] = [];
      private sorted = false;
      addNum(num: number) {
        this.numbers.push(num);
      }
      findMedian() {
        if (!this.sorted) this.numbers.sort((a, b) => a - b);
        this.sorted = true;
        return medianOf(this.numbers);
      }
    },
  },
  "deals the numbers out without comparing them": {
    law: "it is the middle number, or the mean of the middle two",
    input: [
      ["MedianFinder", "addNum", "addNum", "addNum", "findMedian"],
      [[], [1], [0], [0], []],
    ],
    MedianFinder: class {
      private readonly smaller: number[] = [];
      private readonly larger: number[] = [];
      addNum(num: number) {
        const half = this.smaller.length > this.larger.length ? this.larger : this.smaller;
        half.push(num);
        half.sort((a, b) => a - b);
      }
      findMedian() {
        if (this.smaller.length > this.larger.length) return this.smaller.at(-1)!;
        return (this.smaller.at(-1)! + this.larger[0]!) / 2;
      }
    },
  },
  "lets one half outgrow the other": {
    law: "it is the middle number, or the mean of the middle two",
    input: [
      ["MedianFinder", "addNum", "addNum", "addNum", "addNum", "findMedian"],
      [[], [0], [1], [2], [2], []],
    ],
    MedianFinder: class {
      private readonly smaller: number[] = [];
      private readonly larger: number[] = [];
      addNum(num: number) {
        const half = this.smaller.length === 0 || num <= this.smaller.at(-1)! ? this.smaller : this.larger;
        half.push(num);
        half.sort((a, b) => a - b);
      }
      findMedian() {
        if (this.smaller.length > this.larger.length) return this.smaller.at(-1)!;
        if (this.smaller.length < this.larger.length) return this.larger[0]!;
        return (this.smaller.at(-1)! + this.larger[0]!) / 2;
      }
    },
  },
} satisfies Mistakes<typeof problem>;

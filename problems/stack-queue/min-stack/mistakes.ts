import type { Mistakes } from "#lab/problem/index.ts";
import type problem from "./problem.ts";

/** Shared by all stacks of the mistake that keeps its values here. */
const values: number[] = [];

export default {
  "starts the minimum at 0": {
    law: "getMin is the smallest of the values still there",
    input: [
      ["MinStack", "push", "getMin"],
      [[], [1], []],
    ],
    MinStack: class {
      private readonly values: number[] = [];
      push(val: number) {
        this.values.push(val);
      }
      pop() {
        this.values.pop();
      }
      top() {
        return this.values.at(-1)!;
      }
      getMin() {
        let min = 0;
        for (const val of this.values) min = Math.min(min, val);
        return min;
      }
    },
  },
  "takes a minimum of 0 for none": {
    law: "getMin is the smallest of the values still there",
    input: [
      ["MinStack", "push", "push", "getMin"],
      [[], [0], [1], []],
    ],
    MinStack: class {
      private readonly entries: { val: number; min: number }[] = [];
      push(val: number) {
        const min = this.entries.at(-1)?.min;
        this.entries.push({ val, min: min && min < val ? min : val });
      }
      pop() {
        this.entries.pop();
      }
      top() {
        return this.entries.at(-1)!.val;
      }
      getMin() {
        return this.entries.at(-1)!.min;
      }
    },
  },
  "keeps the smallest value there ever was": {
    law: "getMin is the smallest of the values still there",
    input: [
      ["MinStack", "push", "push", "pop", "getMin"],
      [[], [1], [0], [], []],
    ],
    MinStack: class {
      private readonly values: number[] = [];
      private min = Infinity;
      push(val: number) {
        this.values.push(val);
        this.min = Math.min(this.min, val);
      }
      pop() {
        this.values.pop();
      }
      top() {
        return this.values.at(-1)!;
      }
      getMin() {
        return this.min;
      }
    },
  },
  "keeps the minimum after it was popped": {
    law: "getMin is the smallest of the values still there",
    input: [
      ["MinStack", "push", "push", "pop", "getMin"],
      [[], [1], [0], [], []],
    ],
    MinStack: class {
      private readonly values: number[] = [];
      private min = Infinity;
      push(val: number) {
        this.values.push(val);
        this.min = Math.min(this.min, val);
      }
      pop() {
        this.values.pop();
        if (this.values.length === 0) this.min = Infinity;
      }
      top() {
        return this.values.at(-1)!;
      }
      getMin() {
        return this.min;
      }
    },
  },
  "keeps the minimum of a stack that ran empty": {
    law: "getMin is the smallest of the values still there",
    input: [
      ["MinStack", "push", "pop", "push", "getMin"],
      [[], [0], [], [1], []],
    ],
    MinStack: class {
      private readonly earlier: number[] = [];
      private readonly values: number[] = [];
      private min = Infinity;
      push(val: number) {
        this.values.push(val);
        this.earlier.push(this.min);
        this.min = Math.min(this.min, val);
      }
      pop() {
        this.values.pop();
        const min = this.earlier.pop()!;
        if (this.values.length > 0) this.min = min;
      }
      top() {
        return this.values.at(-1)!;
      }
      getMin() {
        return this.min;
      }
    },
  },
  "remembers only one earlier minimum": {
    law: "getMin is the smallest of the values still there",
    input: [
      ["MinStack", "push", "push", "push", "pop", "pop", "getMin"],
      [[], [2], [1], [0], [], [], []],
    ],
    MinStack: class {
      private readonly values: number[] = [];
      private min = Infinity;
      private earlier = Infinity;
      push(val: number) {
        this.values.push(val);
        if (val > this.min) return;
        this.earlier = this.min;
        this.min = val;
      }
      pop() {
        if (this.values.pop() === this.min) this.min = this.earlier;
        if (this.values.length === 0) this.min = this.earlier = Infinity;
      }
      top() {
        return this.values.at(-1)!;
      }
      getMin() {
        return this.min;
      }
    },
  },
  "stores a repeated minimum only once": {
    law: "returns a value of the right kind",
    input: [
      ["MinStack", "push", "push", "pop", "getMin"],
      [[], [0], [0], [], []],
    ],
    MinStack: class {
      private readonly values: number[] = [];
      private readonly minima: number[] = [];
      push(val: number) {
        this.values.push(val);
        if (this.minima.length === 0 || val < this.minima.at(-1)!) this.minima.push(val);
      }
      pop() {
        if (this.values.pop() === this.minima.at(-1)) this.minima.pop();
      }
      top() {
        return this.values.at(-1)!;
      }
      getMin() {
        return this.minima.at(-1)!;
      }
    },
  },
  "pops the minima with every value": {
    law: "returns a value of the right kind",
    input: [
      ["MinStack", "push", "push", "pop", "getMin"],
      [[], [0], [1], [], []],
    ],
    MinStack: class {
      private readonly values: number[] = [];
      private readonly minima: number[] = [];
      push(val: number) {
        this.values.push(val);
        if (this.minima.length === 0 || val <= this.minima.at(-1)!) this.minima.push(val);
      }
      pop() {
        this.values.pop();
        this.minima.pop();
      }
      top() {
        return this.values.at(-1)!;
      }
      getMin() {
        return this.minima.at(-1)!;
      }
    },
  },
  "looks at the top only after it has popped": {
    law: "returns a value of the right kind",
    input: [
      ["MinStack", "push", "push", "pop", "getMin"],
      [[], [0], [1], [], []],
    ],
    MinStack: class {
      private readonly values: number[] = [];
      private readonly minima: number[] = [];
      push(val: number) {
        this.values.push(val);
        if (this.minima.length === 0 || val <= this.minima.at(-1)!) this.minima.push(val);
      }
      pop() {
        this.values.pop();
        if (this.values.at(-1) === this.minima.at(-1)) this.minima.pop();
      }
      top() {
        return this.values.at(-1)!;
      }
      getMin() {
        return this.minima.at(-1)!;
      }
    },
  },
  "sorts the stack itself": {
    law: "top is the latest of the values still there",
    input: [
      ["MinStack", "push", "push", "getMin", "top"],
      [[], [1], [0], [], []],
    ],
    MinStack: class {
      private readonly values: number[] = [];
      push(val: number) {
        this.values.push(val);
      }
      pop() {
        this.values.pop();
      }
      top() {
        return this.values.at(-1)!;
      }
      getMin() {
        return this.values.sort((a, b) => a - b)[0]!;
      }
    },
  },
  "wraps differences around at 32 bits": {
    law: "getMin is the smallest of the values still there",
    input: [
      ["MinStack", "push", "push", "getMin"],
      [[], [-1], [2147483647], []],
    ],
    MinStack: class {
      private readonly differences: number[] = [];
      private min = 0;
      push(val: number) {
        if (this.differences.length === 0) this.min = val;
        const difference = (val - this.min) | 0;
        this.differences.push(difference);
        if (difference < 0) this.min = val;
      }
      pop() {
        const difference = this.differences.pop()!;
        if (difference < 0) this.min = (this.min - difference) | 0;
      }
      top() {
        return this.min + Math.max(0, this.differences.at(-1)!);
      }
      getMin() {
        return this.min;
      }
    },
  },
  "keeps its values outside the class": {
    law: "answers a second call as well",
    input: [
      ["MinStack", "push", "getMin", "push"],
      [[], [1], [], [0]],
    ],
    inChild: true,
    MinStack: class {
      push(val: number) {
        values.push(val);
      }
      pop() {
        values.pop();
      }
      top() {
        return values.at(-1)!;
      }
      getMin() {
        return Math.min(...values);
      }
    },
  },
} satisfies Mistakes<typeof problem>;

import type { Mistakes, Operations } from "#lab/problem/index.ts";
import type problem from "./problem.ts";

/**
 * The calls, followed by `draws` calls of getRandom. Of two elements, one that never comes is beyond chance after
 * 49 draws; smaller faults take longer to show.
 */
function drawing([names, args]: Operations, draws: number): Operations {
  return [
    [...names, ...Array.from({ length: draws }, () => "getRandom")],
    [...args, ...Array.from({ length: draws }, () => [])],
  ];
}

export default {
  "inserts what is there already": {
    law: "insert and remove say whether the set has changed",
    input: [
      ["RandomizedSet", "insert", "insert"],
      [[], [0], [0]],
    ],
    RandomizedSet: class {
      private readonly values: number[] = [];
      insert(val: number) {
        this.values.push(val);
        return true;
      }
      remove(val: number) {
        const i = this.values.indexOf(val);
        if (i !== -1) this.values.splice(i, 1);
        return i !== -1;
      }
      getRandom() {
        return this.values[Math.floor(Math.random() * this.values.length)]!;
      }
    },
  },
  "takes index 0 for nothing found": {
    law: "insert and remove say whether the set has changed",
    input: [
      ["RandomizedSet", "insert", "remove"],
      [[], [0], [0]],
    ],
    RandomizedSet: class {
      private readonly values: number[] = [];
      private readonly indexOf = new Map<number, number>();
      insert(val: number) {
        if (this.indexOf.has(val)) return false;
        this.indexOf.set(val, this.values.length);
        this.values.push(val);
        return true;
      }
      remove(val: number) {
        const gap = this.indexOf.get(val);
        if (!gap) return false;
        const last = this.values.pop()!;
        this.indexOf.delete(val);
        if (last === val) return true;
        this.values[gap] = last;
        this.indexOf.set(last, gap);
        return true;
      }
      getRandom() {
        return this.values[Math.floor(Math.random() * this.values.length)]!;
      }
    },
  },
  "puts the last element back into the map when that is removed": {
    law: "insert and remove say whether the set has changed",
    input: [
      ["RandomizedSet", "insert", "remove", "insert"],
      [[], [0], [0], [0]],
    ],
    RandomizedSet: class {
      private readonly values: number[] = [];
      private readonly indexOf = new Map<number, number>();
      insert(val: number) {
        if (this.indexOf.has(val)) return false;
        this.indexOf.set(val, this.values.length);
        this.values.push(val);
        return true;
      }
      remove(val: number) {
        const gap = this.indexOf.get(val);
        if (gap === undefined) return false;
        const last = this.values.at(-1)!;
        this.values[gap] = last;
        this.values.pop();
        this.indexOf.delete(val);
        this.indexOf.set(last, gap);
        return true;
      }
      getRandom() {
        return this.values[Math.floor(Math.random() * this.values.length)]!;
      }
    },
  },
  "leaves the moved element's old index in the map": {
    law: "getRandom returns an element of the set",
    input: drawing(
      [
        ["RandomizedSet", "insert", "insert", "insert", "remove", "remove"],
        [[], [0], [1], [2], [0], [2]],
      ],
      20,
    ),
    RandomizedSet: class {
      private readonly values: number[] = [];
      private readonly indexOf = new Map<number, number>();
      insert(val: number) {
        if (this.indexOf.has(val)) return false;
        this.indexOf.set(val, this.values.length);
        this.values.push(val);
        return true;
      }
      remove(val: number) {
        const gap = this.indexOf.get(val);
        if (gap === undefined) return false;
        this.values[gap] = this.values.at(-1)!;
        this.values.pop();
        this.indexOf.delete(val);
        return true;
      }
      getRandom() {
        return this.values[Math.floor(Math.random() * this.values.length)]!;
      }
    },
  },
  "moves the last element and does not shorten the array": {
    law: "getRandom returns an element of the set",
    input: drawing(
      [
        ["RandomizedSet", "insert", "remove", "insert"],
        [[], [0], [0], [1]],
      ],
      20,
    ),
    RandomizedSet: class {
      private readonly values: number[] = [];
      private readonly indexOf = new Map<number, number>();
      insert(val: number) {
        if (this.indexOf.has(val)) return false;
        this.indexOf.set(val, this.values.length);
        this.values.push(val);
        return true;
      }
      remove(val: number) {
        const gap = this.indexOf.get(val);
        if (gap === undefined) return false;
        const last = this.values.at(-1)!;
        this.values[gap] = last;
        this.indexOf.set(last, gap);
        this.indexOf.delete(val);
        return true;
      }
      getRandom() {
        return this.values[Math.floor(Math.random() * this.values.length)]!;
      }
    },
  },
  "leaves a hole where an element was": {
    law: "returns a value of the right kind",
    input: drawing(
      [
        ["RandomizedSet", "insert", "insert", "remove"],
        [[], [0], [1], [0]],
      ],
      20,
    ),
    RandomizedSet: class {
      private readonly values: number[] = [];
      private readonly indexOf = new Map<number, number>();
      insert(val: number) {
        if (this.indexOf.has(val)) return false;
        this.indexOf.set(val, this.values.length);
        this.values.push(val);
        return true;
      }
      remove(val: number) {
        const gap = this.indexOf.get(val);
        if (gap === undefined) return false;
        // eslint-disable-next-line @typescript-eslint/no-array-delete, @typescript-eslint/no-dynamic-delete -- the mistake
        delete this.values[gap];
        return this.indexOf.delete(val);
      }
      getRandom() {
        return this.values[Math.floor(Math.random() * this.values.length)]!;
      }
    },
  },
  "draws an element twice as often when it was inserted twice": {
    law: "every element is drawn equally often",
    input: drawing(
      [
        ["RandomizedSet", "insert", "insert", "remove", "insert"],
        [[], [0], [1], [0], [0]],
      ],
      2000,
    ),
    RandomizedSet: class {
      private readonly present = new Set<number>();
      private readonly values: number[] = [];
      insert(val: number) {
        if (this.present.has(val)) return false;
        this.present.add(val);
        this.values.push(val);
        return true;
      }
      remove(val: number) {
        return this.present.delete(val);
      }
      getRandom() {
        for (;;) {
          const val = this.values[Math.floor(Math.random() * this.values.length)]!;
          if (this.present.has(val)) return val;
        }
      }
    },
  },
  "returns the oldest element": {
    law: "every element is drawn equally often",
    input: drawing(
      [
        ["RandomizedSet", "insert", "insert"],
        [[], [0], [1]],
      ],
      49,
    ),
    RandomizedSet: class {
      private readonly values = new Set<number>();
      insert(val: number) {
        if (this.values.has(val)) return false;
        this.values.add(val);
        return true;
      }
      remove(val: number) {
        return this.values.delete(val);
      }
      getRandom() {
        return this.values.values().next().value!;
      }
    },
  },
  "never draws the last element": {
    law: "every element is drawn equally often",
    input: drawing(
      [
        ["RandomizedSet", "insert", "insert"],
        [[], [0], [1]],
      ],
      49,
    ),
    RandomizedSet: class {
      private readonly values: number[] = [];
      insert(val: number) {
        if (this.values.includes(val)) return false;
        this.values.push(val);
        return true;
      }
      remove(val: number) {
        const i = this.values.indexOf(val);
        if (i !== -1) this.values.splice(i, 1);
        return i !== -1;
      }
      getRandom() {
        return this.values[Math.floor(Math.random() * (this.values.length - 1))]!;
      }
    },
  },
  "rounds to the nearest index": {
    law: "every element is drawn equally often",
    input: drawing(
      [
        ["RandomizedSet", "insert", "insert", "insert"],
        [[], [0], [1], [2]],
      ],
      1000,
    ),
    RandomizedSet: class {
      private readonly values: number[] = [];
      insert(val: number) {
        if (this.values.includes(val)) return false;
        this.values.push(val);
        return true;
      }
      remove(val: number) {
        const i = this.values.indexOf(val);
        if (i !== -1) this.values.splice(i, 1);
        return i !== -1;
      }
      getRandom() {
        return this.values[Math.round(Math.random() * (this.values.length - 1))]!;
      }
    },
  },
  "shuffles by sorting with a random comparison": {
    law: "every element is drawn equally often",
    input: drawing(
      [
        ["RandomizedSet", "insert", "insert", "insert", "insert", "insert"],
        [[], [0], [1], [2], [3], [4]],
      ],
      4000,
    ),
    RandomizedSet: class {
      private readonly values = new Set<number>();
      insert(val: number) {
        if (this.values.has(val)) return false;
        this.values.add(val);
        return true;
      }
      remove(val: number) {
        return this.values.delete(val);
      }
      getRandom() {
        return [...this.values].sort(() => Math.random() - 0.5)[0]!;
      }
    },
  },
  "draws once and repeats it until the set changes": {
    law: "every element is drawn equally often",
    input: drawing(
      [
        ["RandomizedSet", "insert", "insert"],
        [[], [0], [1]],
      ],
      49,
    ),
    RandomizedSet: class {
      private readonly values: number[] = [];
      private drawn: number | undefined;
      insert(val: number) {
        if (this.values.includes(val)) return false;
        this.drawn = undefined;
        this.values.push(val);
        return true;
      }
      remove(val: number) {
        const i = this.values.indexOf(val);
        if (i === -1) return false;
        this.drawn = undefined;
        this.values.splice(i, 1);
        return true;
      }
      getRandom() {
        return (this.drawn ??= this.values[Math.floor(Math.random() * this.values.length)]!);
      }
    },
  },
  "takes the elements in turn": {
    law: "a draw does not depend on the one before",
    input: drawing(
      [
        ["RandomizedSet", "insert", "insert"],
        [[], [0], [1]],
      ],
      49,
    ),
    RandomizedSet: class {
      private readonly values: number[] = [];
      private turn = 0;
      insert(val: number) {
        if (this.values.includes(val)) return false;
        this.values.push(val);
        return true;
      }
      remove(val: number) {
        const i = this.values.indexOf(val);
        if (i !== -1) this.values.splice(i, 1);
        return i !== -1;
      }
      getRandom() {
        return this.values[this.turn++ % this.values.length]!;
      }
    },
  },
} satisfies Mistakes<typeof problem>;

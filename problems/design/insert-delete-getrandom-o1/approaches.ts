import type { Approaches } from "#lab/problem/index.ts";
import type * as stub from "./stub.ts";

/** Searches an array. O(n) time for insert and remove, O(1) for getRandom, O(n) space. */
export class ArrayAlone {
  private readonly values: number[] = [];

  insert(val: number): boolean {
    if (this.values.includes(val)) return false;
    this.values.push(val);
    return true;
  }

  remove(val: number): boolean {
    const i = this.values.indexOf(val);
    if (i === -1) return false;
    this.values.splice(i, 1);
    return true;
  }

  getRandom(): number {
    return this.values[Math.floor(Math.random() * this.values.length)]!;
  }
}

/** Copies a Set into an array to draw from it. O(1) time for insert and remove, O(n) for getRandom, O(n) space. */
export class SetAlone {
  private readonly values = new Set<number>();

  insert(val: number): boolean {
    if (this.values.has(val)) return false;
    this.values.add(val);
    return true;
  }

  remove(val: number): boolean {
    return this.values.delete(val);
  }

  getRandom(): number {
    return [...this.values][Math.floor(Math.random() * this.values.size)]!;
  }
}

/** Fills the gap a removal leaves with the last element, and knows where each stands. O(1) time per call, O(n) space. */
export class ArrayAndMap {
  /** The elements, in no particular order and without gaps. */
  readonly values: number[] = [];
  /** `values[indexOf.get(val)]` is val, for each element and nothing else. */
  private readonly indexOf = new Map<number, number>();

  insert(val: number): boolean {
    if (this.indexOf.has(val)) return false;
    this.indexOf.set(val, this.values.length);
    this.values.push(val);
    return true;
  }

  remove(val: number): boolean {
    const gap = this.indexOf.get(val);
    if (gap === undefined) return false;
    const last = this.values.at(-1)!;
    this.values[gap] = last;
    this.indexOf.set(last, gap);
    this.values.pop();
    this.indexOf.delete(val);
    return true;
  }

  getRandom(): number {
    return this.values[Math.floor(Math.random() * this.values.length)]!;
  }
}

export default {
  "array alone": { growth: "n", RandomizedSet: ArrayAlone },
  "set alone": { growth: "n", RandomizedSet: SetAlone },
  "array and map": { growth: "1", RandomizedSet: ArrayAndMap },
} satisfies Approaches<typeof stub>;

import type { Approaches } from "#lab/problem/index.ts";
import type * as stub from "./stub.ts";

/** Tries all three places and keeps what it has not seen before. O(n³) time, O(1) space beside the answer. */
export function everyTriplet(nums: number[]): number[][] {
  const found = new Map<string, number[]>();
  for (let i = 0; i < nums.length; i++) {
    for (let j = i + 1; j < nums.length; j++) {
      for (let k = j + 1; k < nums.length; k++) {
        if (nums[i]! + nums[j]! + nums[k]! !== 0) continue;
        const triplet = [nums[i]!, nums[j]!, nums[k]!].sort((a, b) => a - b);
        found.set(triplet.join(","), triplet);
      }
    }
  }
  return [...found.values()];
}

/** Sorts, then walks two pointers towards each other behind each value. O(n²) time, O(n) space. */
export function sortedPointers(nums: number[]): number[][] {
  const sorted = [...nums].sort((a, b) => a - b);
  const triplets: number[][] = [];
  for (let i = 0; i < sorted.length && sorted[i]! <= 0; i++) {
    if (i > 0 && sorted[i] === sorted[i - 1]) continue;
    let low = i + 1;
    let high = sorted.length - 1;
    while (low < high) {
      const sum = sorted[i]! + sorted[low]! + sorted[high]!;
      if (sum > 0) high--;
      else if (sum < 0) low++;
      else {
        triplets.push([sorted[i]!, sorted[low]!, sorted[high]!]);
        do low++;
        while (sorted[low] === sorted[low - 1]);
      }
    }
  }
  return triplets;
}

/** Pairs the different values in ascending order and asks for copies of the third. O(n²) time, O(n) space. */
export function countedValues(nums: number[]): number[][] {
  const copies = new Map<number, number>();
  for (const x of nums) copies.set(x, (copies.get(x) ?? 0) + 1);
  const values = [...copies.keys()].sort((a, b) => a - b);
  const triplets: number[][] = [];
  for (let i = 0; i < values.length; i++) {
    for (let j = i; j < values.length; j++) {
      const third = 0 - values[i]! - values[j]!;
      if (third < values[j]!) break;
      if (!copies.has(third)) continue;
      const triplet = [values[i]!, values[j]!, third];
      const enough = triplet.every((x) => triplet.filter((y) => y === x).length <= copies.get(x)!);
      if (enough) triplets.push(triplet);
    }
  }
  return triplets;
}

/** Solves two-sum behind each element with a set. O(n²) time, O(n) space beside the answer. */
export function setForEachFirst(nums: number[]): number[][] {
  const found = new Map<string, number[]>();
  for (let i = 0; i < nums.length; i++) {
    const passed = new Set<number>();
    for (let j = i + 1; j < nums.length; j++) {
      const third = 0 - nums[i]! - nums[j]!;
      if (passed.has(third)) {
        const triplet = [nums[i]!, third, nums[j]!].sort((a, b) => a - b);
        found.set(triplet.join(","), triplet);
      }
      passed.add(nums[j]!);
    }
  }
  return [...found.values()];
}

export default {
  "every triplet": { growth: "n³", threeSum: everyTriplet },
  "sorted pointers": { growth: "n²", threeSum: sortedPointers },
  "counted values": { growth: "n²", threeSum: countedValues },
  "set for each first number": { growth: "n²", threeSum: setForEachFirst },
} satisfies Approaches<typeof stub>;

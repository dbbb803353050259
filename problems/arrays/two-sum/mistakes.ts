import type { Mistakes } from "#lab/problem/index.ts";
import type problem from "./problem.ts";

export default {
  "uses the same element twice": {
    law: "two different indices",
    input: [[1, 0, 2], 2],
    twoSum(nums, target) {
      for (let i = 0; i < nums.length; i++) {
        for (let j = i; j < nums.length; j++) {
          if (nums[i]! + nums[j]! === target) return [i, j];
        }
      }
      return [];
    },
  },
  "fills the map first and pairs an element with itself": {
    law: "two different indices",
    input: [[1, 0, 2], 2],
    twoSum(nums, target) {
      const indexOf = new Map(nums.map((x, i) => [x, i]));
      for (let i = 0; i < nums.length; i++) {
        const j = indexOf.get(target - nums[i]!);
        if (j !== undefined) return [i, j];
      }
      return [];
    },
  },
  "takes index 0 for nothing found": {
    law: "two indices",
    input: [[0, 1], 1],
    twoSum(nums, target) {
      const indexOf = new Map<number, number>();
      for (let i = 0; i < nums.length; i++) {
        const partner = indexOf.get(target - nums[i]!);
        if (partner) return [partner, i];
        indexOf.set(nums[i]!, i);
      }
      return [];
    },
  },
  "returns the values instead of their places": {
    law: "both are places in nums",
    input: [[0, 2], 2],
    twoSum(nums, target) {
      const seen = new Set<number>();
      for (const x of nums) {
        if (seen.has(target - x)) return [target - x, x];
        seen.add(x);
      }
      return [];
    },
  },
  "returns places in the sorted array": {
    law: "the numbers there add up to target",
    input: [[2, 1, 0], 1],
    twoSum(nums, target) {
      const sorted = [...nums].sort((a, b) => a - b);
      let low = 0;
      let high = sorted.length - 1;
      while (sorted[low]! + sorted[high]! !== target) {
        if (sorted[low]! + sorted[high]! < target) low++;
        else high--;
      }
      return [low, high];
    },
  },
  "skips elements larger than the target": {
    law: "two indices",
    input: [[0, -1], -1],
    twoSum(nums, target) {
      for (let i = 0; i < nums.length; i++) {
        if (nums[i]! > target) continue;
        for (let j = i + 1; j < nums.length; j++) {
          if (nums[i]! + nums[j]! === target) return [i, j];
        }
      }
      return [];
    },
  },
} satisfies Mistakes<typeof problem>;

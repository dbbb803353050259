import type { Mistakes } from "#lab/problem/index.ts";
import type problem from "./problem.ts";

export default {
  "uses the same element twice": {
    law: "each can be drawn from nums",
    input: [[0, 0, 1]],
    threeSum(nums) {
      const values = new Set(nums);
      const found = new Map<string, number[]>();
      for (let i = 0; i < nums.length; i++) {
        for (let j = i + 1; j < nums.length; j++) {
          const third = 0 - nums[i]! - nums[j]!;
          if (!values.has(third)) continue;
          const triplet = [nums[i]!, nums[j]!, third].sort((a, b) => a - b);
          found.set(triplet.join(","), triplet);
        }
      }
      return [...found.values()];
    },
  },
  "looks for the sum instead of its opposite": {
    law: "each adds up to 0",
    input: [[0, 1, 1]],
    threeSum(nums) {
      const found = new Map<string, number[]>();
      for (let i = 0; i < nums.length; i++) {
        const passed = new Set<number>();
        for (let j = i + 1; j < nums.length; j++) {
          const third = nums[i]! + nums[j]!;
          if (passed.has(third)) {
            const triplet = [nums[i]!, nums[j]!, third].sort((a, b) => a - b);
            found.set(triplet.join(","), triplet);
          }
          passed.add(nums[j]!);
        }
      }
      return [...found.values()];
    },
  },
  "returns places instead of values": {
    law: "each can be drawn from nums",
    input: [[0, 0, 0]],
    threeSum(nums) {
      const found = new Map<string, number[]>();
      for (let i = 0; i < nums.length; i++) {
        const placeOf = new Map<number, number>();
        for (let j = i + 1; j < nums.length; j++) {
          const third = 0 - nums[i]! - nums[j]!;
          const k = placeOf.get(third);
          if (k !== undefined) {
            const key = [nums[i]!, nums[j]!, third].sort((a, b) => a - b).join(",");
            found.set(key, [i, k, j]);
          }
          placeOf.set(nums[j]!, j);
        }
      }
      return [...found.values()];
    },
  },
  "takes another order for another triplet": {
    law: "no triplet is there twice",
    input: [[0, 1, -1, 0]],
    threeSum(nums) {
      const found = new Map<string, number[]>();
      for (let i = 0; i < nums.length; i++) {
        const passed = new Set<number>();
        for (let j = i + 1; j < nums.length; j++) {
          const third = 0 - nums[i]! - nums[j]!;
          const triplet = [nums[i]!, third, nums[j]!];
          if (passed.has(third)) found.set(triplet.join(","), triplet);
          passed.add(nums[j]!);
        }
      }
      return [...found.values()];
    },
  },
  "does not skip equal numbers": {
    law: "no triplet is there twice",
    input: [[0, 0, 0, 0]],
    threeSum(nums) {
      nums.sort((a, b) => a - b);
      const triplets: number[][] = [];
      for (let i = 0; i < nums.length; i++) {
        let low = i + 1;
        let high = nums.length - 1;
        while (low < high) {
          const sum = nums[i]! + nums[low]! + nums[high]!;
          if (sum === 0) triplets.push([nums[i]!, nums[low++]!, nums[high--]!]);
          else if (sum < 0) low++;
          else high--;
        }
      }
      return triplets;
    },
  },
  "skips equal first numbers only": {
    law: "no triplet is there twice",
    input: [[0, 0, 0, 0, 0]],
    threeSum(nums) {
      nums.sort((a, b) => a - b);
      const triplets: number[][] = [];
      for (let i = 0; i < nums.length; i++) {
        if (i > 0 && nums[i] === nums[i - 1]) continue;
        let low = i + 1;
        let high = nums.length - 1;
        while (low < high) {
          const sum = nums[i]! + nums[low]! + nums[high]!;
          if (sum === 0) triplets.push([nums[i]!, nums[low++]!, nums[high--]!]);
          else if (sum < 0) low++;
          else high--;
        }
      }
      return triplets;
    },
  },
  "never takes a second number equal to the first": {
    law: "none is missing",
    input: [[0, 0, 0]],
    threeSum(nums) {
      nums.sort((a, b) => a - b);
      const triplets: number[][] = [];
      for (let i = 0; i < nums.length; i++) {
        if (nums[i] === nums[i + 1]) continue;
        let low = i + 1;
        let high = nums.length - 1;
        while (low < high) {
          const sum = nums[i]! + nums[low]! + nums[high]!;
          if (sum === 0) {
            triplets.push([nums[i]!, nums[low]!, nums[high]!]);
            while (nums[low] === nums[low + 1]) low++;
            low++;
          } else if (sum < 0) low++;
          else high--;
        }
      }
      return triplets;
    },
  },
  "keeps one copy of each value": {
    law: "none is missing",
    input: [[0, 0, 0]],
    threeSum(nums) {
      const values = [...new Set(nums)].sort((a, b) => a - b);
      const triplets: number[][] = [];
      for (let i = 0; i < values.length; i++) {
        let low = i + 1;
        let high = values.length - 1;
        while (low < high) {
          const sum = values[i]! + values[low]! + values[high]!;
          if (sum === 0) triplets.push([values[i]!, values[low++]!, values[high--]!]);
          else if (sum < 0) low++;
          else high--;
        }
      }
      return triplets;
    },
  },
  "stops at a first number of 0": {
    law: "none is missing",
    input: [[0, 0, 0]],
    threeSum(nums) {
      nums.sort((a, b) => a - b);
      const triplets: number[][] = [];
      for (let i = 0; i < nums.length; i++) {
        if (nums[i]! >= 0) break;
        if (i > 0 && nums[i] === nums[i - 1]) continue;
        let low = i + 1;
        let high = nums.length - 1;
        while (low < high) {
          const sum = nums[i]! + nums[low]! + nums[high]!;
          if (sum === 0) {
            triplets.push([nums[i]!, nums[low]!, nums[high]!]);
            while (nums[low] === nums[low + 1]) low++;
            low++;
          } else if (sum < 0) low++;
          else high--;
        }
      }
      return triplets;
    },
  },
  "stops at the first triplet of each first number": {
    law: "none is missing",
    input: [[-2, 0, 1, 1, 2]],
    threeSum(nums) {
      nums.sort((a, b) => a - b);
      const triplets: number[][] = [];
      for (let i = 0; i < nums.length; i++) {
        if (i > 0 && nums[i] === nums[i - 1]) continue;
        let low = i + 1;
        let high = nums.length - 1;
        while (low < high) {
          const sum = nums[i]! + nums[low]! + nums[high]!;
          if (sum === 0) {
            triplets.push([nums[i]!, nums[low]!, nums[high]!]);
            break;
          }
          if (sum < 0) low++;
          else high--;
        }
      }
      return triplets;
    },
  },
  "sorts the numbers as strings": {
    law: "none is missing",
    input: [[-1, -1, -2, 3]],
    threeSum(nums) {
      nums.sort();
      const triplets: number[][] = [];
      for (let i = 0; i < nums.length; i++) {
        if (i > 0 && nums[i] === nums[i - 1]) continue;
        let low = i + 1;
        let high = nums.length - 1;
        while (low < high) {
          const sum = nums[i]! + nums[low]! + nums[high]!;
          if (sum === 0) {
            triplets.push([nums[i]!, nums[low]!, nums[high]!]);
            while (nums[low] === nums[low + 1]) low++;
            low++;
          } else if (sum < 0) low++;
          else high--;
        }
      }
      return triplets;
    },
  },
  "stops one first number too early": {
    law: "none is missing",
    input: [[0, 0, 0]],
    threeSum(nums) {
      nums.sort((a, b) => a - b);
      const triplets: number[][] = [];
      for (let i = 0; i < nums.length - 3; i++) {
        if (i > 0 && nums[i] === nums[i - 1]) continue;
        let low = i + 1;
        let high = nums.length - 1;
        while (low < high) {
          const sum = nums[i]! + nums[low]! + nums[high]!;
          if (sum === 0) {
            triplets.push([nums[i]!, nums[low]!, nums[high]!]);
            while (nums[low] === nums[low + 1]) low++;
            low++;
          } else if (sum < 0) low++;
          else high--;
        }
      }
      return triplets;
    },
  },
} satisfies Mistakes<typeof problem>;

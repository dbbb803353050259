import type { Mistakes } from "#lab/problem/index.ts";
import type problem from "./problem.ts";

export default {
  "lets the empty subarray win": {
    law: "some subarray has that sum",
    input: [[-1]],
    maxSubArray(nums) {
      let best = 0;
      let sum = 0;
      for (const x of nums) {
        sum = Math.max(0, sum + x);
        best = Math.max(best, sum);
      }
      return best;
    },
  },
  "leaves out what lies between": {
    law: "some subarray has that sum",
    input: [[1, -1, 1]],
    maxSubArray(nums) {
      const positive = nums.filter((x) => x > 0);
      if (positive.length === 0) return Math.max(...nums);
      return positive.reduce((sum, x) => sum + x);
    },
  },
  "counts the first element twice": {
    law: "some subarray has that sum",
    input: [[1]],
    maxSubArray(nums) {
      let best = nums[0]!;
      let sum = nums[0]!;
      for (const x of nums) {
        sum = Math.max(x, sum + x);
        best = Math.max(best, sum);
      }
      return best;
    },
  },
  "takes the lowest prefix sum wherever it stands": {
    law: "some subarray has that sum",
    input: [[-1]],
    maxSubArray(nums) {
      const prefixSums = [0];
      for (const x of nums) prefixSums.push(prefixSums.at(-1)! + x);
      return Math.max(...prefixSums) - Math.min(...prefixSums);
    },
  },
  "never lets a subarray begin at the first element": {
    law: "no subarray has a larger sum",
    input: [[1, 1]],
    maxSubArray(nums) {
      let best = nums[0]!;
      let sum = nums[0]!;
      let lowest = nums[0]!;
      for (let i = 1; i < nums.length; i++) {
        sum += nums[i]!;
        best = Math.max(best, sum - lowest);
        lowest = Math.min(lowest, sum);
      }
      return best;
    },
  },
  "starts anew at every negative number": {
    law: "no subarray has a larger sum",
    input: [[2, -1, 2]],
    maxSubArray(nums) {
      let best = -Infinity;
      let sum = 0;
      for (const x of nums) {
        sum = x < 0 ? 0 : sum + x;
        best = Math.max(best, x < 0 ? x : sum);
      }
      return best;
    },
  },
  "starts anew when an element exceeds the sum": {
    law: "no subarray has a larger sum",
    input: [[1, 2]],
    maxSubArray(nums) {
      let best = -Infinity;
      let sum = -Infinity;
      for (const x of nums) {
        if (x > sum) sum = x;
        else sum += x;
        best = Math.max(best, sum);
      }
      return best;
    },
  },
  "returns the sum that ends at the last element": {
    law: "no subarray has a larger sum",
    input: [[0, -1]],
    maxSubArray(nums) {
      return nums.reduce((sum, x) => Math.max(x, sum + x));
    },
  },
  "forgets the subarrays that cross the middle": {
    law: "no subarray has a larger sum",
    input: [[1, 1]],
    maxSubArray(nums) {
      const bestOf = (from: number, to: number): number => {
        if (to - from === 1) return nums[from]!;
        const middle = (from + to) >> 1;
        return Math.max(bestOf(from, middle), bestOf(middle, to));
      };
      return bestOf(0, nums.length);
    },
  },
} satisfies Mistakes<typeof problem>;

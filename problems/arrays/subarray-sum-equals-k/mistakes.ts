import type { Mistakes } from "#lab/problem/index.ts";
import type problem from "./problem.ts";

export default {
  "misses the subarrays that begin at the first element": {
    law: "counts every subarray that adds up to k",
    input: [[0], 0],
    subarraySum(nums, k) {
      const times = new Map<number, number>();
      let sum = 0;
      let count = 0;
      for (const x of nums) {
        sum += x;
        count += times.get(sum - k) ?? 0;
        times.set(sum, (times.get(sum) ?? 0) + 1);
      }
      return count;
    },
  },
  "counts empty subarrays": {
    law: "counts each of them once, and no other",
    input: [[1], 0],
    subarraySum(nums, k) {
      const times = new Map([[0, 1]]);
      let sum = 0;
      let count = 0;
      for (const x of nums) {
        sum += x;
        times.set(sum, (times.get(sum) ?? 0) + 1);
        count += times.get(sum - k) ?? 0;
      }
      return count;
    },
  },
  "remembers that a sum occurred, not how often": {
    law: "counts every subarray that adds up to k",
    input: [[0, 0], 0],
    subarraySum(nums, k) {
      const seen = new Set([0]);
      let sum = 0;
      let count = 0;
      for (const x of nums) {
        sum += x;
        if (seen.has(sum - k)) count++;
        seen.add(sum);
      }
      return count;
    },
  },
  "adds k where it should be taken away": {
    law: "counts every subarray that adds up to k",
    input: [[1], 1],
    subarraySum(nums, k) {
      const times = new Map([[0, 1]]);
      let sum = 0;
      let count = 0;
      for (const x of nums) {
        sum += x;
        count += times.get(sum + k) ?? 0;
        times.set(sum, (times.get(sum) ?? 0) + 1);
      }
      return count;
    },
  },
  "looks for what is missing to k": {
    law: "counts every subarray that adds up to k",
    input: [[1, 1], 1],
    subarraySum(nums, k) {
      const times = new Map([[0, 1]]);
      let sum = 0;
      let count = 0;
      for (const x of nums) {
        sum += x;
        count += times.get(k - sum) ?? 0;
        times.set(sum, (times.get(sum) ?? 0) + 1);
      }
      return count;
    },
  },
  "moves a window, as if no element were negative": {
    law: "counts every subarray that adds up to k",
    input: [[1, -1], 0],
    subarraySum(nums, k) {
      let count = 0;
      let sum = 0;
      let left = 0;
      for (const [right, x] of nums.entries()) {
        sum += x;
        while (sum > k && left <= right) sum -= nums[left++]!;
        if (sum === k && left <= right) count++;
      }
      return count;
    },
  },
  "gives up a start when its sum exceeds k": {
    law: "counts every subarray that adds up to k",
    input: [[1, -1], 0],
    subarraySum(nums, k) {
      let count = 0;
      for (let start = 0; start < nums.length; start++) {
        let sum = 0;
        for (let end = start; end < nums.length && sum <= k; end++) {
          sum += nums[end]!;
          if (sum === k) count++;
        }
      }
      return count;
    },
  },
  "takes only the shortest from each start": {
    law: "counts every subarray that adds up to k",
    input: [[0, 0], 0],
    subarraySum(nums, k) {
      let count = 0;
      for (let start = 0; start < nums.length; start++) {
        let sum = 0;
        for (let end = start; end < nums.length; end++) {
          sum += nums[end]!;
          if (sum === k) {
            count++;
            break;
          }
        }
      }
      return count;
    },
  },
  "starts anew behind each subarray that it finds": {
    law: "counts every subarray that adds up to k",
    input: [[0, 0], 0],
    subarraySum(nums, k) {
      let seen = new Set([0]);
      let sum = 0;
      let count = 0;
      for (const x of nums) {
        sum += x;
        if (seen.has(sum - k)) {
          count++;
          sum = 0;
          seen = new Set();
        }
        seen.add(sum);
      }
      return count;
    },
  },
} satisfies Mistakes<typeof problem>;

import type { Mistakes } from "#lab/problem/index.ts";
import type problem from "./problem.ts";

export default {
  "searches as if nothing had been rotated": {
    law: "-1 only when the target is missing",
    input: [[1, 0], 0],
    search(nums, target) {
      let low = 0;
      let high = nums.length - 1;
      while (low <= high) {
        const middle = (low + high) >> 1;
        if (nums[middle] === target) return middle;
        if (nums[middle]! < target) low = middle + 1;
        else high = middle - 1;
      }
      return -1;
    },
  },
  "takes a single element for an unsorted half": {
    law: "-1 only when the target is missing",
    input: [[1, 0], 0],
    search(nums, target) {
      let low = 0;
      let high = nums.length - 1;
      while (low <= high) {
        const middle = (low + high) >> 1;
        if (nums[middle] === target) return middle;
        if (nums[low]! < nums[middle]!) {
          if (nums[low]! <= target && target < nums[middle]!) high = middle - 1;
          else low = middle + 1;
        } else {
          if (nums[middle]! < target && target <= nums[high]!) low = middle + 1;
          else high = middle - 1;
        }
      }
      return -1;
    },
  },
  "leaves the ends of the sorted half out": {
    law: "-1 only when the target is missing",
    input: [[0, 1, 2], 0],
    search(nums, target) {
      let low = 0;
      let high = nums.length - 1;
      while (low <= high) {
        const middle = (low + high) >> 1;
        if (nums[middle] === target) return middle;
        if (nums[low]! <= nums[middle]!) {
          if (nums[low]! < target && target < nums[middle]!) high = middle - 1;
          else low = middle + 1;
        } else {
          if (nums[middle]! < target && target < nums[high]!) low = middle + 1;
          else high = middle - 1;
        }
      }
      return -1;
    },
  },
  "does not ask whether the sorted half begins later": {
    law: "-1 only when the target is missing",
    input: [[1, 0], 0],
    search(nums, target) {
      let low = 0;
      let high = nums.length - 1;
      while (low <= high) {
        const middle = (low + high) >> 1;
        if (nums[middle] === target) return middle;
        if (nums[low]! <= nums[middle]!) {
          if (target < nums[middle]!) high = middle - 1;
          else low = middle + 1;
        } else {
          if (nums[middle]! < target && target <= nums[high]!) low = middle + 1;
          else high = middle - 1;
        }
      }
      return -1;
    },
  },
  "never looks at the last element that is left": {
    law: "-1 only when the target is missing",
    input: [[0], 0],
    search(nums, target) {
      let low = 0;
      let high = nums.length - 1;
      while (low < high) {
        const middle = (low + high) >> 1;
        if (nums[middle] === target) return middle;
        if (nums[low]! <= nums[middle]!) {
          if (nums[low]! <= target && target < nums[middle]!) high = middle - 1;
          else low = middle + 1;
        } else {
          if (nums[middle]! < target && target <= nums[high]!) low = middle + 1;
          else high = middle - 1;
        }
      }
      return -1;
    },
  },
  "does not round the middle": {
    law: "-1 only when the target is missing",
    input: [[0, 1], 0],
    search(nums, target) {
      let low = 0;
      let high = nums.length - 1;
      while (low <= high) {
        const middle = (low + high) / 2;
        if (nums[middle] === target) return middle;
        if (nums[low]! <= nums[middle]!) {
          if (nums[low]! <= target && target < nums[middle]!) high = middle - 1;
          else low = middle + 1;
        } else {
          if (nums[middle]! < target && target <= nums[high]!) low = middle + 1;
          else high = middle - 1;
        }
      }
      return -1;
    },
  },
  "returns the place in the sorted array": {
    law: "the target stands there",
    input: [[1, 0], 0],
    search(nums, target) {
      return [...nums].sort((a, b) => a - b).indexOf(target);
    },
  },
  "returns where the target would have to be": {
    law: "-1 or a place in nums",
    input: [[0], 1],
    search(nums, target) {
      const cut = Math.max(
        0,
        nums.findIndex((x, i) => i > 0 && x < nums[i - 1]!),
      );
      const inFront = cut > 0 && target >= nums[0]!;
      let low = inFront ? 0 : cut;
      let high = inFront ? cut : nums.length;
      while (low < high) {
        const middle = (low + high) >> 1;
        if (nums[middle]! < target) low = middle + 1;
        else high = middle;
      }
      return low;
    },
  },
  "looks for the first element in the wrong part": {
    law: "-1 only when the target is missing",
    input: [[1, 0], 1],
    search(nums, target) {
      const cut = nums.findIndex((x, i) => i > 0 && x < nums[i - 1]!);
      let low = 0;
      let high = nums.length - 1;
      if (cut !== -1) {
        if (target > nums[0]!) high = cut - 1;
        else low = cut;
      }
      while (low <= high) {
        const middle = (low + high) >> 1;
        if (nums[middle] === target) return middle;
        if (nums[middle]! < target) low = middle + 1;
        else high = middle - 1;
      }
      return -1;
    },
  },
} satisfies Mistakes<typeof problem>;

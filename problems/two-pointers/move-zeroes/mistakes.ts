import type { Mistakes } from "#lab/problem/index.ts";
import type problem from "./problem.ts";

export default {
  "rebinds nums and leaves the array as it was": {
    law: "all zeroes stand at the end",
    input: [[0, 1]],
    moveZeroes(nums) {
      const { length } = nums;
      nums = nums.filter((x) => x !== 0);
      while (nums.length < length) nums.push(0);
    },
  },
  "skips the zero behind a zero it takes out": {
    law: "all zeroes stand at the end",
    input: [[0, 0, 1]],
    moveZeroes(nums) {
      for (let i = 0; i < nums.length; i++) {
        if (nums[i] === 0) {
          nums.splice(i, 1);
          nums.push(0);
        }
      }
    },
  },
  "meets the zeroes it has appended again and again": {
    law: "finishes",
    input: [[0]],
    inChild: true,
    moveZeroes(nums) {
      for (let i = 0; i < nums.length; i++) {
        if (nums[i] === 0) {
          nums.splice(i, 1);
          nums.push(0);
          i--;
        }
      }
    },
  },
  "takes the zeroes out and puts none back": {
    law: "nothing is lost or made up",
    input: [[0]],
    moveZeroes(nums) {
      for (let i = nums.length - 1; i >= 0; i--) {
        if (nums[i] === 0) nums.splice(i, 1);
      }
    },
  },
  "leaves old numbers in the tail": {
    law: "nothing is lost or made up",
    input: [[0, 1]],
    moveZeroes(nums) {
      let end = 0;
      for (const x of nums) {
        if (x !== 0) nums[end++] = x;
      }
    },
  },
  "wipes out a number that stands where it belongs": {
    law: "nothing is lost or made up",
    input: [[1]],
    moveZeroes(nums) {
      let end = 0;
      for (let i = 0; i < nums.length; i++) {
        if (nums[i] !== 0) {
          nums[end++] = nums[i]!;
          nums[i] = 0;
        }
      }
    },
  },
  "takes negative numbers for zeroes": {
    law: "nothing is lost or made up",
    input: [[-1]],
    moveZeroes(nums) {
      let end = 0;
      for (const x of nums) {
        if (x > 0) nums[end++] = x;
      }
      nums.fill(0, end);
    },
  },
  "sorts the numbers": {
    law: "the others keep their order",
    input: [[1, 2]],
    moveZeroes(nums) {
      nums.sort((a, b) => b - a);
    },
  },
  "fills the gaps from the end": {
    law: "the others keep their order",
    input: [[0, 1, 2]],
    moveZeroes(nums) {
      let low = 0;
      let high = nums.length - 1;
      while (low < high) {
        if (nums[low] !== 0) low++;
        else if (nums[high] === 0) high--;
        else [nums[low], nums[high]] = [nums[high]!, nums[low]!];
      }
    },
  },
  "makes a single pass of swaps between neighbours": {
    law: "all zeroes stand at the end",
    input: [[0, 0, 1]],
    moveZeroes(nums) {
      for (let i = 0; i + 1 < nums.length; i++) {
        if (nums[i] === 0) [nums[i], nums[i + 1]] = [nums[i + 1]!, nums[i]!];
      }
    },
  },
  "swaps a zero with a number before it": {
    law: "all zeroes stand at the end",
    input: [[1, 0]],
    moveZeroes(nums) {
      let zero = 0;
      let other = 0;
      while (zero < nums.length && other < nums.length) {
        if (nums[zero] !== 0) zero++;
        else if (nums[other] === 0) other++;
        else [nums[zero], nums[other]] = [nums[other]!, nums[zero]!];
      }
    },
  },
  "moves the zeroes to the front": {
    law: "all zeroes stand at the end",
    input: [[1, 0]],
    moveZeroes(nums) {
      let start = nums.length;
      for (let i = nums.length - 1; i >= 0; i--) {
        if (nums[i] !== 0) nums[--start] = nums[i]!;
      }
      nums.fill(0, 0, start);
    },
  },
} satisfies Mistakes<typeof problem>;

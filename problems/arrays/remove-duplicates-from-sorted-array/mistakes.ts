import type { Mistakes } from "#lab/problem/index.ts";
import type problem from "./problem.ts";

export default {
  "returns the last place instead of the number of places": {
    law: "k is the number of different values",
    input: [[0]],
    removeDuplicates(nums) {
      let last = 0;
      for (let i = 1; i < nums.length; i++) {
        if (nums[i] !== nums[last]) nums[++last] = nums[i]!;
      }
      return last;
    },
  },
  "never looks at the last element": {
    law: "k is the number of different values",
    input: [[0, 1]],
    removeDuplicates(nums) {
      let kept = 1;
      for (let i = 1; i < nums.length - 1; i++) {
        if (nums[i] !== nums[kept - 1]) nums[kept++] = nums[i]!;
      }
      return kept;
    },
  },
  "takes 0 for no value yet": {
    law: "k is the number of different values",
    input: [[0]],
    removeDuplicates(nums) {
      let previous = 0;
      let kept = 0;
      for (const x of nums) {
        if (x !== previous) nums[kept++] = x;
        previous = x;
      }
      return kept;
    },
  },
  "compares with the place it would write to": {
    law: "k is the number of different values",
    input: [[0, 1]],
    removeDuplicates(nums) {
      let kept = 1;
      for (let i = 1; i < nums.length; i++) {
        if (nums[i] !== nums[kept]) nums[kept++] = nums[i]!;
      }
      return kept;
    },
  },
  "skips the element after one it cuts out": {
    law: "k is the number of different values",
    input: [[0, 0, 0]],
    removeDuplicates(nums) {
      for (let i = 1; i < nums.length; i++) {
        if (nums[i] === nums[i - 1]) nums.splice(i, 1);
      }
      return nums.length;
    },
  },
  "returns how many it dropped": {
    law: "k is the number of different values",
    input: [[0]],
    removeDuplicates(nums) {
      let kept = 1;
      for (let i = 1; i < nums.length; i++) {
        if (nums[i] !== nums[kept - 1]) nums[kept++] = nums[i]!;
      }
      return nums.length - kept;
    },
  },
  "leaves nums as it was": {
    law: "no value stands twice in the first k places",
    input: [[0, 0, 1]],
    removeDuplicates(nums) {
      nums = [...new Set(nums)];
      return nums.length;
    },
  },
  "overwrites the value it keeps": {
    law: "no value stands twice in the first k places",
    input: [[0, 1]],
    removeDuplicates(nums) {
      let last = 0;
      for (let i = 1; i < nums.length; i++) {
        if (nums[i] !== nums[last]) nums[last++] = nums[i]!;
      }
      return last + 1;
    },
  },
  "sorts the values as strings": {
    law: "the first k places are in ascending order",
    input: [[-2, -1]],
    removeDuplicates(nums) {
      const values = [...new Set(nums)].sort();
      for (let i = 0; i < values.length; i++) nums[i] = values[i]!;
      return values.length;
    },
  },
} satisfies Mistakes<typeof problem>;

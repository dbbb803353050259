import type { Mistakes } from "#lab/problem/index.ts";
import type problem from "./problem.ts";

export default {
  "sorts as strings": {
    law: "no number is followed by a smaller one",
    input: [[2, 10]],
    sortArray(nums) {
      return nums.sort();
    },
  },
  "compares with true and false": {
    law: "no number is followed by a smaller one",
    input: [[1, 0]],
    sortArray(nums) {
      return nums.sort((a, b) => Number(a > b));
    },
  },
  "never moves anything to the front": {
    law: "no number is followed by a smaller one",
    input: [[1, 0]],
    sortArray(nums) {
      for (let i = 1; i < nums.length; i++) {
        const num = nums[i]!;
        let j = i;
        while (j > 1 && nums[j - 1]! > num) {
          nums[j] = nums[j - 1]!;
          j--;
        }
        nums[j] = num;
      }
      return nums;
    },
  },
  "drops what is left of one half": {
    law: "the same numbers, each as often as in nums",
    input: [[0, 0]],
    sortArray: function sorted(nums: number[]): number[] {
      if (nums.length < 2) return nums;
      const middle = nums.length >> 1;
      const left = sorted(nums.slice(0, middle));
      const right = sorted(nums.slice(middle));
      const merged: number[] = [];
      let i = 0;
      let j = 0;
      while (i < left.length && j < right.length) {
        merged.push(left[i]! <= right[j]! ? left[i++]! : right[j++]!);
      }
      return merged;
    },
  },
  "loses numbers equal to the pivot": {
    law: "the same numbers, each as often as in nums",
    input: [[0, 0]],
    sortArray: function sorted(nums: number[]): number[] {
      if (nums.length < 2) return nums;
      const pivot = nums[nums.length >> 1]!;
      const smaller = nums.filter((num) => num < pivot);
      const larger = nums.filter((num) => num > pivot);
      return [...sorted(smaller), pivot, ...sorted(larger)];
    },
  },
  "looks at one child only": {
    law: "no number is followed by a smaller one",
    input: [[0, 1, 2]],
    sortArray(nums) {
      const siftDown = (root: number, end: number): void => {
        const child = 2 * root + 1;
        if (child >= end || nums[child]! <= nums[root]!) return;
        [nums[root], nums[child]] = [nums[child]!, nums[root]!];
        siftDown(child, end);
      };
      for (let root = nums.length >> 1; root >= 0; root--) siftDown(root, nums.length);
      for (let end = nums.length - 1; end > 0; end--) {
        [nums[0], nums[end]] = [nums[end]!, nums[0]!];
        siftDown(0, end);
      }
      return nums;
    },
  },
  "counts at negative indices": {
    law: "the same numbers, each as often as in nums",
    input: [[-1]],
    sortArray(nums) {
      const counts: number[] = [];
      for (const num of nums) counts[num] = (counts[num] ?? 0) + 1;
      const sorted: number[] = [];
      counts.forEach((times, num) => {
        for (let i = 0; i < times; i++) sorted.push(num);
      });
      return sorted;
    },
  },
  "turns equal digits round in each pass": {
    law: "no number is followed by a smaller one",
    input: [[0, 10, 11]],
    sortArray(nums) {
      const least = Math.min(...nums);
      const greatest = Math.max(...nums);
      let from = nums;
      for (let unit = 1; unit <= greatest - least; unit *= 10) {
        const digit = (num: number): number => Math.floor((num - least) / unit) % 10;
        const end = new Array<number>(10).fill(0);
        for (const num of from) end[digit(num)]!++;
        for (let d = 1; d < 10; d++) end[d]! += end[d - 1]!;
        const to = [...from];
        for (const num of from) to[--end[digit(num)]!] = num;
        from = to;
      }
      return from;
    },
  },
} satisfies Mistakes<typeof problem>;

import type { Mistakes } from "#lab/problem/index.ts";
import type problem from "./problem.ts";

export default {
  "counts the first element twice": {
    law: "one of the elements",
    input: [[1]],
    singleNumber(nums) {
      let combined = nums[0]!;
      for (const x of nums) combined ^= x;
      return combined;
    },
  },
  "expects equal elements side by side": {
    law: "it occurs once",
    input: [[0, 1, 0]],
    singleNumber(nums) {
      for (let i = 0; i < nums.length; i += 2) {
        if (nums[i] !== nums[i + 1]) return nums[i]!;
      }
      return nums.at(-1)!;
    },
  },
  "leaves out the last of the sorted elements": {
    law: "one of the elements",
    input: [[0]],
    singleNumber(nums) {
      const sorted = [...nums].sort((a, b) => a - b);
      for (let i = 0; i + 1 < sorted.length; i += 2) {
        if (sorted[i] !== sorted[i + 1]) return sorted[i]!;
      }
      return -1;
    },
  },
  "looks for a partner only further on": {
    law: "it occurs once",
    input: [[0, 0, 1]],
    singleNumber(nums) {
      return nums.find((x, i) => !nums.includes(x, i + 1))!;
    },
  },
  "takes a single 0 for nothing found": {
    law: "one of the elements",
    input: [[0]],
    singleNumber(nums) {
      const unpaired = new Set<number>();
      for (const x of nums) {
        if (unpaired.has(x)) unpaired.delete(x);
        else unpaired.add(x);
      }
      return [...unpaired].find((x) => x) ?? -1;
    },
  },
  "returns a key of an object, which is a string": {
    law: "returns a value of the right kind",
    input: [[0]],
    singleNumber(nums) {
      const countOf: Record<string, number> = {};
      for (const x of nums) countOf[x] = (countOf[x] ?? 0) + 1;
      for (const x in countOf) {
        if (countOf[x] === 1) return x as unknown as number;
      }
      return -1;
    },
  },
  "counts in an array, which has no negative places": {
    law: "one of the elements",
    input: [[-2]],
    singleNumber(nums) {
      const countOf: number[] = [];
      for (const x of nums) countOf[x] = (countOf[x] ?? 0) + 1;
      return countOf.indexOf(1);
    },
  },
  "puts the bits together without their sign": {
    law: "one of the elements",
    input: [[-1]],
    singleNumber(nums) {
      let single = 0;
      for (let bit = 0; bit < 32; bit++) {
        const ones = nums.filter((x) => (x >> bit) & 1).length;
        if (ones % 2 === 1) single += 2 ** bit;
      }
      return single;
    },
  },
} satisfies Mistakes<typeof problem>;

import type { Mistakes } from "#lab/problem/index.ts";
import type problem from "./problem.ts";

export default {
  "fills it up to the taller line": {
    law: "some pair of lines holds that much",
    input: [[0, 1]],
    maxArea(height) {
      let most = 0;
      for (let i = 0; i < height.length; i++) {
        for (let j = i + 1; j < height.length; j++) {
          most = Math.max(most, Math.max(height[i]!, height[j]!) * (j - i));
        }
      }
      return most;
    },
  },
  "counts the lines instead of the gaps between them": {
    law: "some pair of lines holds that much",
    input: [[1, 1]],
    maxArea(height) {
      let left = 0;
      let right = height.length - 1;
      let most = 0;
      while (left < right) {
        most = Math.max(most, Math.min(height[left]!, height[right]!) * (right - left + 1));
        if (height[left]! < height[right]!) left++;
        else right--;
      }
      return most;
    },
  },
  "gives up the taller line": {
    law: "no pair of lines holds more",
    input: [[0, 1, 1]],
    maxArea(height) {
      let left = 0;
      let right = height.length - 1;
      let most = 0;
      while (left < right) {
        most = Math.max(most, Math.min(height[left]!, height[right]!) * (right - left));
        if (height[left]! > height[right]!) left++;
        else right--;
      }
      return most;
    },
  },
  "gives up a line before it measures": {
    law: "no pair of lines holds more",
    input: [[1, 1]],
    maxArea(height) {
      let left = 0;
      let right = height.length - 1;
      let most = 0;
      while (left < right) {
        if (height[left]! < height[right]!) left++;
        else right--;
        most = Math.max(most, Math.min(height[left]!, height[right]!) * (right - left));
      }
      return most;
    },
  },
  "moves towards the taller neighbour": {
    law: "no pair of lines holds more",
    input: [[0, 1, 1]],
    maxArea(height) {
      let left = 0;
      let right = height.length - 1;
      let most = 0;
      while (left < right) {
        most = Math.max(most, Math.min(height[left]!, height[right]!) * (right - left));
        if (height[left + 1]! > height[right - 1]!) left++;
        else right--;
      }
      return most;
    },
  },
  "stops when the next container holds less": {
    law: "no pair of lines holds more",
    input: [[1, 0, 3, 0, 3]],
    maxArea(height) {
      let left = 0;
      let right = height.length - 1;
      let most = 0;
      while (left < right) {
        const water = Math.min(height[left]!, height[right]!) * (right - left);
        if (water < most) break;
        most = water;
        if (height[left]! < height[right]!) left++;
        else right--;
      }
      return most;
    },
  },
  "takes the two tallest lines": {
    law: "no pair of lines holds more",
    input: [[1, 1, 1]],
    maxArea(height) {
      const [tallest, second] = height.map((_, i) => i).sort((a, b) => height[b]! - height[a]!);
      return height[second!]! * Math.abs(tallest! - second!);
    },
  },
  "has the lines in between take up room": {
    law: "no pair of lines holds more",
    input: [[1, 1]],
    maxArea(height) {
      let water = 0;
      for (let i = 0; i < height.length; i++) {
        const left = Math.max(...height.slice(0, i + 1));
        const right = Math.max(...height.slice(i));
        water += Math.min(left, right) - height[i]!;
      }
      return water;
    },
  },
} satisfies Mistakes<typeof problem>;

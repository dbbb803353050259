import type { Approaches } from "#lab/problem/index.ts";
import { bubbleSort } from "./sorts/bubble-sort.ts";
import { countingSort } from "./sorts/counting-sort.ts";
import { heapSort } from "./sorts/heap-sort.ts";
import { insertionSort } from "./sorts/insertion-sort.ts";
import { mergeSort } from "./sorts/merge-sort.ts";
import { quickSort } from "./sorts/quick-sort.ts";
import { radixSort } from "./sorts/radix-sort.ts";
import { selectionSort } from "./sorts/selection-sort.ts";
import { shellSort } from "./sorts/shell-sort.ts";
import { timSort } from "./sorts/tim-sort.ts";
import type * as stub from "./stub.ts";

function itself(num: number): number {
  return num;
}

export default {
  "insertion sort": { growth: "n²", sortArray: (nums) => insertionSort(nums, itself) },
  "selection sort": { growth: "n²", sortArray: (nums) => selectionSort(nums, itself) },
  "bubble sort": { growth: "n²", sortArray: (nums) => bubbleSort(nums, itself) },
  // It is n log² n: the lab knows no class between n log n and n².
  "shell sort": { growth: "n²", sortArray: (nums) => shellSort(nums, itself) },
  "merge sort": { growth: "n log n", sortArray: (nums) => mergeSort(nums, itself) },
  "quick sort": { growth: "n log n", sortArray: (nums) => quickSort(nums, itself) },
  "heap sort": { growth: "n log n", sortArray: (nums) => heapSort(nums, itself) },
  "counting sort": { growth: "n", sortArray: (nums) => countingSort(nums, itself) },
  "radix sort": { growth: "n", sortArray: (nums) => radixSort(nums, itself) },
  "tim sort": { growth: "n log n", sortArray: (nums) => timSort(nums, itself) },
} satisfies Approaches<typeof stub>;

/**
 * How large `append` makes the next array: Go 1.23's rule, with its allocator's rounding, for 64-bit machines.
 * From runtime/slice.go, runtime/msize.go and runtime/sizeclasses.go; compared with a real Go 1.23.5 on linux/amd64.
 */
import { runtimeError } from "../runtime/panic.ts";
import type { Type } from "../runtime/types.ts";

/** The most bytes one allocation can be asked for: what 48 bits address. */
export const maxAlloc = 2 ** 48;

/** The capacity after growing from `oldCap`, which is too small, to hold `newLen` elements. O(1). Panics above 2^48 bytes. */
export function grownCap(element: Type<unknown>, newLen: number, oldCap: number): number {
  const { size, pointers } = element;
  if (size === 0) return newLen;
  const bytes = roundUpSize(nextSliceCap(newLen, oldCap) * size, !pointers);
  if (bytes > maxAlloc) throw runtimeError("growslice: len out of range");
  return Math.floor(bytes / size);
}

/** Doubling up to here; from here on a growth that falls smoothly from double to a quarter more. */
const threshold = 256;

/** The capacity wished for, before the allocator has its say. */
function nextSliceCap(newLen: number, oldCap: number): number {
  if (newLen > 2 * oldCap) return newLen;
  if (oldCap < threshold) return 2 * oldCap;
  let cap = oldCap;
  while (cap < newLen) cap += Math.floor((cap + 3 * threshold) / 4);
  return cap;
}

const pageSize = 8192;
const largestClass = 32768;
/** Above this many bytes, what holds pointers carries a word that says where they are. */
const largestWithoutHeader = 512;
const header = 8;

/** The bytes that an allocation of `bytes` really offers; `noscan` says that it holds no pointers. O(1). */
export function roundUpSize(bytes: number, noscan: boolean): number {
  if (bytes > largestClass - header) return Math.ceil(bytes / pageSize) * pageSize;
  const taken = !noscan && bytes > largestWithoutHeader ? header : 0;
  return sizeClasses.find((size) => size >= bytes + taken)! - taken;
}

/** The sizes in which small objects are allocated. */
const sizeClasses = [
  0, 8, 16, 24, 32, 48, 64, 80, 96, 112, 128, 144, 160, 176, 192, 208, 224, 240, 256, 288, 320, 352, 384, 416,
  448, 480, 512, 576, 640, 704, 768, 896, 1024, 1152, 1280, 1408, 1536, 1792, 2048, 2304, 2688, 3072, 3200,
  3456, 4096, 4864, 5376, 6144, 6528, 6784, 6912, 8192, 9472, 9728, 10240, 10880, 12288, 13568, 14336, 16384,
  18432, 19072, 20480, 21760, 24576, 27264, 28672, 32768,
];

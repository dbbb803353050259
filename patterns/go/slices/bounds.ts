/**
 * Whether indices lie within bounds, and what Go says when they do not. Texts as in Go 1.23, runtime/error.go.
 *
 * Indices are checked from right to left, as compiled code does, so that each is compared with one known to be right,
 * and the first to fail is the one named: `s[-1:9]` of three elements complains of the 9.
 */
import { Misuse, type Panic, runtimeError } from "../runtime/panic.ts";

/** What the rightmost index is measured by: a slice has a capacity, an array and a string only have a length. */
export type Limit = "capacity" | "length";

/** `s[i]`: 0 <= i < length. Panics otherwise. */
export function checkIndex(i: number, length: number): void {
  if (isWithin(i, length - 1)) return;
  throw runtimeError(`index out of range [${i}]${i < 0 ? "" : ` with length ${length}`}`);
}

/** `s[low:high]`: 0 <= low <= high <= size. Panics otherwise. */
export function checkBounds(low: number, high: number, size: number, limit: Limit): void {
  if (!isWithin(high, size)) throw outOfRange(`[:${high}]`, high < 0 ? "" : ` with ${limit} ${size}`);
  if (!isWithin(low, high)) throw outOfRange(low < 0 ? `[${low}:]` : `[${low}:${high}]`);
}

/** `s[low:high:max]`: 0 <= low <= high <= max <= size. Panics otherwise. */
export function checkFullBounds(low: number, high: number, max: number, size: number, limit: Limit): void {
  if (!isWithin(max, size)) throw outOfRange(`[::${max}]`, max < 0 ? "" : ` with ${limit} ${size}`);
  if (!isWithin(high, max)) throw outOfRange(high < 0 ? `[:${high}:]` : `[:${high}:${max}]`);
  if (!isWithin(low, high)) throw outOfRange(low < 0 ? `[${low}::]` : `[${low}:${high}:]`);
}

/** `[n]T(s)`: a slice must have at least as many elements as the array. Panics otherwise. */
export function checkConversion(length: number, n: number): void {
  if (isWithin(n, length)) return;
  throw runtimeError(
    `cannot convert slice with length ${length} to array or pointer to array with length ${n}`,
  );
}

/** `make([]T, length, capacity)`, where `most` elements can be addressed. Panics unless 0 <= length <= capacity <= most. */
export function checkMake(length: number, capacity: number, most: number): void {
  if (!isWithin(length, most)) throw runtimeError("makeslice: len out of range");
  if (length > capacity || !isWithin(capacity, most)) throw runtimeError("makeslice: cap out of range");
}

function isWithin(index: number, most: number): boolean {
  if (!Number.isSafeInteger(index)) throw new Misuse(`${index}: an index or a length is a whole number`);
  return index >= 0 && index <= most;
}

function outOfRange(bounds: string, limit = ""): Panic {
  return runtimeError(`slice bounds out of range ${bounds}${limit}`);
}

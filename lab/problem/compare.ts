import type { Check } from "./problem.ts";

/** The same value as the obvious approach's. */
export const sameAsObvious: Check<unknown, unknown> = (output, _input, wanted) => equal(output, wanted);

/** The same elements, equally often, as in the obvious approach's array. */
export const sameInAnyOrder: Check<unknown, readonly unknown[]> = (output, _input, wanted) =>
  equal(output.map(key).sort(), wanted.map(key).sort());

/** The same groups as in the obvious approach's, neither their order nor the order within them mattering. */
export const sameGroups: Check<unknown, readonly (readonly unknown[])[]> = (output, _input, wanted) => {
  const sorted = (groups: readonly (readonly unknown[])[]) =>
    groups.map((group) => key(group.map(key).sort())).sort();
  return equal(sorted(output), sorted(wanted));
};

/** The same as the obvious approach's, but that numbers may be off by `epsilon`, or by that share of a large one. */
export function sameWithin(epsilon: number): Check<unknown, unknown> {
  const close = (a: unknown, b: unknown): boolean => {
    if (Array.isArray(a) && Array.isArray(b))
      return a.length === b.length && a.every((x, i) => close(x, b[i]));
    if (typeof a !== "number" || typeof b !== "number") return equal(a, b);
    return Math.abs(a - b) <= epsilon * Math.max(1, Math.abs(b));
  };
  return (output, _input, wanted) => close(output, wanted);
}

/** Equality of plain data. 0 equals -0; NaN equals nothing. */
export function equal(a: unknown, b: unknown): boolean {
  if (a === b) return true;
  if (typeof a !== "object" || typeof b !== "object" || a === null || b === null) return false;
  if (Array.isArray(a) !== Array.isArray(b)) return false;
  const keys = Object.keys(a);
  if (keys.length !== Object.keys(b).length) return false;
  return keys.every((k) => Object.hasOwn(b, k) && equal(a[k as never], b[k as never]));
}

/** One string for each plain value, alike exactly when the values are equal. */
function key(value: unknown): string {
  return JSON.stringify(value);
}

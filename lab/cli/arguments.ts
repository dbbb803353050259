import { InvalidArgumentError } from "commander";

export const aName = "its name, LeetCode number, or an unambiguous part of the name";
export const asApproach = "a second approach of this name, beside the first";
export const asPlain = "lines below each other instead of a screen, for screen readers";

export function integer(text: string): number {
  const value = Number(text);
  if (!Number.isSafeInteger(value) || text.trim() === "")
    throw new InvalidArgumentError("it must be an integer.");
  return value;
}

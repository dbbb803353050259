import fc from "fast-check";
import { elementShape, type Shape } from "#lab/problem/shape.ts";

/** Outputs of the right shape and no sense: what a law must be able to look at without falling over. */
export function outputsOf(returns: Shape | Readonly<Record<string, Shape>>): fc.Arbitrary<unknown> {
  if (typeof returns === "string") return valuesOf(returns);
  return fc.record(
    Object.fromEntries(Object.entries(returns).map(([name, shape]) => [name, valuesOf(shape)])),
  );
}

const bases: Readonly<Record<string, fc.Arbitrary<unknown>>> = {
  number: fc.oneof(fc.integer({ min: -3, max: 12 }), fc.integer(), fc.double({ noNaN: true })),
  string: fc.string({ maxLength: 8 }),
  boolean: fc.boolean(),
  null: fc.constant(null),
};

function valuesOf(shape: Shape): fc.Arbitrary<unknown> {
  const element = elementShape(shape);
  if (element !== undefined) return fc.array(valuesOf(element), { maxLength: 8 });
  return fc.oneof(...shape.split(" | ").map((base) => bases[base]!));
}

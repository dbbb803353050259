/** Which values Go can compare and hash, for keys of maps and contexts and for compare-and-swap. */
import { runtimeError } from "../panic.ts";

/** Go's name of a type that has no `==`, if `value` is of one: a slice (here also any array), a map or a function. */
export function uncomparable(value: unknown): string | undefined {
  if (typeof value === "function") return "func()";
  if (Array.isArray(value)) return `[]${elementOf(value)}`;
  const name = declaredType(value);
  return name !== undefined && /^(\[\]|map\[)/.test(name) ? name : undefined;
}

/** Go's `==` on interface values. Panics when both are of one type that has none. */
export function equal(a: unknown, b: unknown): boolean {
  const name = uncomparable(a);
  if (name !== undefined && name === uncomparable(b)) {
    throw runtimeError(`comparing uncomparable type ${name}`);
  }
  return a === b;
}

/** Panics when `key` cannot be the key of a map. */
export function checkHashable(key: unknown): void {
  const name = uncomparable(key);
  if (name !== undefined) throw runtimeError(`hash of unhashable type ${name}`);
}

/** What maps and slices say of themselves. They are built on the runtime, so it knows them by their fields only. */
function declaredType(value: unknown): string | undefined {
  if (typeof value !== "object" || value === null) return undefined;
  if ("type" in value && isNamed(value.type)) return value.type.name;
  if ("element" in value && "cap" in value && isNamed(value.element)) return `[]${value.element.name}`;
  return undefined;
}

function isNamed(type: unknown): type is { readonly name: string } {
  return typeof type === "object" && type !== null && "name" in type && typeof type.name === "string";
}

/** A plain array does not know Go's type of its elements; the first one stands for all. */
function elementOf([first]: readonly unknown[]): string {
  if (typeof first === "string") return "string";
  if (typeof first === "boolean") return "bool";
  if (typeof first === "number") return Number.isInteger(first) ? "int" : "float64";
  return "interface {}";
}

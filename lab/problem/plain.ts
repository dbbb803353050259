/**
 * Thrown by an adapter that is handed something it cannot turn into plain data, such as a list with a cycle
 * where a plain list is wanted. The judge calls that a wrong answer and shows the description.
 */
export class NotPlain extends Error {
  override readonly name = "NotPlain";
}

/** Is `value` an object that may carry properties? */
export function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null;
}

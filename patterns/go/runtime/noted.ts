/**
 * Operations that are generator functions, called without `yield*`, do nothing. So that this is noticed, each call is
 * noted, and its `yield*` is seen by the question for the iterator.
 */
import { types } from "node:util";
import type { Go } from "./goroutine.ts";
import { type Call, clearCalled, missing, remember } from "./forgotten.ts";

type Body = (this: unknown, a?: unknown, b?: unknown, c?: unknown) => Go<unknown>;

/** `f`, a generator function of up to three arguments, which `text` names in messages: "sleep(d)". */
export function notedFunction<F extends (...args: never[]) => Go<unknown>>(text: string, f: F): F {
  const call: Call = {
    get missing() {
      return missing(text);
    },
  };
  const body = f as unknown as Body;
  Object.defineProperty(f.prototype, Symbol.iterator, {
    value(this: Go<unknown>) {
      clearCalled();
      return this;
    },
  });
  const calling: Body = function (a, b, c) {
    const made = body.call(this, a, b, c);
    remember(call);
    return made;
  };
  // What a goroutine is called that is started with it.
  Object.defineProperty(calling, "name", { value: text.slice(0, text.indexOf("(")) });
  return calling as unknown as F;
}

/** Does so with every generator method of a class; `name` stands for its objects in messages: "wg" in "wg.wait()". */
export function noteMethods({ prototype }: { readonly prototype: object }, name: string): void {
  for (const [method, property] of Object.entries(Object.getOwnPropertyDescriptors(prototype))) {
    const body: unknown = property.value;
    if (!types.isGeneratorFunction(body)) continue;
    const text = `${name}.${method}(${body.length === 0 ? "" : "…"})`;
    const value = notedFunction(text, body as unknown as () => Go<unknown>);
    Object.defineProperty(prototype, method, { ...property, value });
  }
}

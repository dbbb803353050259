/** From what `go` was given to a generator that the run loop can resume. */
import { types } from "node:util";
import type { Go, Goroutine, Park } from "./goroutine.ts";
import { Misuse } from "./panic.ts";
import { refuse } from "./world.ts";

/**
 * Every `function*` expression that is evaluated makes generators of a hidden class of their own, so that looking up their
 * `next` is never cached. This one is found once.
 */
const generatorFunction = Object.getPrototypeOf(function* () {
  yield;
}) as { readonly prototype: Go<unknown> };
// eslint-disable-next-line @typescript-eslint/unbound-method -- called with the generator
export const { next: nextOf } = generatorFunction.prototype;

/** Begins the goroutine: evaluates its function, but runs nothing of it yet where that is a generator function. */
export function begin(g: Goroutine): Go<unknown> {
  if (Object.getPrototypeOf(g.start) === generatorFunction) {
    const generator = (g.args.length === 0 ? g.start() : g.start(...(g.args as never[]))) as Go<unknown>;
    g.iterator = generator;
    return generator;
  }
  const made: unknown = g.start(...(g.args as never[]));
  refuseAsync(made, `go ${g.name}: an async function cannot be a goroutine`);
  // To ask for the iterator is what `yield*` does as well: by that an operation knows that it has begun.
  const generator = types.isGeneratorObject(made)
    ? (made as Go<unknown>)[Symbol.iterator]()
    : throughout(made);
  g.iterator = generator;
  return generator;
}

export function isGenerator(made: unknown): made is Generator<Park, unknown, void> {
  return (
    typeof made === "object" && made !== null && Symbol.iterator in made && "next" in made && "throw" in made
  );
}

/** Also one of another realm, whose Promise is another. */
export function isPromise(made: unknown): made is Promise<unknown> {
  return Object.prototype.toString.call(made) === "[object Promise]";
}

/** Nobody here would wait for what an async function does. */
export function refuseAsync(made: unknown, what: string): void {
  if (isPromise(made)) made.catch(() => undefined);
  else if (Object.prototype.toString.call(made) !== "[object AsyncGenerator]") return;
  refuse(new Misuse(`${what}; make it a function* and wait for promises with yield* awaiting(promise)`));
}

/** What was made by something else than a generator function, as a generator. */
function* throughout(made: unknown): Go<unknown> {
  return isGenerator(made) ? yield* made : made;
}

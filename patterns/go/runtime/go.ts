/** Starting goroutines, and ending them. */
import { inspect } from "node:util";
import { isGenerator, refuseAsync } from "./begin.ts";
import { Dead, type Go, type Operation, type Start } from "./goroutine.ts";
import { checkForgotten, clearCalled } from "./forgotten.ts";
import { SharedOperation, type Step } from "./operation.ts";
import { Goexit, Misuse } from "./panic.ts";
import { current, refuse } from "./world.ts";

/** Go's `go f(args)`: the arguments are evaluated now, `f` begins when it is scheduled. O(1), and not a point of switching. */
export function go<A extends readonly unknown[]>(f: Start<A, unknown>, ...args: A): void {
  checkForgotten();
  if (typeof (f as unknown) !== "function") {
    refuse(new Misuse("go: give it a function and its arguments, as in go(f, x), not what f(x) returns"));
  }
  current().spawn(f, args);
}

/** Calls a function that may be a generator function or a plain one. */
export function* call<T>(f: () => Go<T> | Operation<T> | T): Go<T> {
  const made = f();
  if (isIterable(made)) return yield* made;
  if (typeof made === "object") refuseAsync(made, "an async function was called where operations can be");
  return made;
}

function isIterable<T>(made: Go<T> | Operation<T> | T): made is Go<T> | Operation<T> {
  return isGenerator(made) || made instanceof SharedOperation;
}

class Exiting extends SharedOperation<never> {
  protected readonly text = "goexit()";

  now(): this {
    this.calling();
    return this;
  }

  next(): Step<never> {
    clearCalled();
    current().running.exiting = true;
    throw new Goexit();
  }
}

const exiting = new Exiting();

/** Go's runtime.Goexit: ends this goroutine after its deferred calls. Called in main, the others go on. */
export function goexit(): Operation<never> {
  return exiting.now();
}

/** Go's os.Exit: ends the program at once, without deferred calls. */
export function exit(code: number): never {
  const world = current();
  world.end ??= { kind: "exit", code };
  world.running.status = Dead;
  throw new Error(`exit(${code})`);
}

/** Go's fmt.Println, into the outcome's `output`. */
export function println(...values: readonly unknown[]): void {
  const world = current();
  // A program that has ended may still unwind.
  if (world.end === undefined) world.output += `${values.map(shown).join(" ")}\n`;
}

/** Go's runtime.NumGoroutine. */
export function numGoroutine(): number {
  return current().alive().length;
}

function shown(value: unknown): string {
  if (value === null || value === undefined) return "<nil>";
  if (value instanceof Error) return value.message;
  if (Array.isArray(value)) return `[${value.map(shown).join(" ")}]`;
  return typeof value === "string" ? value : inspect(value);
}

/**
 * Go's context: carries a deadline, a cancellation and values down to whom work is given. Go 1.23: context/context.go.
 * Looking at a context is no point of switching; waiting at `done` and cancelling are.
 */
import { nilChan, type RecvChan } from "../channels/channel.ts";
import { panic } from "../panic.ts";

export interface Context {
  /** Virtual time in nanoseconds at which it will be cancelled, and whether there is one. */
  deadline(): [when: number, ok: boolean];
  /** Closed once it is cancelled; the nil channel when it never can be. */
  done(): RecvChan<void>;
  /** Nil until `done` is closed, then `Canceled` or `DeadlineExceeded`. */
  err(): Error | null;
  /** What this context or those above it hold for `key`; null when that is nothing. */
  value(key: unknown): unknown;
}

class DeadlineExceededError extends Error {
  constructor() {
    super("context deadline exceeded");
  }

  /** As Go's net.Error: waiting took too long. */
  timeout(): boolean {
    return true;
  }

  temporary(): boolean {
    return true;
  }
}

export const Canceled = new Error("context canceled");
export const DeadlineExceeded = new DeadlineExceededError();

class Empty implements Context {
  private readonly name: string;

  constructor(name: string) {
    this.name = name;
  }

  deadline(): [number, boolean] {
    return [0, false];
  }

  done(): RecvChan<void> {
    return nilChan();
  }

  err(): null {
    return null;
  }

  value(): null {
    return null;
  }

  string(): string {
    return this.name;
  }
}

const theBackground = new Empty("context.Background");
const theTodo = new Empty("context.TODO");

/** The root of all contexts: never cancelled, without values. */
export function background(): Context {
  return theBackground;
}

/** As background, where it is not clear yet which context to use. */
export function todo(): Context {
  return theTodo;
}

/** A context with a parent, which it asks for whatever it does not know itself. */
export abstract class Derived implements Context {
  readonly parent: Context;

  constructor(parent: Context | null) {
    if (parent === null) panic("cannot create context from nil parent");
    this.parent = parent;
  }

  deadline(): [number, boolean] {
    return this.parent.deadline();
  }

  done(): RecvChan<void> {
    return this.parent.done();
  }

  err(): Error | null {
    return this.parent.err();
  }

  value(key: unknown): unknown {
    return climb(this, key);
  }

  string(): string {
    return `${shown(this.parent)}.${this.what()}`;
  }

  /** What it holds for `key` itself, if anything. */
  own(_key: unknown): { readonly value: unknown } | undefined {
    return undefined;
  }

  /** What was done to the parent to get it: "WithCancel". */
  protected abstract what(): string;
}

/** In a loop, as a chain may be longer than the stack is deep. */
function climb(from: Context, key: unknown): unknown {
  let context = from;
  while (context instanceof Derived) {
    const own = context.own(key);
    if (own !== undefined) return own.value;
    context = context.parent;
  }
  return context.value(key);
}

/** Keys and values as they stand in a context's text: by their own `string()`, else by the name of their type. */
export function shown(value: unknown): string {
  if (value === null || value === undefined) return "<nil>";
  if (typeof value === "string") return value;
  if (typeof value === "number") return Number.isInteger(value) ? "int" : "float64";
  if (typeof value === "boolean") return "bool";
  if (typeof value === "symbol") return `main.${value.description ?? "key"}`;
  if (typeof value !== "object") return "func()";
  if (isStringer(value)) return value.string();
  return `*main.${value.constructor.name}`;
}

function isStringer(value: object): value is { string(): string } {
  return "string" in value && typeof value.string === "function";
}

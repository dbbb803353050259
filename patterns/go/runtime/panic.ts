/** Go's two kinds of failure: panics, which can be recovered, and fatal errors, which cannot. Texts are Go 1.23's. */
import { inspect } from "node:util";

/** What travels up the stack after `panic`. Thrown, so that `finally` and deferred calls run. */
export class Panic extends Error {
  override readonly name = "Panic";
  /** What `recover` gives. */
  readonly value: unknown;
  recovered = false;
  /** The panic in whose deferred calls this one began. */
  during: Panic | undefined = undefined;

  constructor(value: unknown, cause?: unknown) {
    super(printed(value), cause === undefined ? undefined : { cause });
    this.value = value;
  }
}

/** An error of the runtime itself; what Go calls `runtime.Error`. */
export class RuntimeError extends Error {
  override readonly name = "runtime.Error";
}

/** Ends the program, whatever is recovered or caught on the way. */
export class Fatal extends Error {
  override readonly name = "Fatal";
}

/** What travels up the stack after Goexit: deferred calls and `finally` run, also when they wait. */
export class Goexit extends Error {
  override readonly name = "Goexit";
}

/** Raised by the lab where Go's compiler would have refused the program. */
export class Misuse extends Error {
  override readonly name = "Misuse";
}

/** Go's `panic(value)`: unwinds the goroutine, running its deferred calls; uncaught, it ends the program with status 2. */
export function panic(value: unknown): never {
  throw new Panic(value ?? new RuntimeError("panic called with nil argument"));
}

/** A panic with a message of the runtime's, without the prefix "runtime error: " (Go's plainError). */
export function plain(message: string): Panic {
  return new Panic(new RuntimeError(message));
}

/** A panic with the prefix. */
export function runtimeError(message: string): Panic {
  return plain(`runtime error: ${message}`);
}

/** Whatever was thrown, as Go would have it: JavaScript's own failures stand for the panics they correspond to. */
export function asPanic(thrown: unknown): Panic {
  if (thrown instanceof Panic) return thrown;
  if (isError(thrown) && thrown.name === "TypeError" && /^Cannot (read|set) propert/.test(thrown.message)) {
    const message = "runtime error: invalid memory address or nil pointer dereference";
    return new Panic(new RuntimeError(message), thrown);
  }
  return new Panic(thrown, thrown);
}

/** Whether deferred calls run as it goes up the stack. False for what ends the program at once. */
export function isUnwinding(thrown: unknown): boolean {
  return !(thrown instanceof Fatal || thrown instanceof Misuse || isStackOverflow(thrown));
}

/** Also one of another realm, whose Error is another. */
export function isError(value: unknown): value is Error {
  return Object.prototype.toString.call(value) === "[object Error]";
}

export function isStackOverflow(thrown: unknown): boolean {
  return (
    isError(thrown) && thrown.name === "RangeError" && thrown.message === "Maximum call stack size exceeded"
  );
}

/** A panic's value as the uncaught panic shows it. */
export function printed(value: unknown): string {
  if (isError(value)) return value.message;
  if (typeof value === "string") return value;
  if (typeof value === "object" && value !== null) {
    const { error, string } = value as { error?: unknown; string?: unknown };
    if (typeof error === "function") return String(Reflect.apply(error, value, []));
    if (typeof string === "function") return String(Reflect.apply(string, value, []));
    return inspect(value, { breakLength: Infinity });
  }
  return typeof value === "number" && !Number.isSafeInteger(value) ? floatText(value) : String(value);
}

/** As Go's built-in print shows a float64: "+4.200000e+000". */
function floatText(value: number): string {
  if (Number.isNaN(value)) return "NaN";
  const sign = value < 0 ? "-" : "+";
  if (Math.abs(value) === Infinity) return `${sign}Inf`;
  const [, digits, exponentSign, exponent] = /^(.*)e([+-])(.*)$/.exec(Math.abs(value).toExponential(6))!;
  return `${sign}${digits}e${exponentSign}${exponent!.padStart(3, "0")}`;
}

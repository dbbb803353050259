/**
 * Noticing a forgotten `yield*`: an operation that was called and not begun when the next one is called, or when the
 * goroutine ends, was forgotten.
 */
import { Misuse } from "./panic.ts";
import { refuse } from "./world.ts";

/** What has been called: an operation, or a note of a generator function. */
export interface Call {
  readonly missing: Misuse;
}

/** The operation that was called last, until its `yield*` begins. */
let called: Call | undefined;
/** Where that was, while steps are listed: remembering it costs a microsecond. */
let calledAt: Error | undefined;
let rememberingCalls = false;

/** Switches that on or off; gives back what it was. */
export function rememberCalls(on: boolean): boolean {
  const was = rememberingCalls;
  rememberingCalls = on;
  return was;
}

/** Notes what has been called; says what was called before it and never begun. */
export function remember(operation: Call): void {
  if (called !== undefined) checkForgotten();
  called = operation;
  if (rememberingCalls) calledAt = new Error("called here");
}

/** `operation` begins; whether it was the one called last. */
export function begin(operation: Call): boolean {
  const wasCalled = called === operation;
  called = undefined;
  return wasCalled;
}

/** The operation has begun, or the program has broken off in between: nothing is forgotten. */
export function clearCalled(): void {
  called = undefined;
}

/** Of the operation that `text` names. */
export function missing(text: string): Misuse {
  return new Misuse(`${text} was called without yield* and did nothing: write yield* ${text}`);
}

/** Throws when the operation called last was never begun. */
export function checkForgotten(): void {
  const operation = called;
  called = undefined;
  if (operation === undefined) return;
  const misuse = operation.missing;
  if (rememberingCalls && calledAt !== undefined)
    misuse.stack = calledAt.stack?.replace("Error: called here", `${misuse.name}: ${misuse.message}`) ?? "";
  refuse(misuse);
}

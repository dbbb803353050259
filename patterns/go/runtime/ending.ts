/** How programs end, and what is kept of their way there. */
import type { Goroutine as G } from "./goroutine.ts";
import type { Misuse, Panic } from "./panic.ts";

/** How a program came to its end. */
export type End =
  | { readonly kind: "returned"; readonly value: unknown }
  | { readonly kind: "exit"; readonly code: number }
  | { readonly kind: "panic"; readonly panic: Panic; readonly g: G }
  | { readonly kind: "fatal"; readonly message: string; readonly g: G | undefined; readonly at?: Error }
  /** Given up by its policy, having done more than it would wait for. */
  | { readonly kind: "unfinished" }
  | { readonly kind: "misuse"; readonly error: Misuse };

/** One thing that a goroutine did, for tables of who did what. */
export interface Step {
  readonly g: G;
  /** "c.send(1)", "waits: chan send", "ends", "panics". */
  readonly text: string;
  readonly time: number;
  /** An error made there, for its place in the program. */
  readonly at: Error | undefined;
}

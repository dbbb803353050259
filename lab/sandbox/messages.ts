import type { Outcome } from "./outcome.ts";
import type { Code } from "./program.ts";

/** What the lab asks of a child, one thing at a time. */
export type Request =
  | {
      readonly type: "load";
      /** Which of the child's subjects this is to be. */
      readonly subject: number;
      readonly code: Code;
      /** A solution inside the default export, by name; left out where the file's own names are the entry points. */
      readonly pick: string | undefined;
    }
  | {
      readonly type: "run";
      readonly subject: number;
      readonly json: string;
      readonly seed: number;
      readonly budget: number;
      readonly times: number;
      readonly quiet?: boolean;
    };

export type Reply =
  /** The problem is imported; the child waits for requests. */
  | { readonly type: "ready" }
  /** Kinds of the entry points found, "undefined" for those that are missing. */
  | { readonly type: "loaded"; readonly kinds: Readonly<Record<string, string>> }
  | { readonly type: "not-loaded"; readonly outcome: Outcome }
  | { readonly type: "ran"; readonly outcomes: readonly Outcome[] }
  /** Something in the lab itself went wrong. */
  | { readonly type: "lab-error"; readonly stack: string };

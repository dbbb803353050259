import type { Kind } from "../messages.ts";

/** What the page's script finds in the page. */
export interface PageData {
  readonly kind: Kind;
  readonly tree: FrameData;
}

/** A frame of the graph, in microseconds or bytes. */
export interface FrameData {
  readonly name: string;
  /** "two-sum.ts:3"; undefined for built-ins. */
  readonly place: string | undefined;
  /** In a file of the solution. */
  readonly own: boolean;
  readonly self: number;
  /** With all that it called, as the chart wants it named. */
  readonly value: number;
  readonly children: readonly FrameData[];
}

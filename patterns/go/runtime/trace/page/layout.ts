/** Where rows and times stand on the canvas. The Ps stay on top while goroutines scroll, unless they would fill the page. */
import type { Row } from "./rows.ts";
import type { View } from "./view.ts";

export const labels = 150;
export const axis = 26;
export const rowHeight = 22;

export interface Layout {
  readonly rows: readonly Row[];
  /** So many of the rows do not scroll. */
  readonly pinned: number;
  readonly view: View;
  /** Pixels. */
  readonly scroll: number;
  readonly width: number;
  readonly height: number;
}

export function pinnedRows(rows: readonly Row[], height: number): number {
  const ps = rows.filter(({ kind }) => kind === "P").length;
  return ps * rowHeight <= 0.4 * height ? ps : 0;
}

export function x({ view, width }: Layout, time: number): number {
  return labels + ((time - view.from) / (view.to - view.from)) * (width - labels);
}

export function timeAt({ view, width }: Layout, x: number): number {
  return view.from + ((x - labels) / (width - labels)) * (view.to - view.from);
}

/** The upper edge of row `i`. */
export function y({ pinned, scroll }: Layout, i: number): number {
  return axis + i * rowHeight - (i < pinned ? 0 : scroll);
}

/** Above this, scrolling rows are hidden. */
export function top({ pinned }: Layout): number {
  return axis + pinned * rowHeight;
}

export function rowAt(layout: Layout, y: number): number | undefined {
  const { pinned, scroll, rows } = layout;
  if (y < axis) return undefined;
  const i = Math.floor((y - axis + (y < top(layout) ? 0 : scroll)) / rowHeight);
  return i < rows.length && (y < top(layout) || i >= pinned) ? i : undefined;
}

export function furthestScroll({ rows, height }: Pick<Layout, "rows" | "height">): number {
  return Math.max(0, axis + rows.length * rowHeight - height);
}

/** The scroll with which row `i` can be seen. */
export function scrollTo(layout: Layout, i: number): number {
  const { pinned, scroll, height } = layout;
  if (i < pinned) return scroll;
  const above = axis + i * rowHeight - top(layout);
  const below = axis + (i + 1) * rowHeight - height;
  return Math.min(furthestScroll(layout), Math.max(below, Math.min(scroll, above)));
}

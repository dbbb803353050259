/** Draws what is in view. What is narrower than a pixel shares a column with its neighbours, so that any number of slices can be drawn. */
import type { Slice, Timeline } from "../timeline.ts";
import type { Context } from "./browser.ts";
import { colour, ofGoroutine, type Palette } from "./colours.ts";
import { duration } from "./duration.ts";
import { axis, labels, type Layout, rowHeight, timeAt, top, x, y } from "./layout.ts";
import { firstAfter, type Row } from "./rows.ts";
import { type Found, nameOf } from "./search.ts";
import { marks } from "./view.ts";

export interface Scene {
  readonly layout: Layout;
  readonly timeline: Timeline;
  readonly found: Found | undefined;
  readonly selected: Slice | undefined;
  readonly palette: Palette;
  /** By goroutine. */
  readonly titles: ReadonlyMap<number, string>;
}

/** Waiting is drawn lower than running, so that the two can be told apart without colours. */
const lowest = 7;
const padding = 3;
const full = rowHeight - 2 * padding;
const dark = "#14171a";

export function draw(context: Context, scene: Scene): void {
  const { layout, palette } = scene;
  const { width, height, rows, pinned } = layout;
  context.font = "12px system-ui, sans-serif";
  context.textBaseline = "middle";
  context.fillStyle = palette.back;
  context.fillRect(0, 0, width, height);
  drawAxis(context, scene);
  const first = Math.max(pinned, Math.floor(layout.scroll / rowHeight));
  clipped(context, 0, top(layout), width, height, () => {
    for (let i = first; i < rows.length && y(layout, i) < height; i++) drawRow(context, scene, i);
  });
  for (let i = 0; i < pinned; i++) drawRow(context, scene, i);
  if (pinned > 0) line(context, palette.faint, 0, top(layout) - 0.5, width, top(layout) - 0.5);
  drawArrows(context, scene);
  drawScrollbar(context, scene);
}

function drawAxis(context: Context, { layout, palette }: Scene): void {
  const { width, height, view } = layout;
  for (const time of marks(view, width - labels, 110)) {
    const at = Math.round(x(layout, time)) + 0.5;
    line(context, palette.line, at, axis - 6, at, height);
    context.fillStyle = palette.faint;
    context.fillText(duration(time, 6), at + 4, axis / 2);
  }
}

function drawRow(context: Context, scene: Scene, i: number): void {
  const { layout, palette, found, selected } = scene;
  const row = layout.rows[i]!;
  const upper = y(layout, i);
  if (i % 2 === 1) {
    context.fillStyle = palette.band;
    context.fillRect(0, upper, layout.width, rowHeight);
  }
  const isSelected = row.kind === "goroutine" && row.id === selected?.g;
  clipped(context, 0, upper, labels - 6, upper + rowHeight, () => {
    context.fillStyle = isSelected ? palette.accent : palette.ink;
    context.globalAlpha = row.kind === "P" && found !== undefined ? 0.6 : 1;
    context.fillText(row.label, 10, upper + rowHeight / 2);
  });
  clipped(context, labels, upper, layout.width, upper + rowHeight, () => {
    drawSlices(context, scene, row, upper + padding);
    context.globalAlpha = 1;
    if (selected === undefined || !(isSelected || (row.kind === "P" && isOn(row, selected)))) return;
    const [left, right] = [x(layout, selected.from), x(layout, selected.to)];
    context.strokeStyle = palette.accent;
    context.lineWidth = 2;
    context.strokeRect(left - 1, upper + 2, Math.max(3, right - left + 2), rowHeight - 4);
  });
}

function drawSlices(context: Context, scene: Scene, row: Row, upper: number): void {
  const { layout, found } = scene;
  const { slices } = row;
  const { view, width } = layout;
  const lit = (slice: Slice): number => (found === undefined || found.has(slice) ? 1 : 0.15);
  for (let i = firstAfter(slices, view.from); i < slices.length && slices[i]!.from < view.to;) {
    const slice = slices[i]!;
    const left = Math.max(labels - 4, x(layout, slice.from));
    const right = Math.min(width + 4, x(layout, slice.to));
    context.globalAlpha = lit(slice);
    if (right - left >= 1.5) {
      drawSlice(context, scene, row, slice, left, right, upper);
      i++;
      continue;
    }
    const column = Math.floor(left);
    const next = Math.max(i + 1, firstAfter(slices, timeAt(layout, column + 1), i));
    drawColumn(context, scene, row, i, next, column, upper);
    i = next;
  }
}

function drawSlice(
  context: Context,
  { palette, titles }: Scene,
  row: Row,
  slice: Slice,
  left: number,
  right: number,
  upper: number,
): void {
  const low = slice.state === "waiting" || slice.state === "syscall";
  const width = Math.max(1, right - left - (right - left > 4 ? 1 : 0));
  context.fillStyle = row.kind === "P" ? ofGoroutine(slice.g) : colour(slice, palette);
  if (low) context.fillRect(left, upper + full - lowest, width, lowest);
  else context.fillRect(left, upper, width, full);
  if (right - left < 20) return;
  context.font = low ? "10px system-ui, sans-serif" : "12px system-ui, sans-serif";
  const names = row.kind === "P" ? [titles.get(slice.g) ?? "", `${slice.g}`] : [nameOf(slice)];
  const name = names.find((name) => context.measureText(name).width < right - left - 8);
  if (name === undefined) return;
  context.fillStyle = low ? palette.faint : dark;
  context.fillText(name, Math.max(left, labels) + 4, low ? upper + 3 : upper + full / 2);
}

/** As high as its share of the time: those who run from below, those who could run above them. */
function drawColumn(
  context: Context,
  { layout, palette, found }: Scene,
  row: Row,
  first: number,
  next: number,
  column: number,
  upper: number,
): void {
  const { slices, running, runnable } = row;
  const pixel = timeAt(layout, column + 1) - timeAt(layout, column);
  const covered = row.kind === "P" ? pixel : slices[next - 1]!.to - slices[first]!.from;
  const share = (sums: Float64Array): number =>
    Math.min(1, (sums[next]! - sums[first]!) / Math.max(covered, 1));
  if (found !== undefined && next - first < 100)
    context.globalAlpha = slices.slice(first, next).some(found.has) ? 1 : 0.15;
  const runs = Math.max(row.kind === "P" ? 2 : 0, full * share(running));
  const could = full * share(runnable);
  const waiting = slices.slice(first, Math.min(next, first + 4)).find(({ state }) => state !== "running");
  if (row.kind === "goroutine" && waiting !== undefined) {
    context.fillStyle = colour(waiting, palette);
    context.fillRect(column, upper + full - lowest, 1, lowest);
  }
  context.fillStyle = palette.runnable;
  context.fillRect(column, upper + full - runs - could, 1, could);
  context.fillStyle = palette.running;
  context.fillRect(column, upper + full - runs, 1, runs);
}

function drawArrows(context: Context, { layout, timeline, selected, palette }: Scene): void {
  if (selected === undefined) return;
  const { width, height, rows } = layout;
  const place = new Map<number, number>();
  for (const [i, { kind, id }] of rows.entries()) if (kind === "goroutine") place.set(id, i);
  const middle = (g: number): number | undefined => {
    const i = place.get(g);
    return i === undefined ? undefined : Math.max(top(layout) - 4, y(layout, i) + rowHeight / 2);
  };
  clipped(context, labels, top(layout), width, height, () => {
    for (const { by, to, at } of timeline.arrows) {
      const leaves = by === selected.g && at >= selected.from && at < selected.to;
      const arrives = to === selected.g && (at === selected.from || at === selected.to);
      const [start, finish] = [middle(by), middle(to)];
      if (!(leaves || arrives) || start === undefined || finish === undefined) continue;
      const across = x(layout, at);
      line(context, palette.accent, across, start, across, finish);
      const up = Math.sign(start - finish) * 7;
      context.fillStyle = palette.accent;
      context.beginPath();
      context.moveTo(across, finish);
      context.lineTo(across - 4, finish + up);
      context.lineTo(across + 4, finish + up);
      context.fill();
    }
  });
}

function drawScrollbar(context: Context, { layout, palette }: Scene): void {
  const { rows, pinned, height, width, scroll } = layout;
  const all = (rows.length - pinned) * rowHeight;
  const seen = height - top(layout);
  if (all <= seen) return;
  context.fillStyle = palette.faint;
  context.globalAlpha = 0.6;
  context.fillRect(width - 6, top(layout) + (scroll / all) * seen, 5, Math.max(16, (seen / all) * seen));
  context.globalAlpha = 1;
}

function isOn({ id }: Row, { state, proc }: Slice): boolean {
  return state === "running" && id === proc;
}

function line(context: Context, colour: string, x0: number, y0: number, x1: number, y1: number): void {
  context.strokeStyle = colour;
  context.lineWidth = 1;
  context.beginPath();
  context.moveTo(x0, y0);
  context.lineTo(x1, y1);
  context.stroke();
}

function clipped(
  context: Context,
  left: number,
  upper: number,
  right: number,
  lower: number,
  then: () => void,
): void {
  context.save();
  context.beginPath();
  context.rect(left, upper, Math.max(0, right - left), Math.max(0, lower - upper));
  context.clip();
  then();
  context.restore();
}

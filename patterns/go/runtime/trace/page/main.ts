/** The script of the timeline page. It runs in the reader's browser, with its data in the page. */
import { type Slice, timeline } from "../timeline.ts";
import type { Element, Input, Window } from "./browser.ts";
import { type PageData, unpacked } from "./data.ts";
import { type Palette, paletteNames } from "./colours.ts";
import { draw } from "./drawing.ts";
import { duration } from "./duration.ts";
import * as layouts from "./layout.ts";
import { showDetails } from "./panel.ts";
import { type Row, rowsOf, sliceAt } from "./rows.ts";
import { type Found, found as search, nameOf, nextFound } from "./search.ts";
import { closeTo, panned, showing, type View, zoomed } from "./view.ts";

declare const window: Window;
const { document } = window;
const [canvas, box, status, panel, area, data] = ["canvas", "search", "hover", "details", "area", "data"].map(
  (id) => document.getElementById(id)!,
) as [Element, Element, Element, Element, Element, Element];

const page = JSON.parse(data.textContent!) as PageData;
const drawn = timeline(unpacked(page), { until: page.until });
const titles = new Map(page.goroutines.map(([id, name]) => [id, `${page.texts[name]!} ${id}`]));
const places = new Map(page.goroutines.map(([id, , at]) => [id, page.texts[at]!]));
const all = rowsOf(drawn, titles);
const { end } = drawn;

let rows: readonly Row[] = all;
let view: View = { from: 0, to: end };
let scroll = 0;
let found: Found | undefined;
let selected: Slice | undefined;
let palette = colours();
let asked = false;

function layout(): layouts.Layout {
  const [width, height] = [area.clientWidth, area.clientHeight];
  return { rows, pinned: layouts.pinnedRows(rows, height), view, scroll, width, height };
}

/** At most once a frame, however many things change. */
function redraw(): void {
  if (asked) return;
  asked = true;
  window.requestAnimationFrame(() => {
    asked = false;
    const now = layout();
    const ratio = window.devicePixelRatio;
    canvas.width = Math.round(now.width * ratio);
    canvas.height = Math.round(now.height * ratio);
    const context = canvas.getContext("2d");
    context.setTransform(ratio, 0, 0, ratio, 0, 0);
    draw(context, { layout: now, timeline: drawn, found, selected, palette, titles });
  });
}

function look(next: View): void {
  view = next;
  redraw();
}

function scrollBy(pixels: number): void {
  scroll = Math.max(0, Math.min(layouts.furthestScroll(layout()), scroll + pixels));
  redraw();
}

function zoom(factor: number, at = selectedInView() ?? (view.from + view.to) / 2): void {
  look(zoomed(view, factor, at, end));
}

function selectedInView(): number | undefined {
  if (selected === undefined) return undefined;
  const middle = (Math.max(selected.from, view.from) + Math.min(selected.to, view.to)) / 2;
  return middle >= view.from && middle <= view.to ? middle : undefined;
}

function select(slice: Slice | undefined): void {
  selected = slice;
  showDetails(panel, slice, drawn, { titles, places }, follow);
  redraw();
}

function follow(slice: Slice): void {
  goTo(slice);
  canvas.focus();
}

/** Selects a slice and brings it into view, by moving or as `into` says. */
function goTo(slice: Slice | undefined, into = showing): void {
  if (slice === undefined) return;
  if (!rows.some(({ kind, id }) => kind === "goroutine" && id === slice.g)) {
    box.value = "";
    find();
  }
  view = into(view, slice.from, slice.to, end);
  const i = rows.findIndex(({ kind, id }) => kind === "goroutine" && id === slice.g);
  scroll = layouts.scrollTo(layout(), i);
  select(slice);
}

function find(): void {
  found = search(box.value, all);
  const { goroutines } = found ?? {};
  rows = goroutines === undefined ? all : all.filter(({ kind, id }) => kind === "P" || goroutines.has(id));
  scroll = 0;
  tell(
    found === undefined
      ? ""
      : `${found.goroutines.size} of ${page.goroutines.length} goroutines, ${found.slices} slices; Enter: the next`,
  );
  redraw();
}

function tell(text: string): void {
  status.textContent = text;
}

/** The slice drawn at a point of the canvas, or very near to it. */
function pointed({ offsetX, offsetY }: Input): Slice | undefined {
  const now = layout();
  const i = layouts.rowAt(now, offsetY);
  if (i === undefined || offsetX < layouts.labels) return undefined;
  const pixel = (view.to - view.from) / (now.width - layouts.labels);
  return sliceAt(rows[i]!.slices, layouts.timeAt(now, offsetX), 3 * pixel);
}

/** To a neighbouring slice of the row, or at the same time in a neighbouring row. */
function step(sideways: number, down: number): void {
  const i = rows.findIndex(({ kind, id }) => kind === "goroutine" && id === selected?.g);
  const first = rows.find(({ kind }) => kind === "goroutine");
  if (selected === undefined || i < 0) {
    goTo(first?.slices[0]);
    return;
  }
  if (sideways !== 0) {
    const { slices } = rows[i]!;
    goTo(slices[slices.indexOf(selected) + sideways]);
    return;
  }
  const row = rows[i + down];
  if (row?.kind === "goroutine") goTo(sliceAt(row.slices, selected.from, Infinity));
}

const keys: Readonly<Record<string, () => void>> = {
  w: () => zoom(0.7),
  s: () => zoom(1 / 0.7),
  "+": () => zoom(0.7),
  "=": () => zoom(0.7),
  "-": () => zoom(1 / 0.7),
  a: () => look(panned(view, (view.from - view.to) / 8, end)),
  d: () => look(panned(view, (view.to - view.from) / 8, end)),
  f: () => look({ from: 0, to: end }),
  "0": () => look({ from: 0, to: end }),
  ArrowLeft: () => step(-1, 0),
  ArrowRight: () => step(1, 0),
  ArrowUp: () => step(0, -1),
  ArrowDown: () => step(0, 1),
  PageUp: () => scrollBy(-0.8 * area.clientHeight),
  PageDown: () => scrollBy(0.8 * area.clientHeight),
  Escape: () => select(undefined),
  "/": () => box.focus(),
};

document.addEventListener("keydown", (event) => {
  if (event.target === box || event.ctrlKey || event.metaKey || event.altKey) return;
  const pressed = keys[event.key.length === 1 ? event.key.toLowerCase() : event.key];
  if (pressed === undefined) return;
  event.preventDefault();
  pressed();
});

box.addEventListener("input", find);
box.addEventListener("keydown", (event) => {
  if (event.key === "Enter" && found !== undefined)
    goTo(nextFound(found, all, selected, event.shiftKey ? -1 : 1), closeTo);
  if (event.key !== "Escape") return;
  box.value = "";
  find();
  canvas.focus();
});

let dragged: { readonly x: number; readonly y: number; moved: boolean } | undefined;
canvas.addEventListener("pointerdown", (event) => {
  if (event.button !== 0) return;
  dragged = { x: event.offsetX, y: event.offsetY, moved: false };
  canvas.setPointerCapture(event.pointerId);
});
canvas.addEventListener("pointermove", (event) => {
  const { offsetX, offsetY } = event;
  if (dragged === undefined) {
    const slice = pointed(event);
    if (slice !== undefined)
      tell(`${titles.get(slice.g)!}: ${nameOf(slice)}, ${duration(slice.ended - slice.began)}`);
    return;
  }
  const [right, down] = [offsetX - dragged.x, offsetY - dragged.y];
  if (!dragged.moved && Math.abs(right) + Math.abs(down) < 4) return;
  const pixel = (view.to - view.from) / (area.clientWidth - layouts.labels);
  look(panned(view, -right * pixel, end));
  scrollBy(-down);
  dragged = { x: offsetX, y: offsetY, moved: true };
});
canvas.addEventListener("pointerup", (event) => {
  if (dragged?.moved === false) select(pointed(event));
  dragged = undefined;
});
canvas.addEventListener("pointercancel", () => (dragged = undefined));
canvas.addEventListener(
  "wheel",
  (event) => {
    event.preventDefault();
    const { deltaX, deltaY, offsetX, shiftKey } = event;
    if (shiftKey || offsetX < layouts.labels) scrollBy(deltaY + deltaX);
    else if (Math.abs(deltaX) > Math.abs(deltaY))
      look(panned(view, (deltaX * (view.to - view.from)) / area.clientWidth, end));
    else zoom(1.0015 ** deltaY, layouts.timeAt(layout(), offsetX));
  },
  { passive: false },
);

for (const [id, act] of [
  ["closer", keys.w!],
  ["further", keys.s!],
  ["fit", keys.f!],
] as const)
  document.getElementById(id)!.addEventListener("click", act);
new window.ResizeObserver(() => scrollBy(0)).observe(area);
window.matchMedia("(prefers-color-scheme: dark)").addEventListener("change", () => {
  palette = colours();
  redraw();
});

function colours(): Palette {
  const style = window.getComputedStyle(document.documentElement);
  return Object.fromEntries(
    paletteNames.map((name) => [name, style.getPropertyValue(`--${name}`).trim()]),
  ) as Palette;
}

select(undefined);

/** The part of the drawing that is seen: times in nanoseconds, places in pixels. Pure, so that zooming can be tested. */

export interface View {
  readonly from: number;
  readonly to: number;
}

/** A view never shows less. */
const narrowest = 400;

/** `factor` below 1 shows less and more closely; what is at `at` stays where it is. */
export function zoomed(view: View, factor: number, at: number, end: number): View {
  const span = Math.min(Math.max((view.to - view.from) * factor, Math.min(narrowest, end)), end);
  const share = (at - view.from) / (view.to - view.from);
  return within(at - share * span, span, end);
}

export function panned(view: View, by: number, end: number): View {
  return within(view.from + by, view.to - view.from, end);
}

/** Moves so that something from `from` to `to` is in the middle, unless some of it is seen already. */
export function showing(view: View, from: number, to: number, end: number): View {
  if (Math.min(to, view.to) > Math.max(from, view.from)) return view;
  const span = view.to - view.from;
  return within((from + to) / 2 - span / 2, span, end);
}

/** As `showing`, but where it would be a few pixels wide, it becomes a twentieth of the view. */
export function closeTo(view: View, from: number, to: number, end: number): View {
  const width = to - from;
  if (width > (view.to - view.from) / 200) return showing(view, from, to, end);
  const span = Math.min(Math.max(20 * width, narrowest), end);
  return within((from + to) / 2 - span / 2, span, end);
}

function within(from: number, span: number, end: number): View {
  const kept = Math.max(0, Math.min(from, end - span));
  return { from: kept, to: kept + span };
}

/** Times for an axis with a mark about every `apart` pixels: a whole number of ones, twos or fives. */
export function marks({ from, to }: View, width: number, apart: number): number[] {
  const least = ((to - from) * apart) / width;
  const power = 10 ** Math.floor(Math.log10(least));
  const step = [1, 2, 5, 10].map((m) => m * power).find((step) => step >= least)!;
  const first = Math.ceil(from / step);
  const count = Math.floor(to / step) - first + 1;
  return Array.from({ length: Math.max(0, count) }, (_, i) => (first + i) * step);
}

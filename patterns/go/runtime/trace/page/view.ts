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

/** Shows from `from` to `to`, in the middle; widened to `share` of the view unless it is wider already. */
export function showing(view: View, from: number, to: number, end: number): View {
  const width = to - from;
  const span = view.to - view.from;
  const seen = Math.min(to, view.to) - Math.max(from, view.from);
  if (seen > 0 && width > span / 200) return view;
  const wanted = width > span / 200 && width < span ? span : Math.max(20 * width, narrowest);
  const capped = Math.min(wanted, end);
  return within((from + to) / 2 - capped / 2, capped, end);
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

/** Colours by meaning; the page says in its style what they are. */
import type { Slice } from "../timeline.ts";

export type Palette = Readonly<Record<PaletteName, string>>;
export const paletteNames = [
  "back",
  "ink",
  "faint",
  "line",
  "band",
  "accent",
  "running",
  "runnable",
  "channel",
  "lock",
  "sleep",
  "syscall",
  "other",
] as const;
type PaletteName = (typeof paletteNames)[number];

export function colour({ state, reason }: Slice, palette: Palette): string {
  if (state !== "waiting") return palette[state];
  if (/^(chan|select)/.test(reason)) return palette.channel;
  if (/^(sync|sema)/.test(reason)) return palette.lock;
  return reason === "sleep" || reason === "IO wait" ? palette.sleep : palette.other;
}

/** Of a goroutine on a P. Neighbouring numbers get hues far apart: by the golden angle. */
export function ofGoroutine(g: number): string {
  return `hsl(${Math.round(g * 137.508) % 360} 52% 68%)`;
}

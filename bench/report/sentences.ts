import type { BarResult, Crossing, Standing } from "#bench/engine/result.ts";
import { count, withRange } from "./numbers.ts";

/** What the tables leave unsaid, one sentence each; undefined where there is nothing to say. */

/** When a ratio counts as a difference: the rule of `ratioOf`. */
export const differenceRule =
  "A difference is one that all processes show, but for the outermost two of five or more: more than a tenth (15 % " +
  "where they are fewer than seven), in the same direction, and the median larger than what they differ among " +
  'themselves. Anything else is "no difference shown".';

export function crossingLine({ winner, loser, n }: Crossing): string {
  return `${winner} wins against ${loser} from about n = ${count(n)}.`;
}

export function leftOutLine({ name, leftOut }: Standing): string | undefined {
  return leftOut && `${name} is left out from n = ${count(leftOut.n)} on: ${leftOut.why}.`;
}

export function wrongLine({ name, wrong }: Standing): string | undefined {
  return wrong === undefined ? undefined : `${name} is not timed: ${wrong}.`;
}

export function barLine({ against, atLeast, at, ratio, met }: BarResult): string {
  const wanted = `Bar: at least ${atLeast} times as fast as ${against} at n = ${count(at)}`;
  if (!ratio) return `${wanted}: not measured.`;
  return `${wanted}: ${withRange(ratio)}, ${met ? "met" : "missed"}${met && !ratio.shown ? ", no difference shown" : ""}.`;
}

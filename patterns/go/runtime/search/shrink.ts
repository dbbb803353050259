/** Makes a failing schedule as plain as it gets: as few deviations from running on as still fail. */
import type { Tried, Try } from "./explore.ts";

/** At most so many further runs. */
const patience = 500;

/** Leaves out deviations in ever smaller groups (delta debugging: Zeller, 2002), then tries smaller choices. */
export function shrunk<T>(failing: Tried<T>, attempt: Try<T>): Tried<T> {
  let best = failing;
  let left = patience;
  const better = (choices: readonly number[]): boolean => {
    if (left-- <= 0) return false;
    const one = attempt(choices);
    if (one.message === undefined || !isPlainer(one.choices, best.choices)) return false;
    best = one;
    return true;
  };
  for (let size = deviations(best.choices).length; size >= 1 && left > 0;) {
    const all = deviations(best.choices);
    let removed = false;
    for (let from = 0; from < all.length && !removed; from += size) {
      removed = better(without(best.choices, all.slice(from, from + size)));
    }
    if (!removed) size = size === 1 ? 0 : Math.ceil(size / 2);
    else size = Math.min(size, deviations(best.choices).length);
  }
  for (const at of deviations(best.choices)) {
    for (let choice = 1; choice < (best.choices[at] ?? 0); choice++) {
      if (better(best.choices.map((old, i) => (i === at ? choice : old)))) break;
    }
  }
  return best;
}

function deviations(choices: readonly number[]): number[] {
  return choices.flatMap((choice, i) => (choice === 0 ? [] : [i]));
}

function without(choices: readonly number[], places: readonly number[]): number[] {
  const dropped = new Set(places);
  return choices.map((choice, i) => (dropped.has(i) ? 0 : choice));
}

function isPlainer(a: readonly number[], b: readonly number[]): boolean {
  const by = deviations(a).length - deviations(b).length;
  if (by !== 0) return by < 0;
  return a.length < b.length || (a.length === b.length && sum(a) < sum(b));
}

function sum(choices: readonly number[]): number {
  return choices.reduce((total, choice) => total + choice, 0);
}

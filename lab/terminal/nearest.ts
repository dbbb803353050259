import { distance } from "fastest-levenshtein";

/** The names most like one that does not exist, the most alike first. */
export function nearest(wanted: string, names: readonly string[], most = 3): string[] {
  return [...names].sort((a, b) => distance(wanted, a) - distance(wanted, b)).slice(0, most);
}

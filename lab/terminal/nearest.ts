import { distance } from "fastest-levenshtein";

/** The names most like one that does not exist, the most alike first; none where nothing is alike. */
export function nearest(wanted: string, names: readonly string[], most = 3): string[] {
  const apart = (name: string): number => distance(wanted, name);
  const alike = names.filter((name) => apart(name) <= Math.max(2, name.length / 2));
  return alike.sort((a, b) => apart(a) - apart(b)).slice(0, most);
}

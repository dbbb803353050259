import { relative } from "node:path";

/** "problems/arrays/two-sum" instead of the whole path, seen from the folder the command runs in. */
export function shortened(path: string): string {
  const short = relative(process.cwd(), path);
  return short.startsWith("..") ? path : short;
}

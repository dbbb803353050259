import { readFileSync } from "node:fs";

/** A problem the lab has or is to have, as LeetCode names it. */
export interface Planned {
  readonly topic: string;
  readonly slug: string;
  readonly title: string;
  readonly leetcode: number;
  readonly difficulty: "easy" | "medium" | "hard";
  /** The entry points in TypeScript: functions or a class, without bodies. */
  readonly signature: string;
}

/** Numbers, titles, difficulties and signatures as leetcode.com shows them (2026), by topic and number. */
export function planned(): Planned[] {
  return JSON.parse(readFileSync(new URL("leetcode.json", import.meta.url), "utf8")) as Planned[];
}

import type { Change } from "#bench/engine/baseline.ts";
import type { Result } from "#bench/engine/result.ts";
import { dim, green, red, yellow } from "#lab/terminal/style.ts";
import { count, factor } from "./numbers.ts";

/** What got slower or faster since the baseline, beyond the noise. */
export function changeLines(then: Result, changes: readonly Change[]): string[] {
  const hasYardstick = then.comparisons.some(({ yardstick }) => yardstick !== undefined);
  const shown = changes.filter((change) => change.shown);
  const lines = shown.map(({ title, contender, n, ratio }) =>
    ratio > 1
      ? red(`  slower: ${contender} takes ${factor(ratio)} as long at n = ${count(n)} (${title})`)
      : green(`  faster: ${contender} takes ${factor(ratio)} as long at n = ${count(n)} (${title})`),
  );
  const rest = changes.length - shown.length;
  return [
    "",
    `  Since ${then.made.date}${hasYardstick ? " (the machine's pace, by a yardstick, is taken out)" : ""}:`,
    ...lines,
    dim(`  no difference shown: ${rest} of ${changes.length} times`),
  ];
}

/** A warning where the baseline comes from another machine or another Node. */
export function otherMachine({ made: then }: Result, { made: now }: Result): string[] {
  const parts = (["cpu", "cores", "node"] as const).filter((part) => then[part] !== now[part]);
  if (parts.length === 0) return [];
  const was = parts.map((part) => `${part} ${then[part]}`).join(", ");
  return ["", yellow(`  The baseline was made with ${was}: a change may be the machine's.`)];
}

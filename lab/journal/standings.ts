import type { Recorded } from "./journal.ts";

/** How far somebody is with a problem. */
export type Standing = "untouched" | "in progress" | "solved" | "solved at the target growth";

const order: readonly Standing[] = ["untouched", "in progress", "solved", "solved at the target growth"];

/** The best standing reached with each problem, whatever came later. */
export function standings(happened: readonly Recorded[]): Map<string, Standing> {
  const best = new Map<string, Standing>();
  for (const event of happened) {
    const reached = reachedBy(event);
    const before = best.get(event.problem) ?? "untouched";
    if (order.indexOf(reached) > order.indexOf(before)) best.set(event.problem, reached);
  }
  return best;
}

function reachedBy(event: Recorded): Standing {
  if (event.event === "passed") return event.growth ? "solved at the target growth" : "solved";
  return event.event === "started" || event.event === "checked" ? "in progress" : "untouched";
}

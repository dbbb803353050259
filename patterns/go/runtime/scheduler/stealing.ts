/** What a P does that has nothing to run: looks at the others, in random order, four times. Go: stealWork in runtime/proc.go. */
import type { Goroutine } from "../goroutine.ts";
import type { Proc } from "./proc.ts";
import type { Random } from "./random.ts";
import type { RunQueue } from "./run-queue.ts";

/** What a thief waits before it takes another P's `next`, which is likely to run at once. */
const nextGrace = 3e3;

export interface Loot {
  readonly g: Goroutine;
  readonly victim: Proc;
}

/** Half of somebody's ring, the last of it to be run; in the last round also the `next` of a P that is busy. */
export function steal(
  thief: Proc,
  procs: readonly Proc[],
  random: Random,
  global: RunQueue,
  now: number,
): Loot | undefined {
  for (let round = 0; round < 4; round++) {
    const start = random(procs.length);
    for (let i = 0; i < procs.length; i++) {
      const victim = procs[(start + i) % procs.length]!;
      if (victim === thief) continue;
      const g =
        victim.size > 0
          ? victim.grabbedBy(thief, global)
          : round === 3
            ? nextOf(victim, thief, now)
            : undefined;
      if (g === undefined) continue;
      thief.stats.steals++;
      return { g, victim };
    }
  }
  return undefined;
}

/** Another P's `next`, if that P will not get round to it soon. */
function nextOf(victim: Proc, thief: Proc, now: number): Goroutine | undefined {
  const g = victim.next;
  if (g === undefined || victim.idle || victim.clock <= now + nextGrace) return undefined;
  victim.next = undefined;
  thief.clock += nextGrace;
  thief.stats.stolen++;
  return g;
}

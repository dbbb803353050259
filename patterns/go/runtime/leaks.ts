/** Goroutines that main left behind and that nobody can ever wake. */
import type { Goroutine } from "./goroutine.ts";
import { Waiting } from "./goroutine.ts";
import { type GoroutineState, stateOf } from "./report.ts";
import { within, type World } from "./world.ts";

/** So many switches the others may make until we stop waiting for them to come to rest. */
const patience = 1_000_000;

/** Lets what is left of an ended program run until nothing moves, and names those who wait for one another, or for nobody. */
export function leaksOf(world: World): GoroutineState[] {
  if (world.end?.kind !== "returned") return [];
  const { end, output } = world;
  const began = world.switches;
  world.end = undefined;
  // Tickers and their like never rest: then those count who have not moved in the second half.
  const atRest = within(world, () => world.rest(began + patience / 2));
  const asleep = new Map(world.alive().map((g): [Goroutine, number] => [g, g.since]));
  if (!atRest) within(world, () => world.rest(began + patience));
  const stuck = world.alive().filter((g) => isStuck(g) && asleep.get(g) === g.since);
  world.end = end;
  world.output = output;
  return stuck.map((g) => stateOf(world, g));
}

function isStuck({ status, reason }: Goroutine): boolean {
  return status === Waiting && reason !== "sleep" && reason !== "IO wait";
}

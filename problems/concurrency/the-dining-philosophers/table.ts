/** What happened at the table: rows of philosopher and action. */

export const actions = ["picks left", "picks right", "eats", "puts left", "puts right"] as const;

export const philosophers = 5;

/** Fork i lies to the left of philosopher i, and fork i + 1 to the right. */
function forkOf(philosopher: number, action: string): number {
  return action.endsWith("left") ? philosopher : (philosopher + 1) % philosophers;
}

/** Plays what happened and stops at the first row for which `allows` is false; it sees who holds which fork before it. */
function played(
  events: readonly (readonly unknown[])[],
  allows: (holders: ReadonlyMap<number, number>, philosopher: number, action: string) => boolean,
): { holders: ReadonlyMap<number, number>; allowed: boolean } {
  const holders = new Map<number, number>();
  for (const [who, what] of events) {
    const philosopher = Number(who);
    const action = String(what);
    if (!allows(holders, philosopher, action)) return { holders, allowed: false };
    if (action.startsWith("picks")) holders.set(forkOf(philosopher, action), philosopher);
    if (action.startsWith("puts")) holders.delete(forkOf(philosopher, action));
  }
  return { holders, allowed: true };
}

export function picksFreeForks(events: readonly (readonly unknown[])[]): boolean {
  return played(
    events,
    (holders, philosopher, action) =>
      !action.startsWith("picks") || !holders.has(forkOf(philosopher, action)),
  ).allowed;
}

export function eatsWithBoth(events: readonly (readonly unknown[])[]): boolean {
  return played(
    events,
    (holders, philosopher, action) =>
      action !== "eats" ||
      ["left", "right"].every((side) => holders.get(forkOf(philosopher, side)) === philosopher),
  ).allowed;
}

export function putsBackTheirOwn(events: readonly (readonly unknown[])[]): boolean {
  const { allowed, holders } = played(
    events,
    (before, philosopher, action) =>
      !action.startsWith("puts") || before.get(forkOf(philosopher, action)) === philosopher,
  );
  return allowed && holders.size === 0;
}

export function mealsOf(events: readonly (readonly unknown[])[]): number[] {
  const meals = new Array<number>(philosophers).fill(0);
  for (const [who, what] of events)
    if (what === "eats" && meals[Number(who)] !== undefined) meals[Number(who)]!++;
  return meals;
}

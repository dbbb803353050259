/** What a history of calls must be like: rows of method, element, and when the call began and ended. */

interface Done {
  readonly element: number;
  readonly began: number;
  readonly ended: number;
}

export function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, x) => total + x, 0);
}

/** Calls that have not returned end at infinity. */
function callsOf(method: string, calls: readonly (readonly unknown[])[]): Done[] {
  return calls.flatMap(([name, element, began, ended = Infinity]) =>
    name === method ? [{ element: element as number, began: Number(began), ended: Number(ended) }] : [],
  );
}

export function giveElements(calls: readonly (readonly unknown[])[]): boolean {
  const given = callsOf("dequeue", calls).filter(({ ended }) => ended < Infinity);
  const put = new Map(callsOf("enqueue", calls).map(({ element, began }) => [element, began]));
  return (
    new Set(given.map(({ element }) => element)).size === given.length &&
    given.every(({ element, ended }) => (put.get(element) ?? Infinity) < ended)
  );
}

/** Whatever has been put in is inside, unless a dequeue that has at least begun may have taken it. */
export function capacityKept(calls: readonly (readonly unknown[])[], capacity: number): boolean {
  const put = callsOf("enqueue", calls).map(({ ended }) => ({ at: ended, by: 1 }));
  const taken = callsOf("dequeue", calls).map(({ began }) => ({ at: began, by: -1 }));
  let inside = 0;
  return [...put, ...taken]
    .filter(({ at }) => at < Infinity)
    .sort((a, b) => a.at - b.at)
    .every(({ by }) => (inside += by) <= capacity);
}

/**
 * No element overtakes another: if a was in before b was brought, b's dequeue does not end before a's begins. With elements
 * that are all different, this and that no element is made up is all that a queue promises (Henzinger, Sezgin,
 * Vafeiadis, 2013).
 */
export function firstInFirstOut(calls: readonly (readonly unknown[])[]): boolean {
  const taken = new Map(callsOf("dequeue", calls).map((call) => [call.element, call]));
  const put = callsOf("enqueue", calls);
  const byEnd = [...put].sort((a, b) => a.ended - b.ended);
  let latest = -Infinity;
  let i = 0;
  for (const { element, began } of put.sort((a, b) => a.began - b.began)) {
    for (; i < byEnd.length && byEnd[i]!.ended < began; i++)
      latest = Math.max(latest, taken.get(byEnd[i]!.element)?.began ?? Infinity);
    if ((taken.get(element)?.ended ?? Infinity) < latest) return false;
  }
  return true;
}

/** The order that Go leaves to chance when it ranges over a map. */
import { current } from "../world.ts";

/** All of `items`, each next one picked by the policy among those that are left. O(1) each. */
export function* inAnyOrder<T>(items: readonly T[]): Generator<T, void, void> {
  const left = [...items];
  while (left.length > 0) {
    const at = current().policy.pick(left.length);
    const picked = left[at]!;
    const last = left.pop()!;
    if (at < left.length) left[at] = last;
    yield picked;
  }
}

import type { Approaches } from "#lab/problem/index.ts";
import type * as stub from "./stub.ts";

/**
 * Takes every link that makes an arrival earlier, in pass after pass over all m links, until nothing changes
 * (Bellman and Ford). O(n · m) time, O(n) space.
 */
export function passAfterPass(times: number[][], n: number, k: number): number {
  const earliest = Array.from({ length: n + 1 }, () => Infinity);
  earliest[k] = 0;
  let changed: boolean;
  do {
    changed = false;
    for (const [from, to, time] of times) {
      const through = earliest[from!]! + time!;
      if (through >= earliest[to!]!) continue;
      earliest[to!] = through;
      changed = true;
    }
  } while (changed);
  const last = Math.max(...earliest.slice(1));
  return last === Infinity ? -1 : last;
}

/** Settles node after node, looking through all that are open for the nearest. O(n² + m) time, O(n + m) space. */
export function scanForNearest(times: number[][], n: number, k: number): number {
  const links = linksFrom(times, n);
  const earliest = Array.from({ length: n + 1 }, () => Infinity);
  earliest[k] = 0;
  const open = new Set(Array.from({ length: n }, (_, i) => i + 1));
  let last = 0;
  while (open.size > 0) {
    let nearest = 0;
    for (const node of open) if (earliest[node]! < earliest[nearest]!) nearest = node;
    if (nearest === 0) return -1;
    open.delete(nearest);
    last = earliest[nearest]!;
    for (const { to, time } of links[nearest]!) earliest[to] = Math.min(earliest[to]!, last + time);
  }
  return last;
}

/** Settles node after node, the nearest from a binary heap (Dijkstra). O(n + m log m) time, O(n + m) space. */
export function nearestFirst(times: number[][], n: number, k: number): number {
  const links = linksFrom(times, n);
  const earliest = Array.from({ length: n + 1 }, () => Infinity);
  earliest[k] = 0;
  const arrivals = new Arrivals();
  arrivals.push({ node: k, time: 0 });
  let settled = 0;
  let last = 0;
  for (let next = arrivals.pop(); next !== undefined; next = arrivals.pop()) {
    // It came nearer after this was pushed.
    if (next.time > earliest[next.node]!) continue;
    settled++;
    last = next.time;
    for (const { to, time } of links[next.node]!) {
      const through = last + time;
      if (through >= earliest[to]!) continue;
      earliest[to] = through;
      arrivals.push({ node: to, time: through });
    }
  }
  return settled === n ? last : -1;
}

interface Link {
  readonly to: number;
  readonly time: number;
}

/** The links that leave each node, by its number. */
function linksFrom(times: number[][], n: number): Link[][] {
  const links = Array.from({ length: n + 1 }, (): Link[] => []);
  for (const [from, to, time] of times) links[from!]!.push({ to: to!, time: time! });
  return links;
}

interface Arrival {
  readonly node: number;
  readonly time: number;
}

/** A binary heap of arrivals. */
class Arrivals {
  /** None is earlier than its parent; the children of place i are at 2i + 1 and 2i + 2. */
  private readonly heap: Arrival[] = [];

  push(arrival: Arrival): void {
    const { heap } = this;
    let i = heap.length;
    while (i > 0) {
      const parent = (i - 1) >> 1;
      if (heap[parent]!.time <= arrival.time) break;
      heap[i] = heap[parent]!;
      i = parent;
    }
    heap[i] = arrival;
  }

  /** The earliest, which is taken out. */
  pop(): Arrival | undefined {
    const { heap } = this;
    const earliest = heap[0];
    const last = heap.pop();
    if (last === undefined || heap.length === 0) return earliest;
    let i = 0;
    for (let child = 1; child < heap.length; child = 2 * i + 1) {
      if (child + 1 < heap.length && heap[child + 1]!.time < heap[child]!.time) child++;
      if (heap[child]!.time >= last.time) break;
      heap[i] = heap[child]!;
      i = child;
    }
    heap[i] = last;
    return earliest;
  }
}

export default {
  "pass after pass": { growth: "n²", networkDelayTime: passAfterPass },
  "scan for the nearest": { growth: "n²", networkDelayTime: scanForNearest },
  "nearest first": { growth: "n log n", networkDelayTime: nearestFirst },
} satisfies Approaches<typeof stub>;

import type { Mistakes } from "#lab/problem/index.ts";
import type problem from "./problem.ts";

/** Dijkstra's algorithm with a sorted array for a heap, of which some mistakes change one thing. */
function settle(
  times: number[][],
  k: number,
  byKey: (
    a: [time: number, node: number, key: number],
    b: [time: number, node: number, key: number],
  ) => number,
): Map<number, number> {
  const queue: [time: number, node: number, key: number][] = [[0, k, 0]];
  const settled = new Map<number, number>();
  while (queue.length > 0) {
    const [time, node] = queue.sort(byKey).shift()!;
    if (settled.has(node)) continue;
    settled.set(node, time);
    for (const [from, to, w] of times) if (from === node) queue.push([time + w!, to!, w!]);
  }
  return settled;
}

export default {
  "takes links to go both ways": {
    law: "-1 exactly when some node is never reached",
    input: [[[2, 1, 0]], 2, 1],
    networkDelayTime(times, n, k) {
      const bothWays = times.flatMap(([from, to, w]) => [
        [from!, to!, w!],
        [to!, from!, w!],
      ]);
      const settled = settle(bothWays, k, (a, b) => a[0] - b[0]);
      return settled.size === n ? Math.max(...settled.values()) : -1;
    },
  },
  "leaves out the nodes that are never reached": {
    law: "-1 exactly when some node is never reached",
    input: [[[2, 1, 0]], 2, 1],
    networkDelayTime(times, _n, k) {
      return Math.max(...settle(times, k, (a, b) => a[0] - b[0]).values());
    },
  },
  "waits for a node 0, which there is not": {
    law: "-1 exactly when some node is never reached",
    input: [[[1, 2, 0]], 2, 1],
    networkDelayTime(times, n, k) {
      const earliest = Array.from({ length: n + 1 }, () => Infinity);
      for (const [node, time] of settle(times, k, (a, b) => a[0] - b[0])) earliest[node] = time;
      const last = Math.max(...earliest);
      return last === Infinity ? -1 : last;
    },
  },
  "takes a time of 0 for no link": {
    law: "-1 exactly when some node is never reached",
    input: [[[1, 2, 0]], 2, 1],
    networkDelayTime(times, n, k) {
      const matrix = Array.from({ length: n + 1 }, (): number[] => []);
      for (const [from, to, w] of times) matrix[from!]![to!] = w!;
      const links = matrix.flatMap((row, from) => row.map((w, to) => [from, to, w])).filter(([, , w]) => w);
      const settled = settle(links, k, (a, b) => a[0] - b[0]);
      return settled.size === n ? Math.max(...settled.values()) : -1;
    },
  },
  "passes over the links only once": {
    law: "-1 exactly when some node is never reached",
    input: [
      [
        [2, 3, 0],
        [1, 2, 0],
      ],
      3,
      1,
    ],
    networkDelayTime(times, n, k) {
      const earliest = Array.from({ length: n + 1 }, () => Infinity);
      earliest[k] = 0;
      for (const [from, to, w] of times) earliest[to!] = Math.min(earliest[to!]!, earliest[from!]! + w!);
      const last = Math.max(...earliest.slice(1));
      return last === Infinity ? -1 : last;
    },
  },
  "keeps the first time at which a node is reached": {
    law: "no longer than that",
    input: [
      [
        [1, 2, 1],
        [1, 3, 0],
        [3, 2, 0],
      ],
      3,
      1,
    ],
    networkDelayTime(times, n, k) {
      const reached = new Map([[k, 0]]);
      for (const [node, time] of reached) {
        for (const [from, to, w] of times)
          if (from === node && !reached.has(to!)) reached.set(to!, time + w!);
      }
      return reached.size === n ? Math.max(...reached.values()) : -1;
    },
  },
  "adds up the times of all nodes": {
    law: "no longer than that",
    input: [
      [
        [1, 2, 1],
        [1, 3, 1],
      ],
      3,
      1,
    ],
    networkDelayTime(times, n, k) {
      const settled = settle(times, k, (a, b) => a[0] - b[0]);
      let sum = 0;
      for (const time of settled.values()) sum += time;
      return settled.size === n ? sum : -1;
    },
  },
  "takes the shortest link next, not the nearest node": {
    law: "no longer than that",
    input: [
      [
        [1, 2, 2],
        [1, 3, 2],
        [2, 3, 1],
      ],
      3,
      1,
    ],
    networkDelayTime(times, n, k) {
      const settled = settle(times, k, (a, b) => a[2] - b[2]);
      return settled.size === n ? Math.max(...settled.values()) : -1;
    },
  },
  "sorts the times as text": {
    law: "no longer than that",
    input: [
      [
        [1, 2, 9],
        [1, 3, 10],
        [2, 3, 0],
      ],
      3,
      1,
    ],
    networkDelayTime(times, n, k) {
      const settled = settle(times, k, (a, b) => (String(a) < String(b) ? -1 : 1));
      return settled.size === n ? Math.max(...settled.values()) : -1;
    },
  },
} satisfies Mistakes<typeof problem>;

import fc from "fast-check";
import { problem, type Random } from "#lab/problem/index.ts";
import * as stub from "./stub.ts";

type Network = [times: number[][], n: number, k: number];

const mostNodes = 100;
const mostLinks = 6000;
const longest = 100;

const short = fc.nat({ max: 2 });
/** Text and numbers are in the same order up to 9, and no longer from 10 on. */
const long = fc.oneof(
  { arbitrary: fc.nat({ max: 12 }), weight: 4 },
  { arbitrary: fc.constant(longest), weight: 1 },
);

/** Networks in which any node may be linked to any other one, and often some are out of reach. */
function networks(most: number, maxLinks: number, time: fc.Arbitrary<number>): fc.Arbitrary<Network> {
  const node = fc.integer({ min: 1, max: most });
  return fc
    .tuple(
      fc.array(fc.tuple(node, node, time), { minLength: 1, maxLength: maxLinks }),
      fc.integer({ min: 2, max: most }),
      node,
    )
    .map(
      ([links, n, k]): Network => [links.map((link) => inRange(link, n)), n, inRange([k], n)[0]!],
      (input) => input as [[number, number, number][], number, number],
    )
    .map(
      ([links, n, k]): Network => [proper(links), n, k],
      (input) => input as Network,
    )
    .filter(([links]) => links.length > 0);
}

/** Networks in which every node is reached, and some of them by several ways. */
const connected = fc
  .tuple(
    fc.array(fc.tuple(fc.nat(), long), { minLength: 2, maxLength: 9 }),
    fc.array(fc.tuple(fc.nat(), fc.nat(), long), { maxLength: 16 }),
    fc.nat(),
    fc.boolean(),
  )
  .map(([tree, more, shift, fromFar]): Network => {
    const n = tree.length + 1;
    const number = (node: number): number => ((node + shift) % n) + 1;
    const branches = tree.map(([parent, time], i) => [number(parent % (i + 1)), number(i + 1), time]);
    const links = more.map(([from, to, time]) => [number(from % n), number(to % n), time]);
    return [proper([...(fromFar ? branches.reverse() : branches), ...links]), n, number(0)];
  });

/** Numbers of nodes, brought into the range from 1 to n; a time behind them stays. */
function inRange(link: readonly number[], n: number): number[] {
  return link.map((x, i) => (i === 2 ? x : ((x - 1) % n) + 1));
}

/** Leaves out links from a node to itself, and all but the last of those between the same two nodes. */
function proper(links: number[][]): number[][] {
  const byEnds = new Map(links.map((link) => [`${link[0]!} ${link[1]!}`, link]));
  return [...byEnds.values()].filter(([from, to]) => from !== to);
}

/** From node 1 a link to each other node, and from each node a shorter way to the next. The last to help come first. */
function nearerByTheNext(n: number): number[][] {
  const others = Array.from({ length: n - 1 }, (_, i) => n - i);
  return [
    ...others.map((node) => [1, node, node - 1]),
    ...others.slice(1).map((node) => [node, node + 1, 0]),
  ];
}

/** A ring through all nodes, and three more links from each. */
function fourLinksEach(n: number, random: Random): number[][] {
  const nodes = random.shuffled(Array.from({ length: n }, (_, i) => i + 1));
  const links = nodes.flatMap((from, i) =>
    [1, ...Array.from({ length: 3 }, () => random.integer(2, n - 1))].map((step) => [
      from,
      nodes[(i + step) % n]!,
      random.integer(1, longest),
    ]),
  );
  return random.shuffled(proper(links));
}

const isNode = (x: number | undefined, n: number): boolean => Number.isInteger(x) && x! >= 1 && x! <= n;

export default problem(stub, {
  takes: { times: "number[][]", n: "number", k: "number" },
  returns: "number",
  examples: [
    {
      input: [
        [
          [1, 2, 5],
          [1, 3, 1],
          [3, 2, 2],
          [2, 4, 1],
        ],
        4,
        1,
      ],
      output: 4,
    },
    { input: [[[1, 2, 3]], 2, 2], output: -1 },
    {
      input: [
        [
          [3, 1, 0],
          [3, 2, 7],
          [2, 1, 4],
        ],
        3,
        3,
      ],
      output: 7,
    },
  ],
  constraints: {
    "there are 2 to 100 nodes": ([, n]) => Number.isInteger(n) && n >= 2 && n <= mostNodes,
    "k is one of the nodes": ([, n, k]) => isNode(k, n),
    "there are 1 to 6000 links": ([times]) => times.length >= 1 && times.length <= mostLinks,
    "each link is [from, to, time], from one node to another": ([times, n]) =>
      times.every(
        (link) => link.length === 3 && isNode(link[0], n) && isNode(link[1], n) && link[0] !== link[1],
      ),
    "each time is an integer from 0 to 100": ([times]) =>
      times.every(([, , time]) => Number.isInteger(time) && time! >= 0 && time! <= longest),
    "there is at most one link from a node to another": ([times, n]) =>
      new Set(times.map(([from, to]) => from! * (n + 1) + to!)).size === times.length,
  },
  inputs: fc.oneof(networks(3, 4, short), networks(5, 12, long), connected),
  call: ({ networkDelayTime }, [times, n, k]) => networkDelayTime(times, n, k),
  checks: {
    "-1 exactly when some node is never reached": (output, _network, wanted) =>
      (output === -1) === (wanted === -1),
    "long enough for the last node to be reached": (output, _network, wanted) => output >= wanted,
    "no longer than that": (output, _network, wanted) => output <= wanted,
  },
  workloads: {
    "each node is nearer by way of the one before": (n) => [nearerByTheNext(n), n, 1],
    "a long road, listed from its far end": (n) => [
      Array.from({ length: n - 1 }, (_, i) => [n - 1 - i, n - i, longest]),
      n,
      1,
    ],
    "four links from each node": (n, random) => [fourLinksEach(n, random), n, random.integer(1, n)],
  },
  growth: "n log n",
  largest: mostNodes,
});

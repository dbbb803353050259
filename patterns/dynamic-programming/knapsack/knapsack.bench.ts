import { comparison } from "#bench/comparison.ts";
import type { Random } from "#lab/problem/random.ts";
import { type Item, knapsack, type Packing } from "./knapsack.ts";

interface Load {
  readonly items: readonly Item[];
  readonly capacities: readonly number[];
}

/** Items with so many weights from 1 to most, and capacities that about half of them fill. */
function load(n: number, kinds: number, most: number, random: Random): Load {
  const items = Array.from({ length: n }, () => ({
    value: random.integer(1, 1000),
    weights: Array.from({ length: kinds }, () => random.integer(1, most)),
  }));
  return { items, capacities: new Array<number>(kinds).fill(Math.floor((n * (most + 1)) / 4)) };
}

/** The value for each number of items from the front and each capacity, all in nested arrays; then walked back. */
function nested({ items, capacities }: Load): Packing {
  const capacity = capacities[0]!;
  const best = [new Array<number>(capacity + 1).fill(0)];
  for (const { value, weights } of items) {
    const above = best.at(-1)!;
    const weight = weights[0]!;
    best.push(
      above.map((without, x) => (x < weight ? without : Math.max(without, above[x - weight]! + value))),
    );
  }
  const chosen: number[] = [];
  let x = capacity;
  for (let i = items.length - 1; i >= 0; i--) {
    if (best[i + 1]![x] === best[i]![x]) continue;
    chosen.push(i);
    x -= items[i]!.weights[0]!;
  }
  return { value: best.at(-1)![capacity]!, items: chosen.reverse() };
}

/** The same for two capacities, with an array of arrays for each number of items. */
function nestedTwice({ items, capacities }: Load): Packing {
  const [width, height] = capacities as [number, number];
  const best = [Array.from({ length: width + 1 }, () => new Array<number>(height + 1).fill(0))];
  for (const { value, weights } of items) {
    const above = best.at(-1)!;
    const [w, h] = weights as [number, number];
    best.push(
      above.map((row, x) =>
        row.map((without, y) =>
          x < w || y < h ? without : Math.max(without, above[x - w]![y - h]! + value),
        ),
      ),
    );
  }
  const chosen: number[] = [];
  let [x, y] = [width, height];
  for (let i = items.length - 1; i >= 0; i--) {
    if (best[i + 1]![x]![y] === best[i]![x]![y]) continue;
    chosen.push(i);
    x -= items[i]!.weights[0]!;
    y -= items[i]!.weights[1]!;
  }
  return { value: best.at(-1)![width]![height]!, items: chosen.reverse() };
}

/** With or without the last item, each question answered once. */
function memoised({ items, capacities }: Load): Packing {
  const known = new Map<string, number>();
  const best = (count: number, left: readonly number[]): number => {
    if (count === 0) return 0;
    const key = `${count} ${left.join()}`;
    let value = known.get(key);
    if (value === undefined) {
      const item = items[count - 1]!;
      value = best(count - 1, left);
      const rest = left.map((x, k) => x - item.weights[k]!);
      if (rest.every((x) => x >= 0)) value = Math.max(value, best(count - 1, rest) + item.value);
      known.set(key, value);
    }
    return value;
  };
  const chosen: number[] = [];
  let left = capacities;
  for (let i = items.length - 1; i >= 0; i--) {
    if (best(i + 1, left) === best(i, left)) continue;
    chosen.push(i);
    left = left.map((x, k) => x - items[i]!.weights[k]!);
  }
  return { value: best(items.length, capacities), items: chosen.reverse() };
}

/** Depth first by value per weight; a branch ends where filling each capacity with fractions of items is no better. */
function branchAndBound({ items, capacities }: Load): Packing {
  const indices = [...items.keys()];
  const weightOf = (i: number): number => items[i]!.weights.reduce((sum, weight) => sum + weight, 0);
  indices.sort((i, j) => items[j]!.value / weightOf(j) - items[i]!.value / weightOf(i));
  const place = indices.map(() => 0);
  indices.forEach((i, at) => (place[i] = at));
  const byCapacity = capacities.map((_, k) =>
    [...items.keys()].sort(
      (i, j) => items[j]!.value / items[j]!.weights[k]! - items[i]!.value / items[i]!.weights[k]!,
    ),
  );
  const left = [...capacities];
  const bound = (at: number): number => {
    let least = Infinity;
    for (const [k, order] of byCapacity.entries()) {
      let [room, value] = [left[k]!, 0];
      for (const i of order) {
        if (place[i]! < at) continue;
        const weight = items[i]!.weights[k]!;
        value += items[i]!.value * Math.min(1, room / weight);
        room -= weight;
        if (room <= 0) break;
      }
      least = Math.min(least, value);
    }
    return least;
  };
  let best = { value: 0, items: [] as number[] };
  const chosen: number[] = [];
  const visit = (at: number, value: number): void => {
    if (value > best.value) best = { value, items: [...chosen] };
    if (at === indices.length || Math.floor(value + bound(at) + 1e-6) <= best.value) return;
    const i = indices[at]!;
    const { weights, value: more } = items[i]!;
    if (weights.every((weight, k) => weight <= left[k]!)) {
      weights.forEach((weight, k) => (left[k]! -= weight));
      chosen.push(i);
      visit(at + 1, value + more);
      chosen.pop();
      weights.forEach((weight, k) => (left[k]! += weight));
    }
    visit(at + 1, value);
  };
  visit(0, 0);
  return { value: best.value, items: best.items.sort((x, y) => x - y) };
}

/** The choice has its value and fits, and is as good as the first contender's. */
function agree(answer: Packing, expected: Packing, { items, capacities }: Load): boolean {
  const chosen = [...new Set(answer.items)].map((i) => items[i]!);
  return (
    answer.value === expected.value &&
    chosen.reduce((sum, item) => sum + item.value, 0) === answer.value &&
    capacities.every((capacity, k) => chosen.reduce((sum, item) => sum + item.weights[k]!, 0) <= capacity)
  );
}

const ours = ({ items, capacities }: Load): Packing => knapsack(items, capacities);

const byOneCapacity = {
  sizes: [10, 30, 100, 300, 1000],
  contenders: {
    "ours: one row in place, and bits": ours,
    "nested arrays, all rows kept": nested,
    "memoised, strings as keys": memoised,
    "branch and bound": branchAndBound,
  },
  agree,
};

export default [
  comparison({
    title: "n items with weights up to 100 and any values, a capacity of 25 n",
    input: (n, random) => load(n, 1, 100, random),
    ...byOneCapacity,
  }),
  comparison({
    title: "n items that are each worth 10 more than they weigh, a capacity of 25 n",
    input: (n, random) => {
      const { items, capacities } = load(n, 1, 100, random);
      return { items: items.map(({ weights }) => ({ value: weights[0]! + 10, weights })), capacities };
    },
    ...byOneCapacity,
  }),
  comparison({
    title: "n items with two weights up to 9 and any values, two capacities of 2.5 n",
    sizes: [10, 30, 100, 200],
    input: (n, random) => load(n, 2, 9, random),
    contenders: {
      "ours: one table in place, and bits": ours,
      "nested arrays, all tables kept": nestedTwice,
      "memoised, strings as keys": memoised,
      "branch and bound": branchAndBound,
    },
    agree,
  }),
];

/**
 * The 0/1 knapsack with several capacities: which items, each taken once or left, have the greatest value together,
 * while their weights, of one kind for each capacity, add up to no more than each capacity?
 *
 * A table has the greatest value for each combination of loads and is brought up to date in place, item by item; one
 * bit for each item and cell says whether the item was taken there, from which the choice is read back.
 *
 * Time O(items × cells); space 8 bytes a cell and 1 bit for each item and cell. Cells are the product of all
 * capacity + 1, which is exponential in their digits. So first goes what decides nothing: items that do not fit or are
 * worth nothing, capacities that all items keep to, and the greatest common divisor of each kind of weight.
 *
 * Source: Hans Kellerer, Ulrich Pferschy, David Pisinger: "Knapsack Problems", 2004.
 * Tested against all subsets of the items in every small world of none to three capacities.
 */

export interface Item {
  /** Any finite number. An item with a value of 0 or less is never taken. */
  readonly value: number;
  /** For each capacity, how much of it the item takes. */
  readonly weights: readonly number[];
}

export interface Packing {
  /** The values of the items taken, added in their order. */
  readonly value: number;
  /** The indices of the items taken, ascending. */
  readonly items: number[];
}

/**
 * The items with the greatest value that fit. Among choices of equal value it is the one that leaves out the last
 * item, if one of them does; among those, the one that leaves out the item before; and so on. Values are added as
 * numbers are: exactly up to 2⁵³ if they are whole, otherwise rounded, and what rounding alone makes equal may be
 * chosen either way. O(items × cells).
 *
 * Throws a RangeError for a capacity or weight that is not a whole number from 0 to 2⁵³ - 1, for an item that has not
 * as many weights as there are capacities, for values that are not finite or whose sum is not, and if the table would
 * take more than a gibibyte.
 */
export function knapsack(items: readonly Item[], capacities: readonly number[]): Packing {
  check(items, capacities);
  const useful = items
    .map(({ value, weights }, index) => ({ index, value, weights }))
    .filter((item) => item.value > 0 && item.weights.every((weight, k) => weight <= capacities[k]!));
  const loads = binding(
    useful.map((item) => item.weights),
    capacities,
  );
  /** With loads x_k, the cell is at the sum of x_k * strides[k]. */
  const strides = loads.map(() => 1);
  const last = loads.length - 1;
  for (let k = last; k > 0; k--) strides[k - 1] = strides[k]! * (loads[k]!.capacity + 1);
  const cells = strides[0]! * (loads[0]!.capacity + 1);
  const mebibytes = (cells * (64 + useful.length)) / 2 ** 23;
  if (mebibytes > 1024) {
    throw new RangeError(
      `a table of ${cells} cells for ${useful.length} items takes ${Math.ceil(mebibytes)} MiB, and 1024 are allowed: ` +
        "count in larger units, weights rounded up and capacities down, or search by branch and bound",
    );
  }

  /** For each cell the greatest value of items, among those seen so far, that keep to its loads. */
  const best = new Float64Array(cells);
  /** Bit `cell` of row r: whether the choice for the cell among useful[0, r] takes useful[r]. */
  const words = Math.ceil(cells / 32);
  const taken = new Uint32Array(useful.length * words);
  const offsets = useful.map((_, r) =>
    loads.reduce((sum, load, k) => sum + load.weights[r]! * strides[k]!, 0),
  );

  for (const [r, { value }] of useful.entries()) {
    const row = r * words;
    const offset = offsets[r]!;
    // From the greatest loads down, so that a cell without the item is not yet one with it.
    const update = (k: number, start: number): void => {
      const weight = loads[k]!.weights[r]!;
      if (k < last) {
        for (let x = loads[k]!.capacity; x >= weight; x--) update(k + 1, start + x * strides[k]!);
        return;
      }
      for (let cell = start + loads[k]!.capacity; cell >= start + weight; cell--) {
        const sum = best[cell - offset]! + value;
        if (sum > best[cell]!) {
          best[cell] = sum;
          taken[row + (cell >>> 5)]! |= 1 << cell;
        }
      }
    };
    update(0, 0);
  }

  const chosen: number[] = [];
  let cell = cells - 1;
  for (let r = useful.length - 1; r >= 0; r--) {
    if (((taken[r * words + (cell >>> 5)]! >>> cell) & 1) === 0) continue;
    chosen.push(useful[r]!.index);
    cell -= offsets[r]!;
  }
  return { value: best[cells - 1]!, items: chosen.reverse() };
}

/** The capacities that not all items keep to, in ascending order and in the largest unit; one of 0 if there is none. */
function binding(weights: readonly (readonly number[])[], capacities: readonly number[]) {
  const loads = capacities.flatMap((capacity, k) => {
    const column = weights.map((each) => each[k]!);
    if (column.reduce((x, y) => x + y, 0) <= capacity) return [];
    const unit = column.reduce(gcd);
    return [{ capacity: Math.floor(capacity / unit), weights: column.map((weight) => weight / unit) }];
  });
  // The longest loops are the innermost.
  return loads.length === 0
    ? [{ capacity: 0, weights: weights.map(() => 0) }]
    : loads.sort((x, y) => x.capacity - y.capacity);
}

function gcd(x: number, y: number): number {
  return y === 0 ? x : gcd(y, x % y);
}

function check(items: readonly Item[], capacities: readonly number[]): void {
  const isWhole = (x: number): boolean => Number.isSafeInteger(x) && x >= 0;
  const whole = `whole numbers from 0 to ${Number.MAX_SAFE_INTEGER} are allowed`;
  for (const [k, capacity] of capacities.entries()) {
    if (!isWhole(capacity)) throw new RangeError(`capacity ${k} is ${capacity}: ${whole}`);
  }
  let total = 0;
  for (const [i, { value, weights }] of items.entries()) {
    if (weights.length !== capacities.length) {
      const allowed = `${capacities.length} are allowed, one for each capacity`;
      throw new RangeError(`item ${i} has ${weights.length} weights: ${allowed}`);
    }
    for (const [k, weight] of weights.entries()) {
      if (!isWhole(weight)) throw new RangeError(`item ${i} has weight ${k} of ${weight}: ${whole}`);
    }
    if (!Number.isFinite(value))
      throw new RangeError(`item ${i} has value ${value}: finite numbers are allowed`);
    total += Math.max(0, value);
  }
  if (total === Infinity) {
    throw new RangeError(
      `the values of the items add up to Infinity: at most ${Number.MAX_VALUE} is allowed`,
    );
  }
}

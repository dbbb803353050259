import type { Approaches } from "#lab/problem/index.ts";
import type * as stub from "./stub.ts";

/**
 * Gives each cell of land a number of its own and lets the smaller number of two neighbours win, in pass after
 * pass over the n cells, until nothing changes. O(n²) time, O(n) space.
 */
export function smallestNumberWins(grid: string[][]): number {
  const numbers = grid.map((row, r) => row.map((cell, c) => (cell === "1" ? r * row.length + c : undefined)));
  let changed: boolean;
  do {
    changed = false;
    for (const [r, row] of numbers.entries()) {
      for (const [c, number] of row.entries()) {
        if (number === undefined) continue;
        const around = [numbers[r - 1]?.[c], numbers[r + 1]?.[c], row[c - 1], row[c + 1]];
        const smallest = Math.min(number, ...around.filter((other) => other !== undefined));
        if (smallest < number) {
          row[c] = smallest;
          changed = true;
        }
      }
    }
  } while (changed);
  return new Set(numbers.flat().filter((number) => number !== undefined)).size;
}

/** Sinks each island it comes upon, by recursion from cell to cell. Changes the grid. O(n) time and space. */
export function sinkDepthFirst(grid: string[][]): number {
  const sink = (r: number, c: number): void => {
    if (grid[r]?.[c] !== "1") return;
    grid[r][c] = "0";
    sink(r - 1, c);
    sink(r + 1, c);
    sink(r, c - 1);
    sink(r, c + 1);
  };
  let islands = 0;
  for (const [r, row] of grid.entries()) {
    for (let c = 0; c < row.length; c++) {
      if (row[c] !== "1") continue;
      islands++;
      sink(r, c);
    }
  }
  return islands;
}

/** Spreads over each island from the first cell found, and marks on a map of its own. O(n) time and space. */
export function spreadBreadthFirst(grid: string[][]): number {
  const rows = grid.length;
  const columns = grid[0]!.length;
  const isNew = Uint8Array.from(grid.flat(), (cell) => (cell === "1" ? 1 : 0));
  let islands = 0;
  for (let start = 0; start < isNew.length; start++) {
    if (isNew[start] === 0) continue;
    islands++;
    isNew[start] = 0;
    const line = [start];
    const join = (cell: number): void => {
      if (isNew[cell] === 0) return;
      isNew[cell] = 0;
      line.push(cell);
    };
    for (const cell of line) {
      const column = cell % columns;
      if (cell >= columns) join(cell - columns);
      if (cell < (rows - 1) * columns) join(cell + columns);
      if (column > 0) join(cell - 1);
      if (column < columns - 1) join(cell + 1);
    }
  }
  return islands;
}

/**
 * Begins with an island for each cell of land and joins those of neighbours in a disjoint-set forest. O(n · α(n))
 * time, O(n) space.
 */
export function joinNeighbours(grid: string[][]): number {
  const columns = grid[0]!.length;
  const cells = grid.flat();
  const parent = Int32Array.from(cells.keys());
  const size = new Int32Array(cells.length).fill(1);
  const root = (cell: number): number => {
    while (parent[cell] !== cell) cell = parent[cell] = parent[parent[cell]!]!;
    return cell;
  };
  let islands = cells.filter((cell) => cell === "1").length;
  const join = (a: number, b: number): void => {
    let [large, small] = [root(a), root(b)];
    if (large === small) return;
    if (size[large]! < size[small]!) [large, small] = [small, large];
    parent[small] = large;
    size[large]! += size[small]!;
    islands--;
  };
  for (const [i, cell] of cells.entries()) {
    if (cell !== "1") continue;
    if (i % columns > 0 && cells[i - 1] === "1") join(i - 1, i);
    if (i >= columns && cells[i - columns] === "1") join(i - columns, i);
  }
  return islands;
}

export default {
  "the smallest number wins": { growth: "n²", numIslands: smallestNumberWins },
  "depth-first sinking": { growth: "n", numIslands: sinkDepthFirst },
  "breadth-first spreading": { growth: "n", numIslands: spreadBreadthFirst },
  "disjoint sets": { growth: "n", numIslands: joinNeighbours },
} satisfies Approaches<typeof stub>;
